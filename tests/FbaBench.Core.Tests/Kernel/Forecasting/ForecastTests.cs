namespace FbaBench.Tests.Kernel.Forecasting;

/// <summary>Forecasts: what is registered, when it is scored, and that it moves nothing.</summary>
public sealed class ForecastTests
{
    private static readonly Seat Me = new(0);

    [Fact]
    public void A_forecast_of_units_is_scored_on_what_was_sold_from_its_day_to_its_last()
    {
        var simulation = Trading(10);
        var blue = simulation.Observe(Me).Offers[0].Id;
        Play(simulation, new ForecastUnits(blue, 17, 0, 40, 1_000_000));
        var sold = Blue(simulation);
        Assert.Equal(new UnitForecast(blue, 10, 17, 0, 40, 1_000_000, null), Assert.Single(simulation.Observe(Me).Forecasts.Units));
        while (simulation.Day <= 17)
        {
            Assert.Equal(new ForecastScore(1, 0, 0, 0, 0, 0), simulation.Forecasts(Me).Units);
            TestWorlds.Play(simulation, 1);
            sold += Blue(simulation);
        }

        Assert.True(sold > 40);
        Assert.Equal(sold, Assert.Single(simulation.Observe(Me).Forecasts.Units).Actual);
        Assert.Equal(new ForecastScore(1, 1, 1, sold - 40, sold, 1_000_000), simulation.Forecasts(Me).Units);
        Assert.Equal(default, simulation.Forecasts(Me).Cash);
        Assert.Equal(new(17, EventKind.ForecastScored, Me, blue, 1, sold, Money.Zero), simulation.Events.ToArray().Single(item => item.Kind == EventKind.ForecastScored));

        // Seen on one morning alone.
        TestWorlds.Play(simulation, 1);
        Assert.Empty(simulation.Observe(Me).Forecasts.Units);
    }

    /// <summary>Day 27 is a payout day: the cash scored is that after payout and dues, which the next morning shows.</summary>
    [Fact]
    public void A_forecast_of_cash_is_scored_after_the_payout_of_its_evening()
    {
        var simulation = Trading(20);
        Play(simulation, new ForecastCash(27, Money.Zero, Money.Dollars(1_000), Money.Dollars(2_000)));
        while (simulation.Day <= 27)
        {
            TestWorlds.Play(simulation, 1);
        }

        Assert.Contains(simulation.Events.ToArray(), item => item.Kind == EventKind.Payout);
        var cash = simulation.Observe(Me).Cash.Cents;
        Assert.True(cash > 200_000);
        Assert.Equal(new ForecastScore(1, 1, 0, cash - 100_000, cash, 200_000 + (10 * (cash - 200_000))), simulation.Forecasts(Me).Cash);
        Assert.Equal(new CashForecast(27, Money.Zero, Money.Dollars(1_000), Money.Dollars(2_000), new(cash)), Assert.Single(simulation.Observe(Me).Forecasts.Cash));
    }

    /// <summary>Width, and ten times the distance on either side: Gneiting and Raftery (2007) at 80 %.</summary>
    [Theory]
    [InlineData(-5, 5, true, 10)]
    [InlineData(0, 5, true, 5)]
    [InlineData(-5, 0, true, 5)]
    [InlineData(1, 5, false, 4 + 10)]
    [InlineData(-5, -1, false, 4 + 10)]
    [InlineData(-9, -7, false, 2 + 70)]
    public void The_interval_score_is_width_plus_ten_times_the_distance(int low, int high, bool isCovered, int score)
    {
        var simulation = Trading(20);
        var fork = simulation.Fork();
        fork.Step([]);
        TestWorlds.Play(fork, 6);
        var cash = fork.Observe(Me).Cash.Cents;
        Play(simulation, new ForecastCash(26, new(cash + low), new(cash + high), new(cash + high)));
        TestWorlds.Play(simulation, 6);
        Assert.Equal(cash, simulation.Observe(Me).Cash.Cents);
        Assert.Equal(new ForecastScore(1, 1, isCovered ? 1 : 0, Math.Abs(high), cash, score), simulation.Forecasts(Me).Cash);
    }

    [Fact]
    public void Scores_add_up_and_say_coverage_and_weighted_error()
    {
        var score = new ForecastScore(5, 4, 3, 50, 200, 900);
        Assert.Equal((0.75, 0.25, 1L), (score.Coverage, score.WeightedError, score.Unscored));
        Assert.Equal((null, null), (default(ForecastScore).Coverage, default(ForecastScore).WeightedError));
        var simulation = Trading(10);
        Play(simulation, [.. simulation.Observe(Me).Offers.Select(offer => new ForecastUnits(offer.Id, 16, 0, 0, 0))]);
        TestWorlds.Play(simulation, 6);
        var actual = simulation.Observe(Me).Forecasts.Units.Select(forecast => forecast.Actual!.Value).ToArray();
        Assert.Equal(3, actual.Length);
        Assert.Equal(new ForecastScore(3, 3, actual.Count(units => units == 0), actual.Sum(), actual.Sum(), 10 * actual.Sum()), simulation.Forecasts(Me).Units);
    }

