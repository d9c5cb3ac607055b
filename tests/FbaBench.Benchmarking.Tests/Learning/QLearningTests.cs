namespace FbaBench.Tests.Learning;

public sealed class QLearningTests
{
    private static readonly CollusionLaboratory Laboratory = PriceGames.Laboratory;

    /// <summary>The bare game, without an engine, gives .70 at this decay (1,000 sessions).</summary>
    [Fact]
    public void Quick_sessions_collude_as_in_the_bare_game()
    {
        Assert.All(PriceGames.QuickSessions, session => Assert.True(session.HasConverged));
        Assert.InRange(PriceGames.QuickSessions.Average(Laboratory.Index), 0.65, 0.75);
    }

    [Fact]
    public void Sellers_to_whom_tomorrow_is_worth_nothing_hardly_collude()
    {
        var trained = QLearning.Train(Laboratory.Game, new() { ExplorationDecay = 3e-5, Discount = 0 }, PriceGames.Split, 10);
        Assert.InRange(trained.Average(Laboratory.Index), -0.1, 0.35);
    }

    /// <summary>What the engine plays is the theory's market: the profits of all pairs of prices, to one of the 1,000,000 units of a shopper.</summary>
    [Fact]
    public void Profits_are_those_of_theory()
    {
        var prices = Laboratory.Game.Prices;
        var market = new LogitMarket([8, 8], [1, 1], 4, 0);
        for (var own = 0; own < prices.Count; own++)
        {
            for (var other = 0; other < prices.Count; other++)
            {
                var share = market.Shares([prices[own].Cents / 1e4, prices[other].Cents / 1e4])[0];
                var theory = share * (prices[own].Cents - 1e4) * 1e6;
                Assert.Equal(theory, Laboratory.Game.ProfitCents(new(0), own, other), prices[own].Cents - 1e4);
                Assert.Equal(theory, Laboratory.Game.ProfitCents(new(1), own, other), prices[own].Cents - 1e4);
            }
        }
    }

    /// <summary>The trainer's periods are days of ordinary agents: period for period the same prices, exploring and not.</summary>
    [Fact]
    public async Task The_trainer_plays_what_agents_in_a_session_play()
    {
        const int days = 250;
        var terms = new QLearningTerms { ExplorationDecay = 0.02 };
        var game = Laboratory.Game;
        var rounds = await Laboratory.PlayAsync(new QLearningPricer(game, terms), new QLearningPricer(game, terms), days, PriceGames.Split.Training(0));
        for (var period = 1; period <= days; period++)
        {
            var trained = QLearning.Train(game, terms with { MostPeriods = period }, PriceGames.Split, 1)[0];
            Assert.Equal(rounds[period - 1].Prices, trained.Policies.Select(policy => policy.Prices[policy.Start]));
        }

        Assert.True(rounds.Select(round => round.Prices[0]).Distinct().Count() > 10);
    }

    [Fact]
    public void Any_number_of_threads_learns_the_same()
    {
        var terms = new QLearningTerms { ExplorationDecay = 1e-3, UnchangedPeriods = 2_000 };
        var one = QLearning.Train(Laboratory.Game, terms, PriceGames.Split, 6, threads: 1);
        var four = QLearning.Train(Laboratory.Game, terms, PriceGames.Split, 6, threads: 4);
        Assert.Equal(one.SelectMany(session => session.Policies.Select(policy => policy.Digest())), four.SelectMany(session => session.Policies.Select(policy => policy.Digest())));
        Assert.Equal(12, one.SelectMany(session => session.Policies.Select(policy => policy.Digest())).Distinct().Count());
    }

    /// <summary>A world of some days begins anew many times in a training, and nothing is other than in a long one.</summary>
    [Fact]
    public void Where_worlds_end_is_not_seen_in_what_is_learned()
    {
        var terms = new QLearningTerms { ExplorationDecay = 1e-3, UnchangedPeriods = 2_000 };
        var weeks = PriceGame.Of(Laboratory.Game.World.Definition with { Days = 97 }, Laboratory.Game.Prices);
        var whole = QLearning.Train(Laboratory.Game, terms, PriceGames.Split, 1)[0];
        var parts = QLearning.Train(weeks, terms, PriceGames.Split, 1)[0];
        Assert.Equal((whole.Periods, whole.MeanProfitCents), (parts.Periods, parts.MeanProfitCents));
        Assert.Equal(whole.Policies[0].Answers, parts.Policies[0].Answers);
        Assert.True(whole.Periods > 10 * 97);
    }

    /// <summary>A fork of a learner knows what it knew and goes on by itself.</summary>
    [Fact]
    public async Task A_forked_learner_decides_the_same()
    {
        var terms = new QLearningTerms { ExplorationDecay = 0.02 };
        var seller = new QLearningPricer(Laboratory.Game, terms);
        var world = Laboratory.Game.World.Start(PriceGames.Split.Training(0));
        for (var day = 0; day < 200; day++)
        {
            var decision = await seller.DecideAsync(world.Observe(new(0)), world.ContextOf(new(0)), default);
            var other = await ScriptedPricer.TitForTat(Laboratory.Game, Laboratory.MonopolyPrice).DecideAsync(world.Observe(new(1)), world.ContextOf(new(1)), default);
            world.Step([new(new(0), decision), new(new(1), other)]);
        }

        var fork = seller.Fork();
        var (seen, context) = (world.Observe(new(0)), world.ContextOf(new(0)));
        Assert.Equal((await seller.DecideAsync(seen, context, default)).Commands, (await fork.DecideAsync(seen, context, default)).Commands);
    }

    [Fact]
    public void Terms_and_games_that_are_no_such_are_refused()
    {
        var game = Laboratory.Game;
        Assert.Contains("Discount is 1", Assert.Throws<ArgumentException>(() => QLearning.Train(game, new() { Discount = 1 }, PriceGames.Split, 1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => QLearning.Train(game, new(), PriceGames.Split, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => QLearning.Train(game, new(), PriceGames.Split, 1, threads: 0));
        Assert.Throws<ArgumentException>(() => PriceGame.Of(ShippedScenarios.Find("lab-price").Define(new(1)), game.Prices));
        Assert.Throws<ArgumentException>(() => PriceGame.Of(game.World.Definition, [.. game.Prices.Reverse()]));
        Assert.Throws<ArgumentException>(() => PriceGame.Of(game.World.Definition with { Limits = new() { LotsPerOffer = 4, UnitsPerOrder = 1_000_000 } }, game.Prices));
    }
}
