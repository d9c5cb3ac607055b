namespace FbaBench.Tests.Contracts;

public sealed class DefinitionTests
{
    [Fact]
    public void A_definition_written_and_read_is_the_same_world()
    {
        var definition = TestWorlds.Mugs(seats: 3);
        var read = DefinitionJson.Read(DefinitionJson.Write(definition));
        Assert.Equal(DefinitionDigest.Of(definition), DefinitionDigest.Of(read));
        Assert.Equal(TestWorlds.Start(definition).Hash, TestWorlds.Start(read).Hash);
    }

    [Fact]
    public void A_misspelt_field_is_refused_with_its_place()
    {
        var text = System.Text.Encoding.UTF8.GetString(DefinitionJson.Write(TestWorlds.Mugs())).Replace("\"nestSigma\"", "\"nestSigna\"", StringComparison.Ordinal);
        var error = Assert.Throws<WorldDefinitionException>(() => DefinitionJson.Read(System.Text.Encoding.UTF8.GetBytes(text)));
        Assert.Contains("nestSigna", error.Message, StringComparison.Ordinal);
        Assert.Contains("line 1", error.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, WorldDefinition> Wrong()
    {
        var world = TestWorlds.Mugs();
        var niche = world.Niches[0];
        var product = niche.Products[0];
        var supplier = product.Suppliers[0];
        return new()
        {
            { "name: 'Mugs!'", world with { Name = "Mugs!" } },
            { "days: 0", world with { Days = 0 } },
            { "seats: 65", world with { Seats = 65 } },
            { "cash (cents): -1", world with { Cash = new(-1) } },
            { "niches: 0", world with { Niches = [] } },
            { "'mugs' stands twice", world with { Niches = [niche, niche] } },
            { "niche 'mugs' ownPriceElasticity: -0.5 is outside -4.5 to -1.2", With(niche with { OwnPriceElasticity = -0.5 }) },
            { "niche 'mugs' sessionsPerDay: NaN", With(niche with { SessionsPerDay = double.NaN }) },
            { "niche 'mugs' orderSizes sum: 0.9", With(niche with { OrderSizes = [0.9, 0, 0] }) },
            { "niche 'mugs' trafficByMonth: 2 given, 12 needed", With(niche with { TrafficByMonth = [1, 1] }) },
            { "listings (products × seats + rivals): 2", With(niche with { Rivals = [] }) },
            { "product 'blue-mug' weightPounds: 0", With(niche with { Products = [product with { WeightPounds = 0 }] }) },
            { "product 'blue-mug' openingUnitCost", With(niche with { Products = [product with { OpeningUnitCost = Money.Zero }] }) },
            { "product 'blue-mug' suppliers: 0", With(niche with { Products = [product with { Suppliers = [] }] }) },
            { "supplier 'factory' ladder[1] units: 200", With(niche with { Products = [product with { Suppliers = [supplier with { Ladder = [new(200, new(5)), new(200, new(4))] }] }] }) },
            { "supplier 'factory' transit maximumDays: 5", With(niche with { Products = [product with { Suppliers = [supplier with { Transit = new(10, 0, 10, 5) }] }] }) },
            { "rival 'acme' floorShare: 2", With(niche with { Rivals = [niche.Rivals[0] with { FloorShare = 2 }, .. niche.Rivals.Skip(1)] }) },
        };

        WorldDefinition With(NicheDefinition changed) => world with { Niches = [changed] };
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_definition_is_refused_with_path_value_and_range(string expected, WorldDefinition definition) =>
        Assert.Contains(expected, Assert.Throws<WorldDefinitionException>(() => TestWorlds.Start(definition)).Message, StringComparison.Ordinal);

    [Fact]
    public void Observations_hold_no_seed_and_no_latent_parameter()
    {
        string[] hidden = ["Seed", "Elasticity", "Sigma", "Appeal", "Utility", "Draws", "ReturnRate", "SessionsPerDay"];
        var names = typeof(Observation).GetProperties().Concat(typeof(OfferObservation).GetProperties()).Concat(typeof(OfferInfo).GetProperties()).Concat(typeof(AgentContext).GetProperties()).Select(property => property.Name);
        Assert.DoesNotContain(names, name => hidden.Any(word => name.Contains(word, StringComparison.Ordinal)));
    }

    [Fact]
    public void Days_of_supply_count_stock_and_inbound_over_live_days()
    {
        var offer = TestWorlds.Start(TestWorlds.Mugs()).Observe(new(0)).Offers[0];
        Assert.Equal(9_999, (offer with { UnitsOnHand = 10, UnitsLast30Days = 0 }).DaysOfSupply);
        Assert.Equal(0, (offer with { UnitsOnHand = 0, UnitsInbound = 0, UnitsLast30Days = 5 }).DaysOfSupply);
        Assert.Equal(25, (offer with { UnitsOnHand = 30, UnitsInbound = 20, UnitsLast30Days = 40, LiveDaysLast30 = 20 }).DaysOfSupply);
    }

    [Fact]
    public void A_quote_prices_by_its_ladder()
    {
        var quote = TestWorlds.Start(TestWorlds.Mugs()).Observe(new(0)).Offers[0].Quotes[0];
        Assert.Equal(320, quote.UnitPrice(200).Cents);
        Assert.Equal(320, quote.UnitPrice(499).Cents);
        Assert.Equal(290, quote.UnitPrice(500).Cents);
        Assert.Equal(420, quote.LandedCost(500).Cents);
        Assert.Equal(19_200, quote.Deposit(200).Cents);
        Assert.Throws<ArgumentOutOfRangeException>(() => quote.UnitPrice(199));
    }
}
