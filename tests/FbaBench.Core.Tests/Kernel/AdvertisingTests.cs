namespace FbaBench.Tests.Kernel;

/// <summary>Sponsored slots through the engine.</summary>
public sealed class AdvertisingTests
{
    private static readonly Seat Me = new(0);

    /// <summary>Campaigns of many bids and budgets, exhausted one after another: never a cent above the budget or the bid.</summary>
    [Fact]
    [Trait("Category", "Property")]
    public void A_day_never_costs_more_than_its_budget_and_a_click_never_more_than_its_bid()
    {
        var (exhausted, days) = (0, 0);
        for (ulong seed = 0; seed < 12; seed++)
        {
            var simulation = TestWorlds.Start(TestWorlds.Mugs(days: 30, seats: 3, openingStock: 50_000, sessions: 900), seed);
            var bids = new Dictionary<int, (long Bid, long Budget)>();
            Open(simulation, offer => bids[offer.Id.Index] = (20 + (long)((seed * 31) + ((ulong)offer.Id.Index * 17)) % 200, 0));
            simulation.Step([.. Enumerable.Range(0, 3).Select(seat => new SeatDecision(new(seat), new([.. simulation.Observe(new(seat)).Offers.Select(offer =>
            {
                var bid = bids[offer.Id.Index].Bid;
                bids[offer.Id.Index] = (bid, bid + (long)((seed * 977) + ((ulong)offer.Id.Index * 313)) % 2_500);
                return new CreateCampaign(offer.Id, new(bid), new(bids[offer.Id.Index].Budget), 1, 29);
            })])))]);
            for (var day = 1; day < 30; day++)
            {
                foreach (var click in simulation.Events.ToArray().Where(item => item.Kind == EventKind.Advertising))
                {
                    var (bid, budget) = bids[click.Offer.Index];
                    Assert.InRange(click.Amount.Cents, click.Units * 10, Math.Min(budget, click.Units * bid));
                    days++;
                    exhausted += budget - click.Amount.Cents < bid ? 1 : 0;
                }

                Assert.Equal(
                    simulation.Events.ToArray().Where(item => item.Kind == EventKind.Advertising).Sum(item => item.Amount.Cents),
                    simulation.Transfers.ToArray().Where(item => item.Reason == TransferReason.Advertising).Sum(item => item.Amount.Cents));
                simulation.Step([]);
            }
        }

        Assert.True(days > 500 && exhausted > 100, $"{exhausted} of {days} budgets were exhausted");
    }

    /// <summary>With a budget of half of what a day would cost, the mean day costs a little less than the budget.</summary>
    [Fact]
    public void A_budget_that_binds_is_spent_by_the_middle_of_the_day()
    {
        const int worlds = 200;
        var free = Mean(1_000_000);
        var budget = (long)(free / 2);
        Assert.InRange(Mean(budget), 0.85 * budget, budget);

        static double Mean(long budget) => Enumerable.Range(0, worlds).Average(seed =>
        {
            var simulation = TestWorlds.Start(TestWorlds.Mugs(openingStock: 100_000, sessions: 2_000), (ulong)seed);
            var mug = Mug(simulation);
            simulation.Step([new(Me, new([new SetPrice(mug.Id, mug.ReferencePrice), new CreateCampaign(mug.Id, new(120), new(budget), 0, 9)]))]);
            return (double)simulation.Transfers.ToArray().Where(item => item.Reason == TransferReason.Advertising).Sum(item => item.Amount.Cents);
        });
    }

    /// <summary>While it runs a campaign sells more; the day after its last nothing is left of it, nor weeks later.</summary>
    [Fact]
    public void An_advertising_blast_of_30_days_leaves_no_lift()
    {
        var ratios = new (double During, double After, double Later)[24];
        for (var seed = 0; seed < ratios.Length; seed++)
        {
            var with = TestWorlds.Start(Established(), (ulong)seed);
            Open(with);
            Play(with, 30);
            var without = with.Fork();
            var mug = Mug(with);
            with.Step([new(Me, new([new CreateCampaign(mug.Id, Money.Dollars(3), Money.Dollars(9_999), with.Day, with.Day + 29)]))]);
            without.Step([]);
            var during = (mugUnits: Mug(with).UnitsYesterday + Play(with, 29), Mug(without).UnitsYesterday + Play(without, 29));
            Assert.Null(Mug(with).Campaign);
            var after = (Play(with, 14), Play(without, 14));
            _ = (Play(with, 46), Play(without, 46));
            var later = (Play(with, 30), Play(without, 30));
            ratios[seed] = (during.mugUnits / (double)during.Item2, after.Item1 / (double)after.Item2, later.Item1 / (double)later.Item2);
        }

        Assert.True(ratios.Average(ratio => ratio.During) > 1.1);
        Near(1, ratios.Select(ratio => ratio.After));
        Near(1, ratios.Select(ratio => ratio.Later));

        // Within 2 % and four standard errors, which must be small enough to see 2 %.
        static void Near(double expected, IEnumerable<double> values)
        {
            var all = values.ToArray();
            var mean = all.Average();
            var error = Math.Sqrt(all.Sum(value => (value - mean) * (value - mean)) / (all.Length - 1) / all.Length);
            Assert.True(error < 0.01, $"standard error {error}");
            Assert.InRange(mean, expected - 0.02, expected + 0.02);
        }
    }

