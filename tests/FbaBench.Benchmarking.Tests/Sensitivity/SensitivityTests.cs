namespace FbaBench.Tests.Sensitivity;

/// <summary>What the verdict on an experiment goes by, and that experiments find what is there.</summary>
public sealed class SensitivityTests
{
    private static readonly SensitivityCase Case = new() { Id = "x", Scenario = "first-year", Seller = "base-stock", Low = ["cash=1"], Sign = "+" };

    /// <summary>Twelve paired worlds around 100 whose difference has this mean and a known spread.</summary>
    private static CheckLine Verdict(double difference, string sign, double spread = 0.1)
    {
        double[] low = [.. Enumerable.Range(0, 12).Select(i => 100.0 + i)];
        double[] high = [.. low.Select((value, i) => value + difference + (i % 2 == 0 ? spread : -spread))];
        return FbaBench.Sensitivity.Line(Case with { Sign = sign }, low, high);
    }

    [Theory]
    [InlineData(3.0, "+", 0.1, true)]
    [InlineData(-3.0, "+", 0.1, false)] // the other way round
    [InlineData(-3.0, "-", 0.1, true)]
    [InlineData(0.9, "+", 0.01, false)] // less than one per cent of 105.5
    [InlineData(1.2, "+", 0.01, true)]
    [InlineData(1.2, "+", 2.0, false)] // large enough, but the interval holds half of what was said
    public void A_line_passes_by_size_side_and_interval(double difference, string sign, double spread, bool passes) =>
        Assert.Equal(passes, Verdict(difference, sign, spread).Pass);

    /// <summary>3 of (105.5 + 108.5) / 2.</summary>
    [Fact]
    public void The_value_is_the_share_of_the_mean_of_both_arms() => Assert.Equal(Math.Round(300m / 107m, 4), Verdict(3, "+").Value);

    [Fact]
    public void What_is_zero_in_both_arms_is_a_failed_line()
    {
        var line = FbaBench.Sensitivity.Line(Case, [0, 0], [0, 0]);
        Assert.False(line.Pass);
        Assert.Contains("zero in both arms", line.Note, StringComparison.Ordinal);
    }

    /// <summary>Eight worlds are enough for a clear case of each kind, and nothing is found where nothing was changed but a name.</summary>
    [Fact]
    public async Task Experiments_find_what_is_there_and_only_that()
    {
        const string File = """
            {"schema":"sensitivity/1","cases":[
              {"id":"rate","scenario":"first-year","seller":"base-stock","low":["market.reviews.rate=0.005"],"high":["market.reviews.rate=0.05"],"observable":"reviews","sign":"+"},
              {"id":"seller","scenario":"first-year","seller":"base-stock","highSeller":"base-stock -placeOrder","observable":"units-sold","sign":"-"},
              {"id":"nothing","scenario":"first-year","seller":"base-stock","low":["sources=a"],"high":["sources=b"],"sign":"+"},
              {"id":"wrong","scenario":"first-year","seller":"base-stock","low":["market.reviews.rate=7"],"high":[],"sign":"+"}]}
            """;
        var lines = await FbaBench.Sensitivity.MeasureAsync(new() { Experiments = File, Worlds = 4, Seed = 5 });
        Assert.Equal([true, true, false, false], lines.Select(line => line.Pass));
        Assert.Equal(0, lines[2].Value);
        Assert.Contains("0.005 to 0.05", lines[3].Note, StringComparison.Ordinal);
        var one = await FbaBench.Sensitivity.MeasureAsync(new() { Experiments = File, Worlds = 4, Seed = 5, Threads = 1, Only = ["rate"] });
        Assert.Equal(lines[0], Assert.Single(one));
    }

    /// <summary>The other seats are played by the scenario's opponents: another one beside it, and the seller ends elsewhere.</summary>
    [Fact]
    public async Task Opponents_play_their_seats()
    {
        var item = Case with { Scenario = "two-sellers", Low = ["days=60"], High = ["days=60"] };
        var against = await new SensitivityArm(item, high: false, ShippedScenarios.Find("two-sellers")).PlayAsync(new(3), default);
        var remembered = await new SensitivityArm(item, high: false, new RememberedScenario(ShippedScenarios.Find("two-sellers"))).PlayAsync(new(3), default);
        var alone = await new SensitivityArm(item with { Low = ["days=60", "opponents=[do-nothing]"] }, high: false, ShippedScenarios.Find("two-sellers")).PlayAsync(new(3), default);
        Assert.Equal(against, remembered);
        Assert.NotEqual(against, alone);
    }

    [Fact]
    public async Task A_name_that_no_experiment_has_is_refused() =>
        Assert.Contains("no experiment is named gravity", (await Assert.ThrowsAsync<ArgumentException>(() => FbaBench.Sensitivity.MeasureAsync(new() { Only = ["gravity"] }))).Message, StringComparison.Ordinal);

    /// <summary>Sixty days in first-year, none of them failed.</summary>
    [Theory]
    [MemberData(nameof(Sellers))]
    public async Task Every_seller_of_the_shipped_experiments_plays(string seller)
    {
        await using var session = SimulationSession.Start(new FirstYear(), new WorldSeed(3));
        session.Seat(new(0), SellerSpecification.Parse(seller).Make());
        for (var day = 0; day < 60; day++)
        {
            await session.PlayDayAsync();
        }

        Assert.Empty(session.Faults);
    }

    public static TheoryData<string> Sellers => [.. SensitivityTable.Shipped().Cases.SelectMany(item => new[] { item.Seller, item.HighSeller ?? item.Seller }).Distinct().Order(StringComparer.Ordinal)];
}
