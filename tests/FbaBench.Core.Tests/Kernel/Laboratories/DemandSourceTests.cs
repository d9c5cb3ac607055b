using static FbaBench.Tests.Kernel.Laboratories.ShelfWorld;

namespace FbaBench.Tests.Kernel.Laboratories;

public sealed class DemandSourceTests
{
    private static LaboratoryDefinition Source(DemandSource source, int scale = 1) => new()
    {
        Demand = source,
        QuantityScale = scale,
        Shortage = ShortageRule.Lost,
        DemandDeviation = source == DemandSource.Ar1 ? 2 : 0,
        DemandCorrelation = source == DemandSource.Ar1 ? -0.6 : 0,
        DemandShape = source == DemandSource.NegativeBinomial ? 2 : 0,
    };

    private static double[] Wanted(WorldDefinition world, int days, ulong seed = 7)
    {
        var simulation = TestWorlds.Start(world, seed);
        var wanted = new double[days];
        for (var day = 0; day < days; day++)
        {
            simulation.Step([Do(new SetPrice(Shelf, new(1_000)))]);
            wanted[day] = See(simulation).SessionsYesterday;
        }

        return wanted;
    }

    [Fact]
    public void A_table_is_wanted_day_by_day_and_its_last_number_for_ever()
    {
        var world = Of(Source(DemandSource.Table, scale: 10) with { DemandTable = [4, 0, 2.55] });
        Assert.Equal([40, 0, 26, 26, 26], Wanted(world, 5));
        Assert.Equal(Wanted(world, 5), Wanted(world, 5, seed: 8));
    }

    [Theory]
    [InlineData(DemandSource.Geometric, 5, 5.4772256)]
    [InlineData(DemandSource.NegativeBinomial, 5, 4.1833001)]
    [InlineData(DemandSource.Ar1, 20, 2)]
    public void Drawn_demand_has_its_mean_and_deviation(DemandSource source, double mean, double deviation)
    {
        const int days = 20_000;
        var world = Of(Source(source), sessions: mean, days: days);
        var wanted = Wanted(world, days);

        // Rounding to a unit adds a twelfth; correlation −0.6 shrinks the mean's error.
        var spread = Math.Sqrt((deviation * deviation) + (source == DemandSource.Ar1 ? 1 / 12.0 : 0));
        Assert.InRange(wanted.Average(), mean - (4 * spread / Math.Sqrt(days)), mean + (4 * spread / Math.Sqrt(days)));
        Assert.InRange(Math.Sqrt(wanted.Average(units => (units - mean) * (units - mean))) / spread, 0.96, 1.04);
    }

    [Fact]
    public void Correlated_demand_has_its_correlation_from_day_to_day_and_the_same_law_on_every_day()
    {
        var world = Of(Source(DemandSource.Ar1, scale: 1_000), sessions: 20, days: 400);
        var worlds = Enumerable.Range(0, 400).Select(seed => Wanted(world, 3, (ulong)seed)).ToArray();
        foreach (var day in new[] { 0, 1, 2 })
        {
            Assert.InRange(Math.Sqrt(worlds.Average(wanted => Math.Pow(wanted[day] - 20_000, 2))) / 2_000, 0.86, 1.14);
        }

        var series = Wanted(world, 400).Select(units => units - 20_000).ToArray();
        var correlation = series.Zip(series.Skip(1), (left, right) => left * right).Sum() / series.Sum(units => units * units);
        Assert.InRange(correlation, -0.72, -0.48);
    }

    /// <summary>The deviations of a day do not depend on whether the listing was open before.</summary>
    [Fact]
    public void Correlated_demand_goes_on_while_a_listing_is_closed()
    {
        var world = Of(Source(DemandSource.Ar1, scale: 1_000), sessions: 20);
        var open = Wanted(world, 10);
        var simulation = TestWorlds.Start(world);
        for (var day = 0; day < 9; day++)
        {
            simulation.Step([]);
            Assert.Equal(0, See(simulation).SessionsYesterday);
        }

        simulation.Step([Do(new SetPrice(Shelf, new(1_000)))]);
        Assert.Equal(open[9], See(simulation).SessionsYesterday);
    }

