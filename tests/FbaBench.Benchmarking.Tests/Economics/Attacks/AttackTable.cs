using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace FbaBench.Tests.Economics;

/// <summary>What each trick brings in a scenario, paired by world.</summary>
internal sealed class AttackTable(string scenario, int count)
{
    private readonly Dictionary<string, double[]> _plain = [];
    private readonly StringBuilder _rows = new();

    /// <summary>Plays a trick and what it is compared with.</summary>
    /// <returns>What it brings; the score of the other; whether it was tried in any world.</returns>
    public (MeanInterval Gain, double Score, bool IsTried) Add(Attack attack)
    {
        var cell = ChoiceCell.Of($"{scenario}, {attack.Cell ?? "as shipped"}");
        var worlds = cell.Worlds(count);
        var attackers = new ConcurrentBag<Tricked>();
        var scores = worlds.Play(() =>
        {
            var attacker = attack.Attacker();
            attackers.Add(attacker);
            return attacker;
        });
        var honest = Honest(attack, cell, worlds);
        var gain = MeanInterval.Of([.. scores.Zip(honest, (own, other) => own - other)]);
        var score = Math.Abs(honest.Average());
        var tried = attackers.Count(attacker => attacker.HasActed);
        _rows.AppendLine(CultureInfo.InvariantCulture, $"| {attack.Group} | {attack.Name} | {tried} | {gain.Mean:+#,0;−#,0;0} ± {gain.HalfWidth:#,0} | {gain.Mean / score:+0.0 %;−0.0 %;0.0 %} |");
        return (gain, score, tried > 0);
    }

    public override string ToString() => $"## {scenario}\n\n| aimed at | trick | worlds with it | gain | of the score |\n| --- | --- | --- | --- | --- |\n{_rows}";

    private double[] Honest(Attack attack, ChoiceCell cell, SearchWorlds worlds)
    {
        if (attack.Against is not null)
        {
            return worlds.Play(attack.Honest);
        }

        if (!_plain.TryGetValue(cell.FullName, out var scores))
        {
            _plain.Add(cell.FullName, scores = worlds.Play(attack.Honest));
        }

        return scores;
    }
}
