using System.Collections.Concurrent;
using System.Globalization;

namespace FbaBench.Tests.Testing;

/// <summary>Shipped agents, scenarios and stores conform; each check finds the fault that it is meant for.</summary>
public sealed class ConformanceTests : IDisposable
{
    private static readonly IScenario Short = ShortScenario.Of("first-year", 20);
    private readonly string _folder = Path.Combine(AppContext.BaseDirectory, "conformance", Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("base-stock")]
    [InlineData("random-valid")]
    [InlineData("tuned-seller")]
    public async Task Shipped_agents_conform(string name) => (await AgentConformance.CheckAsync(ShippedAgents.Factory(name), Short)).Assert();

    [Fact]
    public async Task An_agent_that_is_handed_out_twice_is_found()
    {
        var one = new ScriptedAgent((_, _) => Decision.None);
        await FindsAsync("fresh instances", () => one);
    }

    [Fact]
    public async Task A_thrown_day_is_found() => await FindsAsync("decides every day", () => new ScriptedAgent((today, _) => today.Day == 3 ? throw new InvalidOperationException("day three") : Decision.None));

    [Fact]
    public async Task A_random_generator_is_found() => await FindsAsync("same mornings, same decisions", () => new ScriptedAgent((today, _) => Price(today, Random.Shared.Next(100, 100_000))));

    [Fact]
    public async Task A_shared_field_is_found()
    {
        var days = new ConcurrentDictionary<int, int>();
        await FindsAsync("same mornings, same decisions", () => new ScriptedAgent((today, _) => Price(today, 1000 + days.AddOrUpdate(today.Day, 0, (_, count) => count + 1))));
    }

    [Fact]
    public async Task The_culture_s_decimal_point_is_found() => await FindsAsync("any culture", () => new ScriptedAgent((today, _) => Price(today, string.Create(CultureInfo.CurrentCulture, $"{1.5}").Contains('.', StringComparison.Ordinal) ? 1000 : 2000)));

    [Fact]
    public async Task Commands_that_are_never_taken_are_found() => await FindsAsync("commands are taken", () => new ScriptedAgent((today, _) => new([new SetPrice(today.Offers[0].Id, new Money(-5))])));

    [Fact]
    public async Task A_copy_that_shares_is_found() => await FindsAsync("copies are independent", () => new Sharing([0]));

    [Fact]
    public async Task Shipped_scenarios_conform() => (await ScenarioConformance.CheckAsync(Short, 3)).Assert();

    [Theory]
    [InlineData("name")]
    [InlineData("opponents")]
    [InlineData("valid worlds")]
    [InlineData("same seed, same world")]
    [InlineData("seeds make a difference")]
    public async Task What_is_wrong_with_a_scenario_is_found(string check)
    {
        var report = await ScenarioConformance.CheckAsync(new Odd(check), 3);
        Assert.False(report.Checks.Single(one => one.Name == check).Passed, report.ToString());
        Assert.Throws<ConformanceException>(report.Assert);
    }

    [Fact]
    public async Task The_culture_in_a_definition_is_found()
    {
        var report = await ScenarioConformance.CheckAsync(new Odd("culture"), 3);
        Assert.False(report.Checks.Single(one => one.Name == "any thread, any culture").Passed, report.ToString());
    }

    [Fact]
    public async Task Shipped_stores_conform()
    {
        (await StoreConformance.CheckAsync(() => new MemoryRunStore())).Assert();
        (await StoreConformance.CheckAsync(() => new FileRunStore(Path.Combine(_folder, Guid.NewGuid().ToString("N"))))).Assert();
    }

    [Theory]
    [InlineData("what is not there")]
    [InlineData("a run has one log")]
    [InlineData("a document is replaced whole")]
    [InlineData("runs are listed")]
    [InlineData("names are checked")]
    [InlineData("a log is written, read and gone on with")]
    [InlineData("a log is read while it is written")]
    public async Task What_is_wrong_with_a_store_is_found(string check)
    {
        var report = await StoreConformance.CheckAsync(() => new OddStore(check));
        Assert.False(report.Checks.Single(one => one.Name == check).Passed, report.ToString());
    }

    private static async Task FindsAsync(string check, Func<IAgent> make)
    {
        var report = await AgentConformance.CheckAsync(make, Short);
        Assert.False(report.Checks.Single(one => one.Name == check).Passed, report.ToString());
        Assert.Contains(check, Assert.Throws<ConformanceException>(report.Assert).Message, StringComparison.Ordinal);
    }

    private static Decision Price(Observation today, long cents) => new([new SetPrice(today.Offers[0].Id, new Money(cents))]);

    /// <summary>Its copies share a counter.</summary>
    private sealed class Sharing(int[] counter) : IForkableAgent
    {
        public IForkableAgent Fork() => new Sharing(counter);

        public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken) => new(Price(today, 1000 + (10 * counter[0]++)));
    }

    private sealed class Odd(string fault) : IScenario
    {
        private int _asked;

        public string Name => fault == "name" ? "No Name" : "odd";

        public IReadOnlyList<string> Opponents => fault == "opponents" ? ["nobody"] : [];

        public WorldDefinition Define(WorldSeed world)
        {
            var definition = Short.Define(fault == "seeds make a difference" ? new(1) : world) with { Name = Name };
            return fault switch
            {
                "valid worlds" => definition with { Days = 0 },
                "same seed, same world" => definition with { Cash = new Money(1_000_000 + _asked++) },
                "culture" => definition with { Cash = new Money(string.Create(CultureInfo.CurrentCulture, $"{1.5}").Contains('.', StringComparison.Ordinal) ? 1_000_000 : 2_000_000) },
                "seeds make a difference" => definition with { Niches = [], Seats = 1 },
                _ => definition,
            };
        }
    }

    private sealed class OddStore(string fault) : IRunStore
    {
        private readonly MemoryRunStore _inner = new();

        public ValueTask<Stream> CreateLogAsync(string run, CancellationToken cancellationToken = default) => fault switch
        {
            "a run has one log" => new(new MemoryStream()),
            "a log is read while it is written" => new(new MemoryStream()),
            _ => _inner.CreateLogAsync(run, cancellationToken),
        };

        public async ValueTask<Stream?> OpenLogAsync(string run, bool write, CancellationToken cancellationToken = default) => fault switch
        {
            "what is not there" => new MemoryStream(),
            "a log is written, read and gone on with" when write => new MemoryStream(),
            _ => await _inner.OpenLogAsync(run, write, cancellationToken),
        };

        public ValueTask PutDocumentAsync(string run, string name, ReadOnlyMemory<byte> json, CancellationToken cancellationToken = default) => fault switch
        {
            "names are checked" => _inner.PutDocumentAsync("any", "any", json, cancellationToken),
            "a document is replaced whole" => _inner.PutDocumentAsync("run-1", name, json, cancellationToken),
            _ => _inner.PutDocumentAsync(run, name, json, cancellationToken),
        };

        public ValueTask<byte[]?> GetDocumentAsync(string run, string name, CancellationToken cancellationToken = default) => _inner.GetDocumentAsync(run, name, cancellationToken);

        public async ValueTask<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken = default)
        {
            var all = await _inner.ListAsync(cancellationToken);
            return fault == "runs are listed" ? [.. all.Reverse()] : all;
        }
    }
}
