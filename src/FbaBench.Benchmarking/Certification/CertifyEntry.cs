using System.Globalization;

namespace FbaBench;

/// <summary>One entry of a section while it is certified: collects its lines.</summary>
/// <param name="kind">Section of the file.</param>
/// <param name="index">Position in the section; null for a section that is one entry.</param>
/// <param name="companion">Text of a file that the vectors name; null where there is none.</param>
/// <param name="cancellationToken">Stops between worlds.</param>
internal sealed class CertifyEntry(string kind, int? index, Func<string, string?>? companion, CancellationToken cancellationToken)
{
    /// <summary>Figures of a file have about twelve digits.</summary>
    private const double FileDigits = 1e-9;

    /// <summary>Largest |z| that passes.</summary>
    private const double MostErrors = 4;

    /// <summary>Largest standard error of a drawn figure, as a share of it.</summary>
    private const double MostErrorShare = 0.003;

    private readonly List<CertifyLine> _lines = [];

    public string Kind => kind;

    /// <summary>Seed of the entry's worlds: entries share no draws.</summary>
    public ulong Seed => (ulong)(index ?? 0) + 1;

    public string Id => index is { } i ? string.Create(CultureInfo.InvariantCulture, $"{kind}[{i}]") : kind;

    /// <summary>Text of a file that the vectors name, or null.</summary>
    public string? Companion(string name) => companion?.Invoke(name);

    public CancellationToken CancellationToken => cancellationToken;

    public IReadOnlyList<CertifyLine> Lines => _lines;

    /// <summary>A figure without draws: equal within rounding and the file's digits.</summary>
    public void Exact(string quantity, string by, double expected, double value, double rounding = 0, string unit = "", string note = "")
    {
        var tolerance = rounding + (FileDigits * Math.Max(1, Math.Abs(expected)));
        Add(quantity, by, expected, value, null, tolerance, rounding, Math.Abs(value - expected) <= tolerance, unit, note);
    }

    /// <summary>A drawn figure: within four standard errors, which are at most 0.3 % of it.</summary>
    public void Drawn(string quantity, double expected, MeanInterval worlds, double rounding, string unit, string note)
    {
        var error = worlds.StandardDeviation / Math.Sqrt(worlds.Count);
        var isSharp = error <= MostErrorShare * Math.Abs(worlds.Mean);
        var sharp = isSharp ? "" : string.Create(CultureInfo.InvariantCulture, $"; the standard error is above {MostErrorShare:0.0%} of the value: more worlds are needed");
        var pass = isSharp && Math.Abs(worlds.Mean - expected) < MostErrors * error;
        Add(quantity, "world", expected, worlds.Mean, error, MostErrors * error, rounding, pass, unit, note + sharp);
    }

    /// <summary>A drawn difference that must not lie clearly below zero.</summary>
    public void NotBelowZero(string quantity, MeanInterval worlds, string unit, string note)
    {
        var error = worlds.StandardDeviation / Math.Sqrt(worlds.Count);
        var z = error > 0 ? worlds.Mean / error : worlds.Mean < 0 ? double.MinValue : 0;
        _lines.Add(new CertifyLine($"{Id}.{quantity}.world", kind, index, quantity, "world", 0, worlds.Mean, error, z, MostErrors * error, 0, -MostErrors * error, null, z >= -MostErrors, unit, note));
    }

    /// <summary>Something that holds or does not.</summary>
    public void Holds(string quantity, string by, bool pass, string note) =>
        _lines.Add(new CertifyLine($"{Id}.{quantity}.{by}", kind, index, quantity, by, null, null, null, null, null, null, null, null, pass, "", note));

    public void Failed(string note) =>
        _lines.Add(new CertifyLine(Id, kind, index, "", "", null, null, null, null, null, null, null, null, false, "", note));

    private void Add(string quantity, string by, double expected, double value, double? error, double tolerance, double rounding, bool pass, string unit, string note)
    {
        var z = error > 0 ? (value - expected) / error : null;
        _lines.Add(new CertifyLine($"{Id}.{quantity}.{by}", kind, index, quantity, by, expected, value, error, z, tolerance, rounding, expected - tolerance, expected + tolerance, pass, unit, note));
    }
}
