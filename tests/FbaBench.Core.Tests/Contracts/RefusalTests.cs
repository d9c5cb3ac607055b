namespace FbaBench.Tests.Contracts;

public sealed class RefusalTests
{
    /// <summary>What each reason says of command 3, given 50,000 where 1 (low) to 4,200 (high) would have been right.</summary>
    public static TheoryData<RefusalReason, string> Messages => new()
    {
        { RefusalReason.UnknownCommand, "Command 3: this is none that the market knows; use SetPrice, CloseOffer, PlaceOrder, Liquidate, StartPromotion, EndPromotion, CreateCampaign, ChangeCampaign, StopCampaign, BuyReviews, DrawCredit, RepayCredit, MakeSupplierOffer, AcceptSupplierOffer, InspectSupplier, RejectOrder, DisposeUnsellable, ReactToMail, AppealSuspension, ForecastUnits, ForecastCash, ChargeInference or CloseBusiness." },
        { RefusalReason.UnknownOffer, "Command 3: offer 50000 is not one of yours; use an offer of the observation's Offers." },
        { RefusalReason.UnknownSupplier, "Command 3: there is no supplier 50000 for this product; use one of the offer's Quotes (0 to 4200)." },
        { RefusalReason.PriceOutOfRange, "Command 3: a price of 500.00 is outside 0.01 to 42.00 dollars." },
        { RefusalReason.BelowMinimumUnits, "Command 3: 50000 units is below the supplier's minimum; order 1 to 4200." },
        { RefusalReason.UnitsOutOfRange, "Command 3: 50000 units is outside 1 to 4200." },
        { RefusalReason.NotEnoughCash, "Command 3: 500.00 dollars are due at once, and 42.00 are at hand; ask for less, or wait for money." },
        { RefusalReason.TooManyLots, "Command 3: all 4200 lots of this offer are in use; wait until one is sold out." },
        { RefusalReason.NotEnoughStock, "Command 3: 50000 units asked, 4200 on hand; ask for 1 to 4200." },
        { RefusalReason.TooManyCommands, "Command 3: this and all later ones were ignored, 50000 being too many; a batch has at most 4200." },
        { RefusalReason.BusinessClosed, "Command 3: this business no longer trades; no command has an effect any more, give none." },
        { RefusalReason.OfferIsClosed, "Command 3: the offer is closed; set a list price first." },
        { RefusalReason.PromotionTooSmall, "Command 3: a promoted price of 500.00 is outside 0.01 to 42.00 dollars." },
        { RefusalReason.PromotionDaysUsed, "Command 3: 50000 promoted days are outside 1 to 4200, what is left of the allowance for 60 days and of the days to decide." },
        { RefusalReason.PromotionRuns, "Command 3: the offer is promoted until day 4200; end that promotion first." },
        { RefusalReason.NoPromotion, "Command 3: the offer has no promotion to end; leave this command out." },
        { RefusalReason.BelowPromotion, "Command 3: a list price of 500.00 is not above the promoted price; ask 0.01 dollars or more, or end the promotion first." },
        { RefusalReason.NoAdvertising, "Command 3: this world has no sponsored slots; leave campaigns out." },
        { RefusalReason.SharedListing, "Command 3: the offer is on a shared listing; only private-label listings can do this." },
        { RefusalReason.CampaignExists, "Command 3: the offer has a campaign until day 4200; change or stop it." },
        { RefusalReason.NoCampaign, "Command 3: the offer has no campaign; create one." },
        { RefusalReason.BidOutOfRange, "Command 3: a bid of 500.00 is outside 0.01 to 42.00 dollars." },
        { RefusalReason.BudgetOutOfRange, "Command 3: a daily budget of 500.00 is outside 0.01 to 42.00 dollars, the bid being its least." },
        { RefusalReason.CampaignDaysOutOfRange, "Command 3: day 50000 is outside 1 to 4200, the days that this end of the campaign may have." },
        { RefusalReason.ReviewsOutOfRange, "Command 3: 50000 reviews are outside 1 to 4200." },
        { RefusalReason.NoReviews, "Command 3: nobody reviews in this world; leave bought reviews out." },
        { RefusalReason.FreightNotOffered, "Command 3: the supplier does not ship by 50000; choose express, or leave freight out for express." },
        { RefusalReason.CreditClosed, "Command 3: credit cannot be drawn on day 50000 any more, day 4200 was the last; leave this command out." },
        { RefusalReason.CreditOutOfRange, "Command 3: 500.00 dollars of credit are outside 0.01 to 42.00 dollars." },
        { RefusalReason.FixedPrices, "Command 3: supplier 50000 has fixed prices; order at those of its ladder." },
        { RefusalReason.NoTalks, "Command 3: the supplier hears no proposal on day 50000; the next one on day 1." },
        { RefusalReason.NothingAsked, "Command 3: supplier 50000 asks no price now; make an offer first." },
        { RefusalReason.UnknownOrder, "Command 3: no order of day 50000 with this command index waits at a supplier; use the Id of one of OpenOrders in production or awaiting payment." },
        { RefusalReason.UnsellableOutOfRange, "Command 3: 50000 units is outside 1 to 4200, the unsellable ones." },
        { RefusalReason.UnknownPath, "Command 3: the disposal path is unknown; use Liquidate or Rework." },
        { RefusalReason.UnknownMail, "Command 3: no message 50000 can be answered; use the Number of one of Mail." },
        { RefusalReason.WrongMailAction, "Command 3: this message cannot be met with 50000; choose dispute." },
        { RefusalReason.NoClaimAsked, "Command 3: a claim of 50000 goes with no action but a dispute; leave it out." },
        { RefusalReason.NotSuspended, "Command 3: the account is not suspended; leave this command out." },
        { RefusalReason.AppealPending, "Command 3: the appeal of day 50000 waits for its answer; leave this command out until then." },
        { RefusalReason.UnknownCause, "Command 3: the cause is unknown; use OrderDefects or PolicyViolations." },
        { RefusalReason.ForecastDayOutOfRange, "Command 3: a forecast for day 50000 is outside 1 to 4200, the days for which one can be made today." },
        { RefusalReason.ForecastOutOfOrder, "Command 3: low, expected and high do not ascend; give low at most expected, expected at most high, and no units below 0." },
        { RefusalReason.TooManyForecasts, "Command 3: all 4200 places for open forecasts are taken; wait until one falls due." },
        { RefusalReason.ForecastExists, "Command 3: a forecast of this for day 50000 stands, and the first one counts; leave this command out." },
        { RefusalReason.InferenceOutOfRange, "Command 3: 50000 is outside 1 to 4200, what one charge may hold of micro-dollars and of tokens." },
    };

