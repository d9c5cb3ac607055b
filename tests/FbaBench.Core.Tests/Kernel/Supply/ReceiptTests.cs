using CsCheck;
using FbaBench.World;
using static FbaBench.Tests.SupplyWorlds;

namespace FbaBench.Tests.Kernel.Supply;

/// <summary>Units that the warehouse loses or damages, and claims for those it lost.</summary>
public sealed class ReceiptTests
{
    private const double Share = 0.05;

    /// <summary>However a day's units are cut into shipments, the same number is lost and the same damaged.</summary>
    [Fact]
    [Trait("Category", "Property")]
    public void Split_shipments_of_a_day_lose_what_one_would() =>
        Gen.Select(Gen.ULong[1, 2_000], Gen.OneOf(Gen.Int[1, 3], Gen.Int[1, 80]).Array[1, 30]).Sample(
            (seed, parts) =>
            {
                var (many, one) = (Start(seed), Start(seed));
                Give(many, [.. parts.Select(units => new PlaceOrder(Pan, First, units))]);
                Give(one, new PlaceOrder(Pan, First, parts.Sum()));
                Assert.Equal(Fate(one, parts.Sum()), Fate(many, parts.Sum()));
            },
            iter: 1_000);

    [Fact]
    public void Warehouses_lose_and_damage_the_shares_of_the_terms()
    {
        var (units, lost, damaged) = (0L, 0L, 0L);
        for (ulong seed = 1; seed <= 40; seed++)
        {
            var simulation = Start(seed, days: 120);
            for (var day = 0; day < 100; day++)
            {
                var before = Fate(simulation, 0);
                Give(simulation, new PlaceOrder(Pan, First, 150), new Liquidate(Pan, Math.Max(1, Offer(simulation).UnitsOnHand)));
                var after = Assert.Single(Happened(simulation, EventKind.OrderReceived));
                units += 150;
                damaged += Offer(simulation).UnsellableUnits - before.Damaged;
                lost += after.Detail - (Offer(simulation).UnsellableUnits - before.Damaged);
            }
        }

        Within(lost, units, Share);
        Within(damaged, units, Share);
    }

    /// <summary>Units at 5 dollars: what is lost or damaged leaves the inventory at its cost, and damaged ones have no book value.</summary>
    [Fact]
    public void What_is_lost_or_damaged_is_written_off_at_cost()
    {
        var simulation = Start(1);
        Give(simulation, new PlaceOrder(Pan, First, 400));
        var (lost, damaged) = Fate(simulation, 400);
        Assert.True(lost > 0 && damaged > 0);
        Assert.Equal(lost + damaged, Assert.Single(Happened(simulation, EventKind.OrderReceived)).Detail);
        Assert.Equal(500 * (lost + damaged), Balance(simulation, Account.WriteOffs).Cents);
        Assert.Equal(500 * (400 - lost - damaged), Balance(simulation, Account.Inventory).Cents);
        var report = Assert.Single(simulation.Observe(Me).Mail);
        Assert.Equal((MailTopic.ReceivingReport, lost, 500 * lost, 30), (report.Topic, report.Units, report.Amount.Cents, report.AnswerBy));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_true_claim_is_paid_at_cost(int less)
    {
        var simulation = Start(1);
        Give(simulation, new PlaceOrder(Pan, First, 400));
        var report = Assert.Single(simulation.Observe(Me).Mail);
        var units = report.Units - less;
        Give(simulation, new ReactToMail(report.Number, MailAction.Dispute, units));
        Assert.Equal(500 * units, Income(simulation, Account.Reimbursements).Cents);
        Assert.Equal(500 * units, simulation.Observe(Me).Available.Cents);
        Assert.Equal((units, 500L * units), (Assert.Single(Happened(simulation, EventKind.Reimbursed)).Units, Happened(simulation, EventKind.Reimbursed)[0].Amount.Cents));
        Assert.Equal((0, 200), (simulation.FalseClaims(Me), simulation.Observe(Me).Health.Points));
        Assert.Empty(simulation.Observe(Me).Mail);
        Assert.Equal(new Refusal(0, RefusalReason.UnknownMail, 1, 0, 0), Refused(simulation, new ReactToMail(report.Number, MailAction.Dispute, 1)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1_000_000)]
    [InlineData(-1_000)]
    public void A_false_claim_is_not_paid_and_costs_points(int more)
    {
        var simulation = Start(1);
        Give(simulation, new PlaceOrder(Pan, First, 400));
        var report = Assert.Single(simulation.Observe(Me).Mail);
        Give(simulation, new ReactToMail(report.Number, MailAction.Dispute, report.Units + more));
        Assert.Equal(Money.Zero, Income(simulation, Account.Reimbursements));
        Assert.Equal((1, 200 - 8), (simulation.FalseClaims(Me), simulation.Observe(Me).Health.Points));
        Assert.Equal(8, Assert.Single(Happened(simulation, EventKind.Violation)).Units);
        Assert.Empty(simulation.Observe(Me).Mail);
    }

    [Fact]
    public void A_claim_lapses_after_thirty_days_without_a_trace()
    {
        var simulation = Start(1);
        Give(simulation, new PlaceOrder(Pan, First, 400));
        Pass(simulation, 29);
        var last = simulation.Fork();
        var report = Assert.Single(last.Observe(Me).Mail);
        Assert.Equal(30, last.Day);
        Give(last, new ReactToMail(report.Number, MailAction.Dispute, report.Units));
        Assert.Equal(report.Amount, Income(last, Account.Reimbursements));
        simulation.Step([]);
        Assert.Empty(simulation.Observe(Me).Mail);
        Assert.Equal(RefusalReason.UnknownMail, Refused(simulation, new ReactToMail(report.Number, MailAction.Dispute, report.Units)).Reason);
        Assert.Equal((Money.Zero, 0, 200), (Income(simulation, Account.Reimbursements), simulation.FalseClaims(Me), simulation.Observe(Me).Health.Points));
    }

    private static Simulation Start(ulong seed, int days = 60) => TestWorlds.Start(
        Shop(AtOnce, days) with { Supply = new() { LostShare = Share, DamagedShare = Share }, Limits = new() { LotsPerOffer = 40 } },
        seed);

    /// <summary>Units lost and damaged so far, of a number received.</summary>
    private static (int Lost, int Damaged) Fate(Simulation simulation, int received)
    {
        var damaged = simulation.State.UnsellableUnits[0];
        return (received - damaged - simulation.State.LotUnits.ToArray().Where((_, slot) => simulation.State.LotStates[slot] == (int)LotState.Sellable).Sum(), damaged);
    }
}