    /// <summary>Ends that no 64-bit difference holds: the sums stop at the largest number.</summary>
    [Fact]
    public void Absurd_forecasts_are_scored_without_overflow()
    {
        var simulation = Trading(10);
        Play(simulation, new ForecastCash(16, new(long.MinValue), new(long.MinValue), new(long.MaxValue)), new ForecastCash(17, new(long.MinValue), new(long.MinValue), new(long.MinValue)));
        TestWorlds.Play(simulation, 7);
        var score = simulation.Forecasts(Me).Cash;
        Assert.Equal((2L, 2L, 1L, long.MaxValue, long.MaxValue), (score.Registered, score.Scored, score.Covered, score.AbsoluteError, score.IntervalScore));
    }

    [Theory]
    [InlineData(15, 0, 1, 2, RefusalReason.ForecastDayOutOfRange)]
    [InlineData(16, 0, 1, 2, RefusalReason.None)]
    [InlineData(100, 0, 1, 2, RefusalReason.None)]
    [InlineData(101, 0, 1, 2, RefusalReason.ForecastDayOutOfRange)]
    [InlineData(int.MaxValue, 0, 1, 2, RefusalReason.ForecastDayOutOfRange)]
    [InlineData(int.MinValue, 0, 1, 2, RefusalReason.ForecastDayOutOfRange)]
    [InlineData(20, 3, 3, 3, RefusalReason.None)]
    [InlineData(20, -1, 1, 2, RefusalReason.ForecastOutOfOrder)]
    [InlineData(20, 2, 1, 2, RefusalReason.ForecastOutOfOrder)]
    [InlineData(20, 0, 3, 2, RefusalReason.ForecastOutOfOrder)]
    public void Only_days_and_values_in_range_are_registered(int day, int low, int expected, int high, RefusalReason reason)
    {
        var simulation = Trading(10);
        Play(simulation, new ForecastUnits(simulation.Observe(Me).Offers[0].Id, day, low, expected, high), new ForecastCash(day, new(low), new(expected), new(high)));
        RefusalReason[] both = [reason, reason == RefusalReason.ForecastOutOfOrder && low < 0 ? RefusalReason.None : reason];
        var refusals = simulation.Observe(Me).Refusals;
        Assert.Equal(both.Where(one => one != RefusalReason.None), refusals.Select(refusal => refusal.Reason));
        Assert.Equal(both.Count(one => one == RefusalReason.None), simulation.Forecasts(Me).Units.Registered + simulation.Forecasts(Me).Cash.Registered);
        Assert.All(refusals.Where(refusal => refusal.Reason == RefusalReason.ForecastDayOutOfRange), refusal => Assert.Equal((day, 16, 100), (refusal.Given, refusal.Low, refusal.High)));
    }

    [Fact]
    public void No_forecast_falls_due_after_the_last_decision_day()
    {
        var simulation = Trading(110);
        Play(simulation, new ForecastCash(119, Money.Zero, Money.Zero, Money.Zero), new ForecastCash(120, Money.Zero, Money.Zero, Money.Zero));
        Assert.Equal(new Refusal(1, RefusalReason.ForecastDayOutOfRange, 120, 116, 119), Assert.Single(simulation.Observe(Me).Refusals));
        TestWorlds.Play(simulation, 9);
        Assert.Equal((1L, 1L), (simulation.Forecasts(Me).Cash.Registered, simulation.Forecasts(Me).Cash.Scored));
    }

    [Fact]
    public void The_first_forecast_of_a_target_stands()
    {
        var simulation = Trading(10);
        var offers = simulation.Observe(Me).Offers;
        Play(
            simulation,
            new ForecastUnits(offers[0].Id, 20, 1, 2, 3),
            new ForecastUnits(offers[0].Id, 20, 4, 5, 6),
            new ForecastUnits(offers[0].Id, 21, 4, 5, 6),
            new ForecastUnits(offers[1].Id, 20, 4, 5, 6),
            new ForecastCash(20, new(1), new(2), new(3)),
            new ForecastCash(20, new(4), new(5), new(6)),
            new ForecastUnits(new(99), 20, 4, 5, 6));
        Assert.Equal(
            [(1, RefusalReason.ForecastExists), (5, RefusalReason.ForecastExists), (6, RefusalReason.UnknownOffer)],
            simulation.Observe(Me).Refusals.Select(refusal => (refusal.CommandIndex, refusal.Reason)));
        Assert.Equal([(20, 2), (20, 5), (21, 5)], simulation.Observe(Me).Forecasts.Units.Select(forecast => (forecast.LastDay, forecast.Expected)));
        Assert.Equal(2, Assert.Single(simulation.Observe(Me).Forecasts.Cash).Expected.Cents);
        Play(simulation, new ForecastUnits(offers[0].Id, 20, 7, 8, 9));
        Assert.Equal(RefusalReason.ForecastExists, Assert.Single(simulation.Observe(Me).Refusals).Reason);
    }

