using System.Globalization;
using System.Text;

namespace FbaBench.Tests.Economics;

/// <summary>Which option of one kind of choice is the best where.</summary>
internal sealed class ChoiceTable(ChoiceKind kind)
{
    /// <summary>Dollars within which options are equal: most often they gave the same orders.</summary>
    private const double Equal = 1;

    private readonly List<Row> _rows = [];

    public int Cells => _rows.Count;

    /// <summary>Options that are the best somewhere, all others being worse.</summary>
    public int WinnersAlone => Options.Count(option => Alone(option) > 0);

    /// <summary>Options by their place.</summary>
    public IEnumerable<int> Options => Enumerable.Range(0, kind.Options.Count);

    /// <summary>Plays every option in the same worlds of a cell.</summary>
    public void Add(ChoiceCell cell, SearchWorlds worlds) =>
        _rows.Add(new(cell.FullName, [.. kind.Options.Select(option => worlds.Play(() => new ChosenPolicy(option.Choice)))]));

    /// <summary>Cells in which an option is the best, alone or with equals.</summary>
    public int Best(int option) => _rows.Count(row => row.IsBest(option));

    /// <summary>Cells in which another option is clearly better: the interval of the paired difference lies above zero.</summary>
    public int Beaten(int option) => _rows.Count(row => Options.Any(other => row.Lead(other, option).Low > 0 && row.Lead(other, option).Mean > Equal));

    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"## {kind.Name}\n");
        text.AppendLine(CultureInfo.InvariantCulture, $"| of {Cells} cells | best | best alone | clearly alone | clearly beaten |\n| --- | --- | --- | --- | --- |");
        foreach (var option in Options)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| {kind.Options[option].Name} | {Best(option)} | {Alone(option)} | {Clear(option)} | {Beaten(option)} |");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"\n| cell | {string.Join(" | ", kind.Options.Select(option => option.Name))} | best | ahead of the next by |");
        text.AppendLine(CultureInfo.InvariantCulture, $"| --- |{string.Concat(kind.Options.Select(_ => " --- |"))} --- | --- |");
        foreach (var row in _rows)
        {
            var best = string.Join(", ", Options.Where(row.IsBest).Select(option => kind.Options[option].Name));
            var lead = row.FirstOverSecond;
            text.AppendLine(CultureInfo.InvariantCulture, $"| {row.Cell} | {string.Join(" | ", row.Means.Select(mean => $"{mean:#,0;−#,0;0}"))} | {best} | {lead.Mean:#,0} ± {lead.HalfWidth:#,0} |");
        }

        return text.ToString();
    }

    private int Alone(int option) => _rows.Count(row => row.IsBest(option) && row.FirstOverSecond.Mean > Equal);

    private int Clear(int option) => _rows.Count(row => row.IsBest(option) && row.FirstOverSecond is { Low: > 0, Mean: > Equal });

    /// <summary>A cell's scores: by option, then by world.</summary>
    private sealed record Row(string Cell, double[][] Scores)
    {
        public double[] Means { get; } = [.. Scores.Select(scores => scores.Average())];

        public MeanInterval FirstOverSecond
        {
            get
            {
                int[] ranked = [.. Enumerable.Range(0, Means.Length).OrderByDescending(option => Means[option])];
                return Lead(ranked[0], ranked[1]);
            }
        }

        public bool IsBest(int option) => Means[option] >= Means.Max() - Equal;

        public MeanInterval Lead(int option, int over) => MeanInterval.Of([.. Scores[option].Zip(Scores[over], (own, other) => own - other)]);
    }
}