    [Theory]
    [MemberData(nameof(Messages))]
    public void A_refusal_says_what_would_be_right(RefusalReason reason, string message) =>
        Assert.Equal(message, new Refusal(3, reason, 50_000, 1, 4_200).Message);

    [Fact]
    public void Every_reason_has_a_message_of_its_own()
    {
        Assert.Equal(Enum.GetValues<RefusalReason>().Except([RefusalReason.None]), Messages.Select(row => (RefusalReason)row[0]));
        Assert.Equal(Messages.Count, Messages.Select(row => (string)row[1]).Distinct().Count());
    }

    [Fact]
    public void The_commands_named_are_those_there_are()
    {
        var message = new Refusal(0, RefusalReason.UnknownCommand, 0, 0, 0).Message;
        Assert.All(typeof(Command).Assembly.GetExportedTypes().Where(type => type.BaseType == typeof(Command)), type => Assert.Contains(type.Name, message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(RefusalReason.UnitsOutOfRange, "Command 0: no number of units would be accepted, either because none is on hand or because the supplier's minimum is above the limit of an order; leave this command out.")]
    [InlineData(RefusalReason.NotEnoughStock, "Command 0: 5 units asked and none on hand; leave this command out until stock arrives.")]
    [InlineData(RefusalReason.PromotionTooSmall, "Command 0: no price is low enough for a promotion today; leave this command out while the list price, or the lowest of the last 30 days, is this low.")]
    [InlineData(RefusalReason.PromotionDaysUsed, "Command 0: the allowance of promoted days is used up, or too few days are left; leave this command out until the offer's DaysLeft is above 0.")]
    [InlineData(RefusalReason.ReviewsOutOfRange, "Command 0: 5 reviews asked and as many as may be are bought already; leave this command out.")]
    [InlineData(RefusalReason.ForecastDayOutOfRange, "Command 0: no forecast can fall due before the last decision day any more; leave this command out.")]
    public void Where_nothing_would_be_right_today_a_refusal_says_what_to_wait_for(RefusalReason reason, string message) =>
        Assert.Equal(message, new Refusal(0, reason, 5, 1, 0).Message);
}