    [Fact]
    public void A_laboratory_without_fees_counts_more_periods_than_a_calendar_of_fees_has_days()
    {
        var simulation = TestWorlds.Start(Of(Source(DemandSource.Poisson), days: 1_000_000));
        Assert.Equal(1_000_000, simulation.Definition.Days);
        simulation.Step([]);
        var calendar = Of(Source(DemandSource.Poisson), days: 3_651) with { Fees = FeePolicy.Published };
        Assert.Contains("days: 3651 is outside 1 to 3650", Assert.Throws<WorldDefinitionException>(() => TestWorlds.Start(calendar)).Message, StringComparison.Ordinal);
        var late = Of(Source(DemandSource.Poisson), days: 1_000_000) with { Start = new SimDate(7_001, 1, 1) };
        Assert.Contains("start (year): 7001 is outside", Assert.Throws<WorldDefinitionException>(() => TestWorlds.Start(late)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void New_switches_are_written_only_where_they_are_used_and_read_back()
    {
        var plain = System.Text.Encoding.UTF8.GetString(DefinitionJson.Write(Of(Source(DemandSource.Poisson))));
        foreach (var name in new[] { "demandCorrelation", "demandShape", "demandTable", "orderFixedCost", "supplyChain" })
        {
            Assert.DoesNotContain(name, plain, StringComparison.Ordinal);
        }

        var world = Of(Table(4, 8) with { OrderFixedCost = new(64), SupplyChain = new() { OpeningUnitsPerDay = 4 } }, seats: 4, cost: 1);
        var read = DefinitionJson.Read(DefinitionJson.Write(world));
        Assert.Equal([4, 8], read.LaboratorySwitches!.DemandTable!);
        Assert.Equal(world.LaboratorySwitches!.SupplyChain, read.LaboratorySwitches.SupplyChain);
        Assert.Equal(DefinitionDigest.Of(world), DefinitionDigest.Of(read));
    }

    [Fact]
    public void A_table_that_is_changed_later_changes_no_world()
    {
        double[] table = [4];
        var simulation = TestWorlds.Start(Of(Table(table)));
        table[0] = 9;
        simulation.Step([Do(new SetPrice(Shelf, new(1_000)))]);
        Assert.Equal(4, See(simulation).SessionsYesterday);
    }

    public static TheoryData<string, WorldDefinition> Wrong() => new()
    {
        { "laboratorySwitches.demandTable: it goes with demand: table", Of(Source(DemandSource.Table)) },
        { "laboratorySwitches.demandTable: it goes with demand: table", Of(Source(DemandSource.Poisson) with { DemandTable = [1] }) },
        { "laboratorySwitches.demandTable (days): 0 given", Of(Table()) },
        { "laboratorySwitches.demandTable (units): -1", Of(Table(-1)) },
        { "laboratorySwitches.demandTable (engine units)", Of(Table(1e9) with { QuantityScale = 3 }) },
        { "laboratorySwitches.demandShape: 0 is outside", Of(Source(DemandSource.NegativeBinomial) with { DemandShape = 0 }) },
        { "laboratorySwitches.demandShape: 2 is outside 0 to 0", Of(Source(DemandSource.Geometric) with { DemandShape = 2 }) },
        { "negative binomial: 601 is outside 0 to 600", Of(Source(DemandSource.NegativeBinomial), sessions: 601) },
        { "laboratorySwitches.demandCorrelation: 1 is outside", Of(Source(DemandSource.Ar1) with { DemandCorrelation = 1 }) },
        { "laboratorySwitches.demandCorrelation: 0.5 is outside 0 to 0", Of(Source(DemandSource.Poisson) with { DemandCorrelation = 0.5 }) },
        { "laboratorySwitches.demandDeviation: 0 is outside", Of(Source(DemandSource.Ar1) with { DemandDeviation = 0 }) },
        { "laboratorySwitches.orderFixedCost (cents): -1", Of(Table(1) with { OrderFixedCost = new(-1) }) },
        { "laboratorySwitches.shortage: shoppers of the choice model do not wait", Of(new() { Shortage = ShortageRule.Backlog }) },
        { "laboratorySwitches.supplyChain.mailDays: -1", Of(Table(1) with { SupplyChain = new() { MailDays = -1 } }, seats: 2) },
        { "laboratorySwitches.supplyChain.shippingDays: 0", Of(Table(1) with { SupplyChain = new() { ShippingDays = 0 } }, seats: 2) },
        { "laboratorySwitches.supplyChain: seats: 1 is outside", Of(Table(1) with { SupplyChain = new() }) },
        { "lots under way at the start, one a day: 62 is outside", Of(Table(1) with { SupplyChain = new() { MailDays = 60, ShippingDays = 1, OpeningUnitsPerDay = 1 } }, seats: 2) },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Wrong_switches_are_refused_with_what_would_be_right(string expected, WorldDefinition world) =>
        Assert.Contains(expected, Assert.Throws<WorldDefinitionException>(() => TestWorlds.Start(world)).Message, StringComparison.Ordinal);
}
