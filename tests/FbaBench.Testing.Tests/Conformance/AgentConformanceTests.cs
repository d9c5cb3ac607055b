using System.Globalization;

namespace FbaBench.Tests.Conformance;

public sealed class AgentConformanceTests
{
    public static TheoryData<string> Shipped => [.. ShippedAgents.Names];

    [Theory]
    [MemberData(nameof(Shipped))]
    public async Task Shipped_agents_conform(string name)
    {
        var report = await AgentConformance.AssertAsync(ShippedAgents.Factory(name), new() { KeepsNoObservations = true });
        Assert.Equal(["fresh", "plays", "deterministic", "independent", "culture", "no-offers", "no-money", "resumes", "forks", "lets-go"], report.Checks.Select(check => check.Name));
    }

    [Fact]
    public async Task What_was_not_asked_is_said()
    {
        var report = await AgentConformance.CheckAsync(() => new Trader((_, _) => 0));
        Assert.True(report.Passed);
        Assert.StartsWith("not asked: the agent is no IForkableAgent", report.Checks.Single(check => check.Name == "forks").Detail);
        Assert.StartsWith("not asked:", report.Checks.Single(check => check.Name == "lets-go").Detail);
    }

    /// <summary>A planted fault for each check; the check is the first that finds it, or it is named beside others.</summary>
    [Theory]
    [InlineData("fresh", "one instance twice")]
    [InlineData("plays", "Threw: InjectedFaultException: A fake agent throws on day 3.")]
    [InlineData("deterministic", "on day 0 SetPrice")]
    [InlineData("independent", "while another instance played")]
    [InlineData("culture", "under a culture with a decimal comma")]
    [InlineData("no-offers", "'small-empty'; the first is day 0, Threw: ArgumentOutOfRangeException")]
    [InlineData("no-money", "'small-poor'; the first is day 0, Threw: DivideByZeroException")]
    [InlineData("resumes", "by a fresh instance that was shown")]
    [InlineData("forks", "Fork returned the agent itself")]
    [InlineData("forks-empty", "by the copy")]
    [InlineData("forks-shared", "by the agent after its copy had played on")]
    [InlineData("lets-go", "are still held")]
    public async Task A_planted_fault_is_found(string fault, string said)
    {
        var report = await AgentConformance.CheckAsync(Planted(fault), new() { KeepsNoObservations = true });
        var check = report.Checks.Single(check => check.Name == fault.Split("-e")[0].Split("-s")[0]);
        Assert.False(check.Passed, report.ToString());
        Assert.Contains(said, check.Detail);
        var error = Assert.Throws<ConformanceException>(report.Assert);
        Assert.Contains($"FAIL  {check.Name}: {check.Detail}", error.Message);
        Assert.StartsWith($"agent does not conform: {report.Checks.Count(other => !other.Passed)} of 10 checks failed.", error.Message);
        if (fault is not ("fresh" or "plays" or "deterministic" or "resumes"))
        {
            Assert.Equal(1, report.Checks.Count(other => !other.Passed));
        }
    }

    private static Func<IAgent> Planted(string fault)
    {
        var shared = new DoNothing();
        var days = 0;
        var made = 0;
        return fault switch
        {
            "fresh" => () => shared,
            "plays" => () => FakeAgent.Throwing(3),
            "deterministic" => () => new Trader((_, _) => Random.Shared.Next(1_000)),
            "independent" => () => new Trader((today, _) => days = today.Day == 0 ? 0 : days + 1),
            "culture" => () => new Trader((_, _) => (long)(100 * double.Parse("1.25", CultureInfo.CurrentCulture))),
            "no-offers" => () => new Trader((today, _) => today.Offers[0].UnitsOnHand),
            "no-money" => () => new Trader((today, _) => 1_000_000 / today.Cash.Cents),
            "resumes" => () => Numbered(++made),
            "forks" => () => new Remembering(agent => agent),
            "forks-empty" => () => new Remembering(_ => new Remembering(_ => throw new NotSupportedException())),
            "forks-shared" => () => new Remembering(agent => new Remembering(_ => throw new NotSupportedException(), agent.Memory)),
            "lets-go" => () => Hoarding([]),
            _ => throw new ArgumentException(fault),
        };
    }

    private static Trader Numbered(int number) => new((_, _) => number);

    private static Trader Hoarding(List<Observation> kept) => new((today, _) =>
    {
        kept.Add(today);
        return 0;
    });

    /// <summary>Asks 15 dollars and some cents more, every day.</summary>
    private sealed class Trader(Func<Observation, AgentContext, long> cents) : IAgent
    {
        public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
        {
            var price = new Money(1_500 + Math.Abs(cents(today, context) % 500));
            return new(new Decision([.. today.Offers.Select(offer => new SetPrice(offer.Id, price))]));
        }
    }

    /// <summary>Its price is the number of days that it has seen, and a copy is what it is told to be.</summary>
    private sealed class Remembering(Func<Remembering, IForkableAgent> fork, List<int>? memory = null) : IForkableAgent
    {
        public List<int> Memory { get; } = memory ?? [];

        public IForkableAgent Fork() => fork(this);

        public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
        {
            Memory.Add(today.Day);
            return new(new Decision([.. today.Offers.Select(offer => new SetPrice(offer.Id, new Money(1_500 + Memory.Count)))]));
        }
    }
}
