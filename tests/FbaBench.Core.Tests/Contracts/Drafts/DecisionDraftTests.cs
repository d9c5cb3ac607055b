namespace FbaBench.Tests.Contracts.Drafts;

public sealed class DecisionDraftTests
{
    private static readonly SupplierId Factory = new(0);

    [Fact]
    public void A_command_sees_the_effect_of_those_before_it()
    {
        var (draft, mug) = First();
        Assert.Equal(RefusalReason.OfferIsClosed, draft.Add(new StartPromotion(mug.Id, Money.Dollars(12), 3)).Refusal.Reason);
        Assert.True(draft.Add(new SetPrice(mug.Id, mug.ReferencePrice)).IsAccepted);
        Assert.True(draft.Add(new StartPromotion(mug.Id, Money.Dollars(12), 3)).IsAccepted);
        Assert.Equal("Command 2: a list price of 12.00 is not above the promoted price; ask 12.01 dollars or more, or end the promotion first.", draft.Add(new SetPrice(mug.Id, Money.Dollars(12))).Message);
        Assert.True(draft.Add(new EndPromotion(mug.Id)).IsAccepted);
        Assert.Equal(new DraftAdvice(default, default), draft.Add(new SetPrice(mug.Id, Money.Dollars(12))));
        Assert.Equal(4, draft.Commands.Count);
    }

    [Fact]
    public void What_orders_cost_at_once_is_gone_for_the_next()
    {
        // 500 units at 2.90 dollars, three tenths of it paid at the order: 435 dollars each.
        var (draft, mug) = First(cash: 1_000);
        var order = new PlaceOrder(mug.Id, Factory, 500);
        Assert.True(draft.Add(order).IsCertain);
        Assert.Equal(Money.Dollars(565), draft.CashLeft);
        Assert.True(draft.Add(order).IsCertain);
        var third = draft.Add(order);
        Assert.Equal("Command 2: 435.00 dollars are due at once, and 130.00 are at hand; ask for less, or wait for money.", third.Message);
        Assert.True(third.IsCertain);
        Assert.Equal((Money.Dollars(130), Money.Dollars(130)), (draft.CashLeft, draft.LeastCashLeft));
    }

    [Fact]
    public void What_is_taken_back_is_undone()
    {
        var (draft, mug) = First(cash: 1_000);
        draft.Add(new CloseOffer(mug.Id));
        draft.Add(new PlaceOrder(mug.Id, Factory, 500));
        var decision = draft.ToDecision();
        draft.RemoveLast();
        Assert.Equal(Money.Dollars(1_000), draft.CashLeft);
        Assert.Equal([new CloseOffer(mug.Id)], draft.Commands);
        Assert.Equal(2, decision.Commands.Count);
        draft.Add(new CloseBusiness());
        Assert.Equal(RefusalReason.BusinessClosed, draft.Add(new CloseOffer(mug.Id)).Refusal.Reason);
        draft.Clear();
        Assert.Empty(draft.ToDecision().Commands);
        Assert.True(draft.Add(new CloseOffer(mug.Id)).IsAccepted);
    }

    [Fact]
    public void Nothing_can_be_taken_back_from_an_empty_draft()
    {
        var (draft, _) = First();
        Assert.Contains("no command", Assert.Throws<InvalidOperationException>(draft.RemoveLast).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => draft.Add(null!));
        Assert.Throws<ArgumentNullException>(() => new DecisionDraft(null!));
    }

    [Fact]
    public void The_command_above_the_limit_is_refused_and_the_world_may_set_another_limit()
    {
        var (draft, mug) = First();
        Assert.All(Enumerable.Range(0, 256), _ => Assert.True(draft.Add(new CloseOffer(mug.Id)).IsAccepted));
        Assert.Equal(new Refusal(256, RefusalReason.TooManyCommands, 257, 0, 256), draft.Add(new CloseOffer(mug.Id)).Refusal);
        var tight = new DecisionDraft(TestWorlds.Start(TestWorlds.Mugs()).Observe(new(0)), new() { CommandsPerDay = 1 });
        Assert.True(tight.Add(new CloseOffer(mug.Id)).IsAccepted);
        Assert.Equal(new Refusal(1, RefusalReason.TooManyCommands, 2, 0, 1), tight.Add(new CloseOffer(mug.Id)).Refusal);
    }

    /// <summary>Goods in production may be ready this morning, and what is owed on them goes first.</summary>
    [Fact]
    public void A_doubt_names_what_the_market_may_answer()
    {
        var simulation = TestWorlds.Start(TestWorlds.Mugs() with { Cash = Money.Dollars(1_000) });
        var mug = simulation.Observe(new(0)).Offers[0];
        simulation.Step([new(new(0), new([new PlaceOrder(mug.Id, Factory, 500)]))]);
        var today = simulation.Observe(new(0));
        Assert.Equal((Money.Dollars(565), Money.Dollars(1_665)), (today.Cash, today.BalancesOwed));
        var draft = new DecisionDraft(today);
        Assert.Equal((Money.Dollars(565), Money.Zero), (draft.CashLeft, draft.LeastCashLeft));
        var advice = draft.Add(new PlaceOrder(mug.Id, Factory, 500));
        Assert.True(advice.IsAccepted && !advice.IsCertain);
        Assert.Equal("Accepted as far as can be told; the market may answer: Command 0: 435.00 dollars are due at once, and 0.00 are at hand; ask for less, or wait for money.", advice.Message);

        // More than there can be is refused; what will be said to be at hand is not settled.
        var beyond = draft.Add(new PlaceOrder(mug.Id, Factory, 5_000));
        Assert.Equal((RefusalReason.NotEnoughCash, false), (beyond.Refusal.Reason, beyond.IsCertain));
        Assert.Contains("and 565.00 are at hand; ask for less, or wait for money. It will be refused, perhaps so: Command 1:", beyond.Message, StringComparison.Ordinal);
    }

    private static (DecisionDraft Draft, OfferObservation Mug) First(decimal cash = 20_000)
    {
        var today = TestWorlds.Start(TestWorlds.Mugs() with { Cash = Money.Dollars(cash) }).Observe(new(0));
        return (new(today), today.Offers[0]);
    }
}