    [Fact]
    public void A_place_is_free_again_on_the_day_after_a_forecast_fell_due()
    {
        var simulation = TestWorlds.Start(TestWorlds.Mugs() with { Limits = new() { ForecastsPerSeat = 2 } });
        Play(simulation, Of(6), Of(7), Of(8));
        Assert.Equal(new Refusal(2, RefusalReason.TooManyForecasts, 2, 0, 2), Assert.Single(simulation.Observe(Me).Refusals));
        TestWorlds.Play(simulation, 5);
        Play(simulation, Of(20));
        Assert.Equal(RefusalReason.TooManyForecasts, Assert.Single(simulation.Observe(Me).Refusals).Reason);
        Play(simulation, Of(20), Of(21));
        Assert.Equal(1, Assert.Single(simulation.Observe(Me).Refusals).CommandIndex);
        Assert.Equal((3L, 2L), (simulation.Forecasts(Me).Cash.Registered, simulation.Forecasts(Me).Cash.Scored));

        static ForecastCash Of(int day) => new(day, Money.Zero, Money.Zero, Money.Zero);
    }

    /// <summary>Due on the closing day is scored, due later is dropped: whoever gives up has no outcome to show.</summary>
    [Fact]
    public void Forecasts_of_a_business_that_closes_are_dropped_and_stay_unscored()
    {
        var simulation = Trading(10);
        Play(simulation, new ForecastCash(16, Money.Zero, Money.Zero, Money.Zero), new ForecastCash(17, Money.Zero, Money.Zero, Money.Zero), new ForecastUnits(simulation.Observe(Me).Offers[0].Id, 20, 0, 0, 0));
        TestWorlds.Play(simulation, 5);
        Play(simulation, new CloseBusiness(), new ForecastCash(30, Money.Zero, Money.Zero, Money.Zero));
        Assert.Equal(RefusalReason.BusinessClosed, Assert.Single(simulation.Observe(Me).Refusals).Reason);
        Assert.Equal(16, Assert.Single(simulation.Observe(Me).Forecasts.Cash).Day);
        TestWorlds.Play(simulation, int.MaxValue);
        var (units, cash) = simulation.Forecasts(Me);
        Assert.Equal((2L, 1L, 1L), (cash.Registered, cash.Scored, cash.Unscored));
        Assert.Equal((1L, 0L, 1L), (units.Registered, units.Scored, units.Unscored));
        Assert.Equal(0, simulation.State.ForecastsOpen[0]);
    }

    /// <summary>The same world with and without forecasts: every other event, every posting and all cash are the same.</summary>
    [Fact]
    public void Forecasts_move_nothing()
    {
        var (with, without) = (TestWorlds.Start(WholeMarket.World(days: 100)), TestWorlds.Start(WholeMarket.World(days: 100)));
        while (!with.IsOver)
        {
            Step(with, keeps: true);
            Step(without, keeps: false);
            Assert.Equal(Market(without), Market(with));
            Assert.Equal(without.Transfers.ToArray(), with.Transfers.ToArray());
        }

        Assert.Equal(without.Gain(Me), with.Gain(Me));
        Assert.Equal(default, without.Forecasts(Me));
        Assert.True(with.Forecasts(Me).Units.Scored > 20);

        static void Step(Simulation simulation, bool keeps) => simulation.Step([.. Enumerable.Range(0, 2).Select(seat => new SeatDecision(
            new(seat),
            new([.. WholeMarket.Trade(simulation.Observe(new(seat))).Commands.Where(command => keeps || command is not (ForecastUnits or ForecastCash))])))]);

        static IEnumerable<SimEvent> Market(Simulation simulation) =>
            simulation.Events.ToArray().Where(item => item.Kind is not (EventKind.ForecastRegistered or EventKind.ForecastScored or EventKind.CommandRefused));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_001)]
    public void A_limit_out_of_range_is_refused(int limit) =>
        Assert.Contains($"limits.forecastsPerSeat: {limit} is outside 1 to 1000", Assert.Throws<WorldDefinitionException>(() => TestWorlds.Start(TestWorlds.Mugs() with { Limits = new() { ForecastsPerSeat = limit } })).Message, StringComparison.Ordinal);

    private static Simulation Trading(int days)
    {
        var simulation = TestWorlds.Start(TestWorlds.Mugs());
        TestWorlds.Play(simulation, days);
        return simulation;
    }

    private static int Blue(Simulation simulation) => simulation.Observe(Me).Offers[0].UnitsYesterday;

    private static void Play(Simulation simulation, params Command[] commands) => simulation.Step([new(Me, new(commands))]);
}
