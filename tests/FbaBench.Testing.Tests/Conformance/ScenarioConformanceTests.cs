using System.Globalization;

namespace FbaBench.Tests.Conformance;

public sealed class ScenarioConformanceTests
{
    public static TheoryData<string> Small => ["shop", "poor", "empty", "duel", "first-days"];

    [Theory]
    [MemberData(nameof(Small))]
    public async Task Small_worlds_conform(string which)
    {
        var report = await ScenarioConformance.AssertAsync(() => which switch
        {
            "shop" => SmallWorlds.Shop(),
            "poor" => SmallWorlds.Poor(),
            "empty" => SmallWorlds.Empty(),
            "duel" => SmallWorlds.Duel(),
            _ => SmallWorlds.FirstDays(ShippedScenarios.Find("gift-shop"), 2),
        });
        Assert.Equal(["name", "defines", "valid", "repeatable", "culture", "concurrent", "differs", "round-trip", "plays", "reproducible", "saves"], report.Checks.Select(check => check.Name));
    }

    [Fact]
    public void Small_worlds_refuse_days_that_are_none()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SmallWorlds.Shop(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => SmallWorlds.FirstDays(SmallWorlds.Shop(), 366));
        Assert.Equal("small-shop-3d", SmallWorlds.FirstDays(SmallWorlds.Shop(), 3).Name);
        Assert.Equal(3, SmallWorlds.FirstDays(SmallWorlds.Shop(), 3).Define(new(1)).Days);
        Assert.Equal(14, SmallWorlds.FirstDays(SmallWorlds.Shop(), 200).Define(new(1)).Days);
    }

    [Theory]
    [InlineData("name", "'No Name' cannot name a scenario")]
    [InlineData("defines", "returned a world named 'small-shop'")]
    [InlineData("valid", "days: 0 is outside")]
    [InlineData("repeatable", "another instance defines world 0")]
    [InlineData("repeatable-order", "asked again in another order")]
    [InlineData("culture", "under a culture with a decimal comma the scenario defines world 0")]
    [InlineData("concurrent", "while several threads asked")]
    [InlineData("differs", "two seeds have one definition")]
    [InlineData("round-trip", "written and read is another one")]
    [InlineData("saves", "InvalidDataException: The saved simulation")]
    [InlineData("plays", "InjectedFaultException")]
    [InlineData("reproducible", "played again the world comes to another end")]
    public async Task A_planted_fault_is_found(string fault, string said)
    {
        var report = await ScenarioConformance.CheckAsync(Planted(fault), new()
        {
            Opponents = new Dictionary<string, Func<IAgent>> { ["odd"] = () => FakeAgent.Deciding(today => today.Offers.Select(offer => new SetPrice(offer.Id, new Money(Random.Shared.Next(1_000, 3_000))))) },
        });
        var check = report.Checks.Single(check => check.Name == fault.Split("-order")[0]);
        Assert.False(check.Passed, report.ToString());
        Assert.Contains(said, check.Detail);
        Assert.Throws<ConformanceException>(report.Assert);
    }

    [Fact]
    public async Task One_definition_for_all_worlds_is_right_where_it_is_said()
    {
        var same = new Shaped("one", world => SmallWorlds.Shop().Define(new(1)) with { Name = "one" });
        Assert.Equal("differs", Assert.Single((await ScenarioConformance.CheckAsync(() => same)).Checks, check => !check.Passed).Name);
        Assert.True((await ScenarioConformance.CheckAsync(() => same, new() { HasOneDefinition = true })).Passed);
        var other = await ScenarioConformance.CheckAsync(() => SmallWorlds.Shop(), new() { HasOneDefinition = true });
        Assert.Equal("differs", Assert.Single(other.Checks, check => !check.Passed).Name);
    }

    [Fact]
    public async Task An_opponent_that_nobody_knows_is_named()
    {
        var report = await ScenarioConformance.CheckAsync(() => SmallWorlds.Duel("odd"));
        Assert.Contains("'odd' is no shipped agent", report.Checks.Single(check => check.Name == "name").Detail);
    }

    private static Func<IScenario> Planted(string fault)
    {
        var made = 0;
        var shop = SmallWorlds.Shop();
        return fault switch
        {
            "name" => () => new Shaped("No Name", world => shop.Define(world) with { Name = "No Name" }),
            "defines" => () => new Shaped("mine", shop.Define),
            "valid" => () => new Shaped("small-shop", world => shop.Define(world) with { Days = 0 }),
            "repeatable" => () => Numbered(shop, ++made),
            "repeatable-order" => () => Ordered(shop),
            "culture" => () => new Shaped("small-shop", world => shop.Define(world) with { Cash = Money.Dollars(decimal.Parse("100.5", CultureInfo.CurrentCulture)) }),
            "concurrent" => () => Busy(shop),
            "round-trip" => () => new Shaped("small-shop", world => shop.Define(world) with { Niches = new Shifty(shop.Define(world).Niches[0]) }),
            "saves" => () => Numbered(shop, ++made),
            "differs" => () => new Shaped("small-shop", _ => shop.Define(new(1))),
            "plays" => () => new Shaped("small-shop", shop.Define) { Calls = 40 },
            "reproducible" => () => SmallWorlds.Duel("odd"),
            _ => throw new ArgumentException(fault),
        };
    }

    private static Shaped Numbered(IScenario shop, int number) => new("small-shop", world => shop.Define(world) with { Cash = new Money(100_000 + number) });

    /// <summary>Each call changes the next one, but for the first three.</summary>
    private static Shaped Ordered(IScenario shop)
    {
        var calls = 0;
        return new("small-shop", world => shop.Define(world) with { Cash = new Money(100_000 + (++calls > 3 ? calls : 0)) });
    }

    /// <summary>Not for several threads: who comes while another one is there gets something else. On another thread than its maker's it waits for the other one, so that they meet on any machine.</summary>
    private static Shaped Busy(IScenario shop)
    {
        var (inside, haveMet, maker) = (0, false, Environment.CurrentManagedThreadId);
        return new("small-shop", world =>
        {
            Interlocked.Increment(ref inside);
            if (Environment.CurrentManagedThreadId != maker)
            {
                SpinWait.SpinUntil(() => Volatile.Read(ref haveMet) || Volatile.Read(ref inside) > 1, TimeSpan.FromSeconds(2));
            }

            Volatile.Write(ref haveMet, haveMet || Volatile.Read(ref inside) > 1);
            Interlocked.Decrement(ref inside);
            return shop.Define(world) with { Cash = new Money(haveMet ? 100_001 : 100_000) };
        });
    }

    /// <summary>A list that says something else every time it is read.</summary>
    private sealed class Shifty(NicheDefinition niche) : IReadOnlyList<NicheDefinition>
    {
        private int _read;

        public int Count => 1;

        public NicheDefinition this[int index] => niche with { SessionsPerDay = 100 + ++_read };

        public IEnumerator<NicheDefinition> GetEnumerator() => new List<NicheDefinition> { this[0] }.GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class Shaped(string name, Func<WorldSeed, WorldDefinition> define) : IScenario
    {
        private static int s_calls;

        public string Name => name;

        /// <summary>Calls in the process after which it throws; 0 for never.</summary>
        public int Calls { get; init; }

        public WorldDefinition Define(WorldSeed world) => Calls > 0 && Interlocked.Increment(ref s_calls) > Calls ? throw new InjectedFaultException() : define(world);
    }
}
