namespace FbaBench.Tests.Experiments;

/// <summary>The cost of a whole experiment: a forecast, and a limit that no new episode oversteps.</summary>
public sealed class CostLimitTests : IDisposable
{
    /// <summary>What one episode of <see cref="Paid"/> charges.</summary>
    private const long Dollar = 1_000_000;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task No_episode_begins_beyond_the_limit_and_a_higher_one_goes_on_to_the_same_bytes()
    {
        var error = await Assert.ThrowsAsync<CostLimitException>(() => Plan().MaxCost(2.5m).RunAsync());
        Assert.Contains("may cost 2.50 dollars and has cost 2.00: no further episode begins. 5 finished episodes of 12", error.Message, StringComparison.Ordinal);
        Assert.Equal(5, _folder.Records.Length);
        await Assert.ThrowsAsync<CostLimitException>(() => Plan().MaxCost(2.5m).RunAsync());
        Assert.Equal(5, _folder.Records.Length);
        Assert.Equal(12, (await Plan().MaxCost(6m).RunAsync()).Episodes.Count);

        using var whole = new TemporaryFolder();
        await Plan().Output(whole.Path).RunAsync();
        Assert.Equal(whole.Results(), _folder.Results());
    }

    [Fact]
    public async Task Episodes_at_once_wait_for_what_the_ones_under_way_will_cost()
    {
        await Plan().MaxCost(2m).RunAsync().ContinueWith(_ => { }, TaskScheduler.Default);
        Directory.Delete(_folder.Path, recursive: true);
        await Plan().Worlds(1).RunAsync();

        // The dearest is known now: of eight threads no more begin than the limit has room for.
        await Assert.ThrowsAsync<CostLimitException>(() => Plan().Threads(8).MaxCost(3.2m).RunAsync());
        Assert.Equal(3, _folder.Records.Count(record => record.EndsWith("_paid.episode.jsonl", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_failed_attempt_counts_too()
    {
        var broken = Benchmark.Create().Scenario(new Brief()).Agent("paid", () => new Paid { BreaksOn = 5 }, version: "1").Worlds(3).Threads(1).Output(_folder.Path);
        await Assert.ThrowsAsync<CostLimitException>(() => broken.MaxCost(1.9m).RunAsync());
        var status = ExperimentStatus.Read(_folder.Path);
        Assert.Equal((1, 2), (status.Failed.Count, status.Missing.Count));
        Assert.Equal(Dollar, status.Cost.MicroDollars);
    }

    [Fact]
    public async Task Progress_tells_what_the_experiment_is_expected_to_cost()
    {
        var seen = new Collected();
        await Plan().RunAsync(seen);
        var told = seen.All.Where(value => value.Note is null).ToArray();
        Assert.Null(told[0].ExpectedMicroDollars);
        Assert.Equal(6 * Dollar, told.First(value => value.Done == 2).ExpectedMicroDollars);
        Assert.Equal((6 * Dollar, 6 * Dollar), (told[^1].MicroDollars, told[^1].ExpectedMicroDollars));

        var again = new Collected();
        await Plan().Worlds(8).RunAsync(again);
        Assert.Equal((6 * Dollar, 8 * Dollar), (again.All[0].EarlierMicroDollars, again.All[0].ExpectedMicroDollars));
        using var text = new StringWriter();
        ConsoleProgress.To(text, rewrite: false).Report(again.All.First(value => value.Done == 14) with { Earlier = 0 });
        Assert.Contains("7.0000 of about 8.00 dollars for models", text.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1_000_001)]
    public void A_limit_lies_in_its_range(int dollars) =>
        Assert.Contains("above zero", Assert.Throws<ArgumentOutOfRangeException>(() => Benchmark.Create().MaxCost(dollars)).Message, StringComparison.Ordinal);

    private Benchmark Plan() => Benchmark.Create().Scenario(new Brief()).Agent("do-nothing").Agent("paid", () => new Paid(), version: "1").Worlds(6).Threads(1).Output(_folder.Path);

    /// <summary>Charges a dollar on the first day.</summary>
    private sealed class Paid : IAgent
    {
        public int? BreaksOn { get; init; }

        public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken) =>
            today.Day == BreaksOn ? throw new AgentServiceException("the service is gone")
            : new(today.Day == 0 ? new Decision([new ChargeInference(Dollar, 10, 1)]) : Decision.None);
    }

}
