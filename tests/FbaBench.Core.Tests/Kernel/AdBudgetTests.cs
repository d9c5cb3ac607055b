using CsCheck;
using FbaBench.Market;

namespace FbaBench.Tests.Kernel;

/// <summary>Budgets of campaigns, by day, from events and the ledger's transfers.</summary>
[Trait("Category", "Property")]
public sealed class AdBudgetTests
{
    private const int Seats = 3;
    private const int Days = 12;

    /// <summary>Any campaigns of three seats and two products each: bid and budget in cents, first day.</summary>
    private static readonly Gen<(int Bid, int Budget, int First)[]> Campaigns =
        (from bid in Gen.Int[10, 500]
         from budget in Gen.OneOf(Gen.Int[0, 300], Gen.Int[0, 5_000], Gen.Int[0, 60_000])
         from first in Gen.Int[0, 4]
         select (bid, bid + budget, first)).Array[Seats * 2];

    [Fact]
    public void Spend_stays_within_every_budget_and_clicks_cost_between_reserve_and_bid() =>
        Gen.Select(Campaigns, Gen.ULong[1, 1_000_000]).Sample(
            (campaigns, seed) =>
            {
                var simulation = Run(campaigns, seed);
                var byRow = simulation.State.Model.Own.ToDictionary(offer => offer.Row, offer => campaigns[offer.Index]);
                for (var day = 0; day < Days; day++)
                {
                    simulation.Step([]);
                    foreach (var spent in simulation.Events.ToArray().Where(happened => happened.Kind == EventKind.Advertising))
                    {
                        var (bid, budget, _) = byRow[spent.Offer.Index];
                        Assert.InRange(spent.Amount.Cents, spent.Units * 10L, Math.Min(budget, spent.Units * (long)bid));
                        Assert.True(spent.Detail <= spent.Units, "more orders were attributed than clicks");
                        Assert.True(spent.Units <= simulation.State.Sessions[spent.Offer.Index], "more clicks than sessions");
                        Assert.Equal(spent.Amount.Cents, Posted(simulation, spent.Offer.Index));
                    }

                    Assert.All(simulation.State.Model.Own, offer => Assert.True(simulation.State.Orders[offer.Row] <= simulation.State.Sessions[offer.Row]));
                }
            },
            iter: 60);

    /// <summary>One campaign alone in a slot order that no budget changes: every click has one price, and spend is clicks times it.</summary>
    [Fact]
    public void Spend_is_clicks_times_the_price()
    {
        var clicks = 0;
        for (ulong seed = 1; seed <= 20; seed++)
        {
            var simulation = Run([(90, 100_000, 0), default, default, default, default, default], seed, rivals: false);
            simulation.Step([]);
            foreach (var spent in simulation.Events.ToArray().Where(happened => happened.Kind == EventKind.Advertising))
            {
                clicks += spent.Units;
                Assert.Equal(10 * spent.Units, spent.Amount.Cents); // nobody else bids: the reserve
            }
        }

        Assert.True(clicks > 20 * 20, $"{clicks} clicks");
    }

    /// <summary>The fluid phases spend a binding budget in the mean; draws below it are not made up for, those above are cut.</summary>
    [Theory]
    [InlineData(1_500)]
    [InlineData(4_000)]
    public void A_binding_budget_is_nearly_spent(int budget)
    {
        var spent = new List<long>();
        for (ulong seed = 1; seed <= 150; seed++)
        {
            var simulation = Run([(300, budget, 0), default, default, default, default, default], seed);
            simulation.Step([]);
            spent.Add(simulation.Events.ToArray().Where(happened => happened.Kind == EventKind.Advertising).Sum(happened => happened.Amount.Cents));
        }

        Assert.All(spent, cents => Assert.InRange(cents, 0, budget));
        Assert.InRange(spent.Average() / budget, 0.8, 0.999);
        Assert.Contains(spent, cents => cents > 0.93 * budget);
    }

    /// <summary>One after another: each phase ends with one campaign's budget, and who has spent his is in no later phase.</summary>
    [Fact]
    public void Campaigns_run_out_one_after_another()
    {
        var means = new MeanDay(Run([(400, 2_000, 0), (380, 4_000, 0), (360, 6_000, 0), (340, 100_000, 0), default, default], 5));
        var phases = means.Phases(Run([(400, 2_000, 0), (380, 4_000, 0), (360, 6_000, 0), (340, 100_000, 0), default, default], 5));
        Assert.Equal(4, phases.Max(phase => phase.Phase) + 1);
        int[] budgets = [2_000, 4_000, 6_000];
        for (var own = 0; own < 3; own++)
        {
            var spend = phases.Where(phase => phase.Own == own).Sum(phase => phase.Price * (phase.Orders + phase.Visits));
            Assert.Equal(budgets[own], spend, 1e-6 * budgets[own]);
        }

        var lasts = Enumerable.Range(0, 4).Select(own => phases.Where(phase => phase.Own == own).Max(phase => phase.Phase)).ToArray();
        Assert.Equal(4, lasts.Distinct().Count());
        Assert.All(Enumerable.Range(0, 4), own => Assert.Equal(lasts[own] + 1, phases.Count(phase => phase.Own == own)));
        Assert.True(phases.Where(phase => phase.Own == 3).Sum(phase => phase.Price * (phase.Orders + phase.Visits)) < 100_000);
    }

    [Fact]
    public void Cut_clicks_keep_whole_orders_and_never_exceed_what_is_paid() =>
        Gen.Select(Gen.Int[0, 40], Gen.Int[0, 40], Gen.Int[0, 40], Gen.Int[0, 200], Gen.Int[0, 300]).Sample(
            (singles, doubles, triples, visits, most) =>
            {
                var (orders, rest) = AdBudgets.Cap(new(singles, doubles, triples), visits, most);
                Assert.Equal(Math.Min(most, singles + doubles + triples + visits), orders.Orders + rest);
                Assert.True(orders.Singles <= singles && orders.Doubles <= doubles && orders.Triples <= triples && rest >= 0);
            },
            iter: 2_000);

    /// <summary>Three seats with two products each, on the morning after the campaigns were created.</summary>
    private static Simulation Run((int Bid, int Budget, int First)[] campaigns, ulong seed, bool rivals = true)
    {
        var niche = MarketWorlds.Niche(products: 2, rivals: 4);
        niche = niche with { Rivals = [.. niche.Rivals.Select(rival => rival with { Advertises = rivals })] };
        var simulation = TestWorlds.Start(MarketWorlds.World(40, niche) with { Seats = Seats }, seed);
        MarketWorlds.Open(simulation);
        simulation.Step([.. Enumerable.Range(0, Seats).Select(seat => new SeatDecision(new(seat), new([.. simulation.State.Model.Own
            .Where(offer => offer.Seat == seat && campaigns[offer.Index].Bid > 0)
            .Select(offer => new CreateCampaign(new(offer.Row), new(campaigns[offer.Index].Bid), new(campaigns[offer.Index].Budget), 1 + campaigns[offer.Index].First, 39))])))]);
        return simulation;
    }

    private static long Posted(Simulation simulation, int row) =>
        simulation.Transfers.ToArray().Where(transfer => transfer.Reason == TransferReason.Advertising && transfer.Offer.Index == row).Sum(transfer => transfer.Amount.Cents);
}
