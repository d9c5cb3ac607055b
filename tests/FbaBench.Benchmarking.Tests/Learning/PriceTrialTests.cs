namespace FbaBench.Tests.Learning;

/// <summary>What sellers who try prices learn from: the right days, and nothing else.</summary>
public sealed class PriceTrialTests
{
    private static readonly Seat Seat = new(0);

    /// <summary>Sales are credited to the price that stood when they were made, by the events of the days themselves.</summary>
    [Fact]
    public void A_trial_is_credited_with_the_sales_of_its_own_days()
    {
        var seed = new WorldSplit(3).Test(0);
        var world = Simulation.Create(ShippedScenarios.Find("gift-shop").Define(seed), seed);
        var learner = new Recorder();
        var trials = new HeldPrices(learner, holdDays: 3);
        var sold = new Dictionary<(int Place, Money Price), long>();
        while (world.Day < 90)
        {
            world.Step([new(Seat, trials.Decide(world.Observe(Seat), world.ContextOf(Seat)))]);
            var after = world.Observe(Seat).Offers;
            foreach (ref readonly var item in world.Events)
            {
                var (offer, isSale) = (item.Offer, item.Kind == EventKind.Sale);
                var place = Enumerable.Range(0, after.Count).First(i => after[i].Id == offer || !isSale);
                if (isSale && after[place].LostYesterday == 0)
                {
                    sold[(place, after[place].Price)] = sold.GetValueOrDefault((place, after[place].Price)) + item.Units;
                }
            }
        }

        // Every trial asks a price of its own, so that what was sold at it is what the trial sold.
        Assert.True(learner.Trials.Count > 50 && learner.Trials.Sum(trial => trial.Units) > 200, $"{learner.Trials.Count} trials of {learner.Trials.Sum(trial => trial.Units)} units");
        Assert.All(learner.Trials, trial => Assert.Equal(sold.GetValueOrDefault((trial.Choice, trial.Price)), trial.Units));
    }

    [Fact]
    public void A_day_counts_at_the_trials_own_price_with_stock_for_all_who_wanted_it()
    {
        var today = Simulation.Create(ShippedScenarios.Find("gift-shop").Define(new(1)), new(1)).Observe(Seat);
        var day = today.Offers[0] with { Price = new(1_000), UnitsOnHand = 9, UnitsYesterday = 2, LostYesterday = 0, RevenueYesterday = new(2_000) };
        var trial = new PriceTrial { Price = new(1_000), Until = 7, Niche = "", Situation = default, Markup = 0.4, Choice = 0, BreakEvenCents = 600, ReferenceCents = 1_000 };
        trial.Count(day, today.Date);
        trial.Count(day with { Price = new(1_001) }, today.Date);
        trial.Count(day with { LostYesterday = 1 }, today.Date);
        trial.Count(day with { UnitsOnHand = 0, UnitsYesterday = 0 }, today.Date);
        Assert.Equal((2, 0.8), (trial.Units, trial.Contribution));
    }

    [Fact]
    public void A_linear_model_is_ridge_regression()
    {
        var model = new LinearModel([1, 0], 2);
        model.Add([1, 3], 4, 20);
        model.Add([1, -1], 6, 6);

        // (2 I + Σ n x xᵀ) w = 2 (1, 0) + Σ r x: [[12, 6], [6, 44]] w = (28, 54).
        var (first, second) = (((28.0 * 44) - (6 * 54)) / ((12 * 44) - 36), ((12.0 * 54) - (6 * 28)) / ((12 * 44) - 36));
        Assert.Equal(first, model.Mean[0], 12);
        Assert.Equal(second, model.Mean[1], 12);
        Assert.Equal(first - second, model.Expected([1, -1]), 12);
        Assert.Equal(Math.Sqrt((44.0 + 12 + 12) / ((12 * 44) - 36)), model.Width([1, -1]), 12);
    }

    [Fact]
    public async Task Forks_of_sellers_who_learn_decide_the_same()
    {
        foreach (var seller in new IForkableAgent[] { new BanditPricer(), new EpisodicPricer(new EpisodicTerms { Exploration = 0.3, RecentDays = 20, Prototypes = 5 }) })
        {
            var seed = new WorldSplit(3).Test(1);
            var world = Simulation.Create(ShippedScenarios.Find("gift-shop").Define(seed), seed);
            IForkableAgent? fork = null;
            while (world.Day < 120)
            {
                var (today, context) = (world.Observe(Seat), world.ContextOf(Seat));
                fork = world.Day == 60 ? seller.Fork() : fork;
                var decision = await seller.DecideAsync(today, context, default);
                Assert.Equal(decision.Commands, fork is null ? decision.Commands : (await fork.DecideAsync(today, context, default)).Commands);
                world.Step([new(Seat, decision)]);
            }
        }
    }

    /// <summary>Where the price response differs between worlds and nobody is told it, who tries prices earns more than who asks the usual margin.</summary>
    [Fact]
    public async Task In_the_price_laboratory_both_learners_earn_more_than_the_rule_they_begin_with()
    {
        var worlds = SplitWorlds.Test(ShippedScenarios.Find("lab-price"), new(3), 32);
        var rule = await worlds.PlayAsync(() => new BaseStock());
        foreach (var make in new Func<IAgent>[] { () => new BanditPricer(new BanditTerms { PriorUnits = 116 }), () => new EpisodicPricer(new EpisodicTerms { PriorUnits = 116 }) })
        {
            var gain = MeanInterval.Of([.. (await worlds.PlayAsync(make)).Zip(rule, (a, b) => (a - b).Cents / 100.0)]);
            Assert.True(gain.Low > 0, $"{gain.Mean:0} ± {gain.HalfWidth:0}");
        }
    }

    private sealed class Recorder : PriceChooser
    {
        private int _asked;

        public List<PriceTrial> Trials { get; } = [];

        public override (Money Price, int Choice)? Choose(in PriceQuestion question, AgentContext context) =>
            (new(question.ReferencePrice.Cents - 300 + _asked++), question.Place);

        public override void Learn(PriceTrial trial) => Trials.Add(trial);

        public override PriceChooser Copy() => throw new InvalidOperationException("It is not forked.");
    }
}