    [Fact]
    public void A_stopped_campaign_costs_and_lifts_nothing_that_very_day()
    {
        for (ulong seed = 0; seed < 8; seed++)
        {
            var stopped = TestWorlds.Start(Established(), seed);
            Open(stopped);
            var never = stopped.Fork();
            stopped.Step([new(Me, new([new CreateCampaign(Mug(stopped).Id, Money.Dollars(3), Money.Dollars(9_999), stopped.Day, stopped.Day + 29)]))]);
            never.Step([]);
            stopped.Step([new(Me, new([new StopCampaign(Mug(stopped).Id)]))]);
            never.Step([]);
            Assert.DoesNotContain(stopped.Events.ToArray(), item => item.Kind == EventKind.Advertising);
            Assert.Equal(stopped.Rules.Choice.LargestNiche, never.Rules.Choice.LargestNiche);

            // A day of advertising moved no velocity that the shuffle of the day would not hide: at most a unit or two differ.
            Assert.InRange(Mug(stopped).UnitsYesterday - Mug(never).UnitsYesterday, -3, 3);
        }
    }

    [Fact]
    public void The_report_of_a_day_arrives_with_its_delay_and_sums_up_the_campaign()
    {
        var simulation = TestWorlds.Start(Established());
        Open(simulation);
        var mug = Mug(simulation);
        simulation.Step([new(Me, new([new CreateCampaign(mug.Id, new(150), Money.Dollars(40), 2, 6)]))]);
        var spent = new Dictionary<int, (long Clicks, long Cents)>();
        for (var day = 2; day < 12; day++)
        {
            simulation.Step([]);
            foreach (var item in simulation.Events.ToArray().Where(item => item.Kind == EventKind.Advertising))
            {
                spent[item.Day] = (item.Units, item.Amount.Cents);
            }

            var report = Mug(simulation).AdReport;
            if (day < 3)
            {
                Assert.Null(report);
            }
            else
            {
                var about = Math.Min(day - 1, 6);
                Assert.Equal(about, report!.Value.Day);
                Assert.Equal(spent[about], (report.Value.OfDay.Clicks, report.Value.OfDay.Spend.Cents));
                Assert.Equal(spent.Where(one => one.Key <= about).Sum(one => one.Value.Cents), report.Value.SinceStart.Spend.Cents);
                Assert.True(report.Value.OfDay.Clicks <= report.Value.OfDay.Impressions);
                Assert.True(report.Value.OfDay.Orders <= report.Value.OfDay.Clicks);
            }
        }

        Assert.Equal(5, spent.Count);
    }

    private static WorldDefinition Established() => TestWorlds.Mugs(days: 200, openingStock: 100_000, sessions: 1_500) with { Fees = FeePolicy.None };

    private static OfferObservation Mug(Simulation simulation) => simulation.Observe(Me).Offers.Single(offer => offer.Name == "mugs/blue-mug");

    private static void Open(Simulation simulation, Action<OfferObservation>? each = null)
    {
        var decisions = Enumerable.Range(0, simulation.Definition.Seats).Select(seat => new SeatDecision(new(seat), new([.. simulation.Observe(new(seat)).Offers.Select(offer =>
        {
            each?.Invoke(offer);
            return new SetPrice(offer.Id, offer.ReferencePrice);
        })])));
        simulation.Step([.. decisions]);
    }

    private static int Play(Simulation simulation, int days)
    {
        var units = 0;
        for (var day = 0; day < days; day++)
        {
            simulation.Step([]);
            units += Mug(simulation).UnitsYesterday;
        }

        return units;
    }
}
