using System.Globalization;

namespace FbaBench.Scenarios.Files;

/// <summary>
/// A value that differs between worlds: <c>{ draw: uniform, low, high }</c>, <c>{ draw: normal, mean, sd }</c> or <c>{ draw: logNormal, median, sd }</c>, the last two within <c>low</c> and
/// <c>high</c> if given. It is a function of the world's seed and of the value's path by names, or of <c>key</c>, which several values may share.
/// </summary>
internal sealed class Draw
{
    private const string Keyword = "draw";
    private const string Uniform = "uniform";
    private const string Normal = "normal";
    private const string LogNormal = "logNormal";

    private static readonly string[] Known = [Keyword, "key", "low", "high", "mean", "median", "sd", "times", "plus"];

    private readonly Mapping _node;
    private readonly string _kind;
    private readonly string? _key;
    private readonly double _centre;
    private readonly double _sd;
    private readonly double _low;
    private readonly double _high;

    /// <exception cref="ScenarioFileException">It is no draw that can be made.</exception>
    public Draw(Mapping node)
    {
        _node = node;
        _kind = Text(Keyword) ?? "";
        _key = Text("key");
        if (_kind is not (Uniform or Normal or LogNormal))
        {
            throw node[Keyword]!.Error($"'{_kind}' is no way to draw; use {Uniform}, {Normal} or {LogNormal}.");
        }

        string[] allowed = _kind switch
        {
            Uniform => ["low", "high"],
            Normal => ["mean", "sd", "low", "high"],
            _ => ["median", "sd", "low", "high"],
        };
        foreach (var (key, value) in node.Entries.Where(entry => !allowed.Contains(entry.Key.Text) && entry.Key.Text is not (Keyword or "key" or "times" or "plus")))
        {
            throw key.Error($"a {_kind} draw has no '{key.Shown}'; it has {string.Join(", ", allowed)}, and key.");
        }

        _centre = _kind switch
        {
            Normal => Needed("mean"),
            LogNormal => Needed("median"),
            _ => 0,
        };
        _sd = _kind == Uniform ? 0 : Needed("sd");
        _low = _kind == Uniform ? Needed("low") : Number("low") ?? double.NegativeInfinity;
        _high = _kind == Uniform ? Needed("high") : Number("high") ?? double.PositiveInfinity;
        if (_sd < 0 || (_kind == LogNormal && _sd > 3))
        {
            throw node["sd"]!.Error(_kind == LogNormal ? "sd is a standard deviation of the logarithm, 0 to 3." : "sd is a standard deviation, at least 0.");
        }

        if (!(_low <= _high))
        {
            throw node.Error("low lies above high.");
        }
    }

    public static bool IsDraw(Mapping node) => node[Keyword] is not null && node.Entries.All(entry => Known.Contains(entry.Key.Text));

    /// <summary>The draw, its outcome changed by times and plus.</summary>
    public static Mapping Changed(Mapping draw, Mapping change)
    {
        var (times, plus) = Factors(draw);
        foreach (var (key, by) in change.Entries)
        {
            var value = ValueOf(by);
            (times, plus) = key.Text == "times" ? (times * value, plus * value) : (times, plus + value);
        }

        return new(change.Place,
        [
            .. draw.Entries.Where(entry => entry.Key.Text is not ("times" or "plus")),
            Entry("times", times),
            Entry("plus", plus),
        ]);

        Entry Entry(string key, double value) => new(new(change.Place, key), new Scalar(change.Place, value.ToString("R", CultureInfo.InvariantCulture)));
    }

    /// <summary>The value in a world.</summary>
    /// <param name="world">The world.</param>
    /// <param name="path">The value's path by names; its draw, unless the draw has a key.</param>
    public double In(WorldSeed world, string path)
    {
        var purpose = "file/" + (_key ?? path);
        var value = _kind switch
        {
            Uniform => _low + ((_high - _low) * world.Uniform(purpose)),
            Normal => _centre + (_sd * world.Normal(purpose)),
            _ => _centre * world.LogNormal(purpose, _sd),
        };
        var (times, plus) = Factors(_node);
        return (Math.Clamp(value, _low, _high) * times) + plus;
    }

    private static (double Times, double Plus) Factors(Mapping draw) =>
        (draw["times"] is { } times ? ValueOf(times) : 1, draw["plus"] is { } plus ? ValueOf(plus) : 0);

    private string? Text(string key) => _node[key] is not { } node ? null : node is Scalar scalar ? scalar.Text : throw node.Error($"{key} is a single word.");

    private double? Number(string key) => _node[key] is { } node ? ValueOf(node) : null;

    private double Needed(string key) => Number(key) ?? throw _node.Error($"a {_kind} draw needs {key}.");

    private static double ValueOf(Node node) =>
        node is Scalar scalar && double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : throw node.Error("a number is needed here.");
}
