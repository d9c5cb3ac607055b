using System.Collections.Concurrent;
using System.Globalization;

namespace FbaBench;

/// <summary>
/// Shows that what a world can set matters: for every input parameter, command, shock and adversary a paired experiment whose sign and least effect were said
/// beforehand. A line passes when the mean difference is at least that effect and its 95 % interval lies beyond half of it, on the side that was said.
/// </summary>
public static class Sensitivity
{
    private const double IntervalShare = 0.5;

    /// <summary>Plays the experiments.</summary>
    /// <param name="options">Which, on how many worlds.</param>
    /// <param name="progress">Told about every finished experiment.</param>
    /// <param name="cancellationToken">Stops between days.</param>
    /// <returns>
    /// One line an experiment: the difference in the declared direction, in per cent of the mean of both arms; then the outcomes that parameters call targets, as
    /// <see cref="Realism"/> measures them.
    /// </returns>
    /// <exception cref="System.Text.Json.JsonException">The file of experiments is not one.</exception>
    /// <exception cref="ArgumentException">No experiment has one of the names asked for.</exception>
    /// <exception cref="ScenarioFileException">A value cannot be laid over its scenario.</exception>
    public static async Task<IReadOnlyList<CheckLine>> MeasureAsync(SensitivityOptions options, IProgress<string>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var file = options.Experiments is { } text ? SensitivityTable.Read(text) : SensitivityTable.Shipped();
        var cases = file.Cases.Where(item => IsAsked(item.Id, options)).ToArray();
        var targets = (file.Targets ?? []).Where(item => IsAsked("target " + item.Id, options)).ToArray();
        if (cases.Length + targets.Length == 0)
        {
            throw new ArgumentException($"no experiment is named {string.Join(" or ", options.Only)}; there are {string.Join(", ", file.Cases.Select(item => item.Id))}.", nameof(options));
        }

        var scenarios = new ConcurrentDictionary<string, IScenario>(StringComparer.Ordinal);
        var lines = new List<CheckLine>();
        foreach (var item in cases)
        {
            var scenario = scenarios.GetOrAdd(item.Scenario, static name => new RememberedScenario(ShippedScenarios.Find(name)));
            var line = await PlayAsync(item, scenario, options, cancellationToken).ConfigureAwait(false);
            lines.Add(line);
            progress?.Report(string.Create(CultureInfo.InvariantCulture, $"{lines.Count}/{cases.Length} {(line.Pass ? "ok  " : "FAIL")} {line.Id} {line.Value:0.00} {line.Unit}"));
        }

        lines.AddRange(Targets(targets, options, progress, cancellationToken));
        return lines;
    }

    private static bool IsAsked(string id, SensitivityOptions options) =>
        options.Only.Count == 0 || options.Only.Any(part => id.Contains(part, StringComparison.Ordinal));

    private static async Task<CheckLine> PlayAsync(SensitivityCase item, IScenario scenario, SensitivityOptions options, CancellationToken cancellationToken)
    {
        var worlds = options.Worlds ?? item.Worlds;
        var low = new double[worlds];
        var high = new double[worlds];
        try
        {
            var arms = (Low: new SensitivityArm(item, high: false, scenario), High: new SensitivityArm(item, high: true, scenario));
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellationToken };
            await Parallel.ForAsync(0, worlds, parallel, async (world, stop) =>
            {
                var seed = WorldSeed.OfExperiment(options.Seed, world);
                low[world] = await arms.Low.PlayAsync(seed, stop).ConfigureAwait(false);
                high[world] = await arms.High.PlayAsync(seed, stop).ConfigureAwait(false);
            }).ConfigureAwait(false);
        }
        catch (Exception error) when (error is InvalidOperationException or WorldDefinitionException or ScenarioFileException)
        {
            return CheckLine.Failed(item.Id, error.Message);
        }

        return Line(item, low, high);
    }

    /// <summary>The verdict on two paired samples.</summary>
    internal static CheckLine Line(SensitivityCase item, IReadOnlyList<double> low, IReadOnlyList<double> high)
    {
        var sign = item.Sign == "+" ? 1 : -1;
        var whole = (Math.Abs(low.Average()) + Math.Abs(high.Average())) / 2;
        if (whole == 0)
        {
            return CheckLine.Failed(item.Id, $"{item.Observable} is zero in both arms.");
        }

        var effect = MeanInterval.Of([.. low.Zip(high, (a, b) => sign * (b - a) / whole)]);
        var pass = effect.Mean >= item.Minimum && effect.Low >= IntervalShare * item.Minimum;
        var observable = Observable.Find(item.Observable);
        var note = string.Create(
            CultureInfo.InvariantCulture,
            $"{item.Scenario}, {Sellers(item)}: {Arms(item)}{observable.Name} {Number(low.Average())} to {Number(high.Average())} {observable.Unit}, said {item.Sign}, 95 % {100 * effect.Low:0.00} to {100 * effect.High:0.00} %, {low.Count} worlds{(effect.IsTrusted ? "" : string.Create(CultureInfo.InvariantCulture, $" (trusted from {effect.WorldsNeeded})"))}{(item.Note.Length > 0 ? "; " + item.Note : "")}");
        return new(item.Id, Rounded(100 * effect.Mean), Rounded(100 * item.Minimum), null, pass, "% of " + observable.Name, note);
    }

    private static string Sellers(SensitivityCase item) => item.HighSeller is null ? item.Seller : $"{item.Seller} against {item.HighSeller}";

    private static string Arms(SensitivityCase item) => item.Low.Count + item.High.Count == 0 ? "" : $"{Setting(item.Low)} against {Setting(item.High)}: ";

    private static string Setting(IReadOnlyList<string> set) => set.Count == 0 ? "as it is" : string.Join(" ", set);

    private static string Number(double value) => value.ToString(Math.Abs(value) >= 1000 ? "#,0" : "0.####", CultureInfo.InvariantCulture);

    private static decimal Rounded(double value) => Math.Round((decimal)Math.Clamp(value, -1e9, 1e9), 4);

    private static IEnumerable<CheckLine> Targets(SensitivityTarget[] targets, SensitivityOptions options, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        if (targets.Length == 0)
        {
            return [];
        }

        var report = Realism.Measure(Realism.LeastWorlds, null, options.Seed, progress, cancellationToken);
        return targets.Select(target =>
        {
            var line = report.Lines.Single(line => line.Fact.Id == target.Fact);
            var id = "target " + target.Id;
            return line.Mean * target.Scale is { } mean
                ? new(id, Rounded(mean), (decimal)target.Low, (decimal)target.High, mean >= target.Low && mean <= target.High, "", $"measured, not set: {target.Fact}, {line.Fact.Fact}")
                : CheckLine.Failed(id, line.Note);
        });
    }
}
