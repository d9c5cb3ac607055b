// A metric of one's own: how often a seller changes prices. Measured while agents play; then on the stored logs, with a second metric that nobody had thought of when they were played.
//   dotnet run -c Release --project samples/09.OwnMetric -- --worlds 2
using System.Globalization;
using FbaBench;

var worlds = args is ["--worlds", var number] && int.TryParse(number, CultureInfo.InvariantCulture, out var given) ? given : 32;
var changes = Declare("price-changes", "a day", "How often the seller changes prices.", () => new PriceChanges());
var report = await Benchmark.Create("own-metric")
    .Scenario("first-year")
    .Agent("greedy-repricer").Agent("base-stock")
    .Metric(changes)
    .Worlds(worlds)
    .Fresh()
    .RunAsync(ConsoleProgress.Create());
Print(report.MetricSummaries, changes.Name);

// No agent plays here: the engine replays the logged commands, and every score is held against its record.
var cash = Declare("least-cash", "USD", "How close the seller came to having none.", () => new LeastCash());
var rescored = await Rescoring.RunAsync(Path.GetDirectoryName(report.HtmlPath)!, [changes, cash]);
Print(rescored.Summaries, changes.Name);
Print(rescored.Summaries, cash.Name);
return rescored.Passed ? 0 : 1;

static void Print(IReadOnlyList<MetricSummary> summaries, string metric)
{
    foreach (var row in summaries.Where(row => row.Metric == metric))
    {
        Console.WriteLine($"{row.Agent,-16} {metric}: {(row.Mean is { } mean ? mean.Mean.ToString("0.00", CultureInfo.InvariantCulture) + " " + row.Unit : row.Reason)}");
    }
}

static Metric Declare(string name, string unit, string says, Func<IEpisodeMetric> make) => new(name, make)
{
    Unit = unit,
    Better = MetricDirection.Neither,
    Interpretation = says,
    Formula = "see samples/09.OwnMetric",
    ReadFrom = "events PriceSet; account Cash",
};

internal sealed class PriceChanges : IEpisodeMetric
{
    private int _days, _changes;

    public void Take(EpisodeDay day)
    {
        _days += day.IsDecisionDay ? 1 : 0;
        _changes += day.Events.Count(item => item.Kind == EventKind.PriceSet && item.Seat == day.Seat);
    }

    public MetricReading Finish() => MetricReading.Ratio(_changes, _days, "there was no decision day");
}

internal sealed class LeastCash : IEpisodeMetric
{
    private Money? _least;

    public void Take(EpisodeDay day) => _least = Money.Min(_least ?? day.World.Cash, day.Books.Balance(Account.Cash));

    public MetricReading Finish() => _least is { } least ? MetricReading.Of(least.Cents / 100.0) : MetricReading.NotSaid("no day was played");
}
