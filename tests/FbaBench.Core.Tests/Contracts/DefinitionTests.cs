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
            { "niches: null", world with { Niches = null! } },
            { "niches[0]: null", world with { Niches = [null!] } },
            { "account: null", world with { Account = null! } },
            { "sources (characters): 2001", world with { Sources = new string('x', 2001) } },
            { "fees.mode: 99 is unknown", world with { Fees = new FeePolicy((FeeMode)99) } },
            { "start (year): 9999", world with { Start = new(9999, 1, 1) } },
            { "limits.lotsPerOffer × unitsPerOrder", world with { Limits = new KernelLimits { LotsPerOffer = 255, UnitsPerOrder = 10_000_000 } } },
            { "niche 'mugs' referenceConversion: 0.02", With(niche with { ReferenceConversion = 0.02 }) },
            { "niche 'mugs' trafficByWeekday mean: 5", With(niche with { TrafficByWeekday = [5, 5, 5, 5, 5, 5, 5] }) },
            { "niche 'mugs' products: null", With(niche with { Products = null! }) },
            { "niche 'mugs' rivals[0]: null", With(niche with { Rivals = [null!] }) },
            { "product 'blue-mug' category: null", With(niche with { Products = [new ProductDefinition("blue-mug", null!, new(1899)) { Size = product.Size, WeightPounds = 1, Suppliers = product.Suppliers, ReturnRate = 0 }] }) },
            { "supplier 'factory' transit medianDays within its range: 60", With(niche with { Products = [product with { Suppliers = [supplier with { Transit = new(60, 0, 10, 50) }] }] }) },
            { "supplier 'factory' transit and receiving, longest days: 90", With(niche with { Products = [product with { Suppliers = [supplier with { Transit = new(60, 0, 60, 60), Receiving = new(30, 0, 30, 30) }] }] }, world with { Account = new AccountTerms { RunOffSellingDays = 30, RunOffDays = 75 } }) },
            { "rival 'acme' policy: 99 is unknown", With(niche with { Rivals = [niche.Rivals[0] with { Policy = (RivalPolicy)99 }, .. niche.Rivals.Skip(1)] }) },
            { "market.search.velocityWeight: 0.5 is outside 0 to 0.35", world with { Market = new() { Search = new() { VelocityWeight = 0.5 } } } },
            { "market.reviews.rate: 0.2 is outside 0.005 to 0.05", world with { Market = new() { Reviews = new() { Rate = 0.2 } } } },
            { "market.reviews.stars sum: 0.5", world with { Market = new() { Reviews = new() { Stars = [0.1, 0.1, 0.1, 0.1, 0.1] } } } },
            { "market.advertising.slotAttention[1]: 1.5 is outside 0 to 1", world with { Market = new() { Advertising = new() { SlotAttention = [1, 1.5] } } } },
            { "market.featuredOffer.suppressionThreshold: 0.9", world with { Market = new() { FeaturedOffer = new() { SuppressionThreshold = 0.9 } } } },
            { "market.promotions.lift: 5", world with { Market = new() { Promotions = new() { Lift = 5 } } } },
            { "deal event 'late': it overlaps 'early'", world with { DealEvents = [new("early", new(2025, 7, 8), new(2025, 7, 11), 2.5), new("late", new(2025, 7, 11), new(2025, 7, 12), 2)] } },
            { "deal event 'early' traffic: 9", world with { DealEvents = [new("early", new(2025, 7, 8), new(2025, 7, 11), 9)] } },
            { "segments, mean priceSensitivity: 2", With(niche with { Segments = [new("all", 1, 2, 1)] }) },
            { "segments, sum of shares: 0.5", With(niche with { Segments = [new("all", 0.5, 1, 1)] }) },
            { "rival 'acme' product: 'blue-mug' is not a shared product", With(niche with { Rivals = [niche.Rivals[0] with { Product = "blue-mug" }, .. niche.Rivals.Skip(1)] }) },
            { "rival 'acme' extraDeliveryDays: 3 is outside 0 to 0", With(niche with { Rivals = [niche.Rivals[0] with { ExtraDeliveryDays = 3 }, .. niche.Rivals.Skip(1)] }) },
            { "product 'blue-mug' openingVelocity: 11", With(niche with { Products = [product with { OpeningVelocity = 11 }] }) },
            { "rival 'acme' floorShare: 2", With(niche with { Rivals = [niche.Rivals[0] with { FloorShare = 2 }, .. niche.Rivals.Skip(1)] }) },
        };

        WorldDefinition With(NicheDefinition changed, WorldDefinition? of = null) => (of ?? world) with { Niches = [changed] };
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

    /// <summary>What a caller or an agent holds is no way into the world.</summary>
    [Fact]
    public void Lists_handed_in_or_out_cannot_change_a_world()
    {
        var traffic = Enumerable.Repeat(1.0, 12).ToArray();
        var ladder = new PriceStep[] { new(200, Money.Dollars(3)) };
        var niche = TestWorlds.MugNiche();
        var product = niche.Products[0] with { Suppliers = [niche.Products[0].Suppliers[0] with { Ladder = ladder }] };
        var simulation = TestWorlds.Start(TestWorlds.Mugs() with { Niches = [niche with { TrafficByMonth = traffic, Products = [product] }, TestWorlds.SpoonNiche()] });
        traffic[0] = 9;
        ladder[0] = new(1, Money.Zero);
        var offer = simulation.Observe(new(0)).Offers[0];
        Assert.Equal(1.0, simulation.Definition.Niches[0].TrafficByMonth[0]);
        Assert.Equal(300, offer.BestQuote.UnitPrice(200).Cents);
        Assert.False(offer.Quotes is Quote[] or List<Quote>);
        Assert.False(offer.BestQuote.Ladder is PriceStep[] or List<PriceStep>);
        Assert.Throws<NotSupportedException>(() => ((IList<Quote>)offer.Quotes)[0] = null!);
    }

    /// <summary>Mean sales at the edge of what a world may be, without sponsored slots: few buyers, tastes close together.</summary>
    [Fact]
    public void A_world_at_the_edge_of_its_ranges_sells_what_it_should()
    {
        var niche = TestWorlds.MugNiche(openingStock: 100_000) with { NestSigma = 0.85, ReferenceConversion = 0.08, FactorVariance = 0 };
        var definition = TestWorlds.Mugs(days: 30) with
        {
            // In the order of appeal, which nothing shuffles.
            Niches = [niche with { Products = [niche.Products[0] with { Appeal = 2 }] }],
            Market = new() { Search = new() { DailyDeviation = 0 }, Advertising = new() { TopSlotAttention = 0 } },
            Fees = FeePolicy.None,
        };
        var share = TestWorlds.Start(definition).Rules.Choice.ReferenceShare[0];
        Assert.InRange(share, 2 * 0.08 / 6, 0.08);
        var units = 0L;
        for (ulong seed = 0; seed < 20; seed++)
        {
            var simulation = TestWorlds.Start(definition, seed);
            simulation.Step([new(new(0), new([new SetPrice(simulation.Observe(new(0)).Offers[0].Id, simulation.Observe(new(0)).Offers[0].ReferencePrice)]))]);
            while (simulation.Day < 30)
            {
                simulation.Step([]);
            }

            units += simulation.Summary(new(0)).UnitsSold;
        }

        var expected = 20 * 30 * 400 * share * 1.15;
        Assert.InRange(units / expected, 0.95, 1.05);
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
