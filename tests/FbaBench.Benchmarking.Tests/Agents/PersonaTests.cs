namespace FbaBench.Tests.Agents;

public sealed class PersonaTests
{
    private static readonly Seat Seat = new(0);

    /// <summary>Ends of world 0 of the default experiment as they were before there were personas.</summary>
    [Theory]
    [InlineData("first-year", 16_192_81, "29934893afa8051e61c08d4d18c02027")]
    [InlineData("gift-shop", 20_108_68, "339950e79558e59c7242f904c6895722")]
    [Trait("Category", "Golden")]
    public void Without_a_persona_and_balanced_base_stock_ends_as_it_always_did(string scenario, long cents, string hash)
    {
        foreach (var seller in new[] { new BaseStock(), new BaseStock(Persona.Balanced) })
        {
            var world = Start(scenario);
            Play(world, seller, world.TotalDays);
            Assert.Equal((cents, hash), (world.Gain(Seat).Cents, world.Hash.ToString()));
        }
    }

    [Fact]
    public void Orders_leave_the_reserve_alone()
    {
        var risk = new RiskParameters { CashReserve = 0.5 };
        var world = Start("first-year");
        var (ordered, kept) = (0, world.Definition.Cash.Cents / 2);
        Play(world, new BaseStock(risk), 200, (today, decision) =>
        {
            var spent = Money.Zero;
            foreach (var order in decision.Commands.OfType<PlaceOrder>())
            {
                var offer = today.Offers.Single(offer => offer.Id == order.Offer);
                spent += today.LandedCost(offer.Info, offer.Quotes.Single(quote => quote.Supplier == order.Supplier), order.Units) * order.Units;
                ordered++;
            }

            Assert.True(spent == Money.Zero || (today.Cash - today.BalancesOwed - spent).Cents >= kept, $"day {today.Day}: {today.Cash} in cash, {today.BalancesOwed} owed, {spent} spent");
        });
        Assert.True(ordered > 0);
    }

    [Fact]
    public async Task A_markup_factor_multiplies_what_is_asked_above_break_even()
    {
        var world = Start("gift-shop");
        var today = world.Observe(Seat);
        var sources = GoodsSource.Of(today);
        var usual = await PricesAsync(new() { MarkupFactor = 0.5 });
        var lower = await PricesAsync(new() { MarkupFactor = 0.25 });
        int[] free = [.. Enumerable.Range(0, sources.Length).Where(i => usual[i] < today.Offers[i].HighestFeaturedPrice?.Cents)];
        Assert.True(free.Length >= 4);
        Assert.All(free, i =>
        {
            var floor = sources[i].BreakEvenCents;
            Assert.Equal((usual[i] - floor) / 2, lower[i] - floor, 1.0);
        });

        async Task<double[]> PricesAsync(RiskParameters risk)
        {
            var decision = await new BaseStock(risk).DecideAsync(today, world.ContextOf(Seat), default);
            return [.. today.Offers.Select(offer => (double)(decision.Commands.OfType<SetPrice>().FirstOrDefault(set => set.Offer == offer.Id)?.Price ?? offer.Price).Cents)];
        }
    }

    [Fact]
    public void More_safety_keeps_more_stock_and_a_high_hurdle_orders_nothing()
    {
        var (usual, safe, picky) = (Played(new()), Played(new() { SafetyFactor = 4 }), Played(new() { HurdleFactor = 3, MarkupFactor = 0.5 }));
        Assert.True(safe.Stock > 1.05 * usual.Stock, $"{safe.Stock} units with four times the safety, {usual.Stock} without");
        Assert.Equal(0, picky.Ordered);

        static (int Ordered, double Stock) Played(RiskParameters risk)
        {
            var world = Start("gift-shop");
            var (ordered, stock) = (0, 0L);
            Play(world, new BaseStock(risk), 200, (today, decision) =>
            {
                ordered += decision.Commands.OfType<PlaceOrder>().Sum(order => order.Units);
                stock += today.Offers.Sum(offer => offer.UnitsOnHand);
            });
            return (ordered, stock / 200.0);
        }
    }

    [Fact]
    public void A_seller_that_may_not_advertise_starts_no_campaign()
    {
        Assert.True(Campaigns(Persona.Balanced) > 0);
        Assert.Equal(0, Campaigns(Persona.Balanced with { Risk = new() { AdvertisingFactor = 0 } }));

        static int Campaigns(Persona persona)
        {
            var world = Start("first-year");
            var campaigns = 0;
            Play(world, new TunedSeller(persona), 120, (_, decision) => campaigns += decision.Commands.OfType<CreateCampaign>().Count());
            return campaigns;
        }
    }

    [Fact]
    public async Task A_fork_goes_by_the_cash_of_the_first_morning()
    {
        foreach (var seller in new IForkableAgent[] { new BaseStock(Persona.Cautious), new TunedSeller(Persona.Cautious) })
        {
            var world = Start("first-year");
            Play(world, seller, 60);
            var fork = seller.Fork();
            for (var day = 0; day < 60; day++)
            {
                var (today, context) = (world.Observe(Seat), world.ContextOf(Seat));
                var decision = await seller.DecideAsync(today, context, default);
                Assert.Equal(decision.Commands, (await fork.DecideAsync(today, context, default)).Commands);
                world.Step([new(Seat, decision)]);
            }
        }
    }

    [Fact]
    public void Shipped_personas_are_found_by_name_and_others_are_told_which_there_are()
    {
        Assert.Equal(["balanced", "bold", "cautious"], Persona.Names);
        Assert.All(Persona.Names, name => Assert.Equal(name, Persona.Find(name).Name));
        Assert.All(Persona.Names, name => Assert.StartsWith($"You are a {name} seller. ", Persona.Find(name).Prompt, StringComparison.Ordinal));
        Assert.Equal(new RiskParameters(), Persona.Balanced.Risk);
        Assert.Contains("balanced, bold, cautious", Assert.Throws<ArgumentException>(() => Persona.Find("reckless")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parameters_out_of_range_are_refused_when_they_are_set()
    {
        Assert.Equal("CashReserve is 1; allowed is 0 to 0.9. (Parameter 'CashReserve')", Assert.Throws<ArgumentException>(() => new RiskParameters { CashReserve = 1 }).Message);
        Assert.Throws<ArgumentException>(() => new RiskParameters { SafetyFactor = -0.01 });
        Assert.Throws<ArgumentException>(() => Persona.Bold.Risk with { MarkupFactor = 0.2 });
        Assert.Throws<ArgumentException>(() => new RiskParameters { HurdleFactor = 3.1 });
        Assert.Throws<ArgumentException>(() => new RiskParameters { AdvertisingFactor = double.NaN });
    }

    private static Simulation Start(string scenario)
    {
        var seed = WorldSeed.OfExperiment(1, 0);
        return Simulation.Create(ShippedScenarios.Find(scenario).Define(seed), seed);
    }

    private static void Play(Simulation world, IAgent seller, int days, Action<Observation, Decision>? watch = null)
    {
        var context = world.ContextOf(Seat);
        while (world.Day < days)
        {
            var today = world.Observe(Seat);
            var decision = today.IsTrading ? seller.DecideAsync(today, context, default).AsTask().Result : Decision.None;
            watch?.Invoke(today, decision);
            world.Step([new(Seat, decision)]);
        }
    }
}
