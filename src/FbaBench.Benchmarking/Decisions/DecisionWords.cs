using System.Globalization;

namespace FbaBench;

/// <summary>Decisions in words.</summary>
internal static class DecisionWords
{
    private const int MostNamed = 4;

    /// <summary>What a decision does, in a line.</summary>
    public static string Of(Decision decision, IReadOnlyDictionary<OfferId, string> offers)
    {
        var words = decision.Commands.Take(MostNamed).Select(command => Of(command, offers)).ToList();
        if (decision.Commands.Count > MostNamed)
        {
            words.Add(string.Create(CultureInfo.InvariantCulture, $"and {decision.Commands.Count - MostNamed} more"));
        }

        return words.Count == 0 ? "nothing" : string.Join(", ", words);
    }

    /// <summary>What the agent did and the reference did not, and the other way round.</summary>
    public static (string Agent, string Reference) Difference(DecisionValue day, IReadOnlyDictionary<OfferId, string> offers) =>
        (Of(new Decision([.. day.Decision.Commands.Except(day.Reference.Commands)]), offers), Of(new Decision([.. day.Reference.Commands.Except(day.Decision.Commands)]), offers));

    private static string Of(Command command, IReadOnlyDictionary<OfferId, string> offers) => command switch
    {
        SetPrice set => $"{Name(set.Offer, offers)} at {set.Price}",
        CloseOffer close => $"{Name(close.Offer, offers)} closed",
        PlaceOrder order => $"{Units(order.Units)} of {Name(order.Offer, offers)} ordered{(order.Freight == FreightMode.Quoted ? "" : $" by {order.Freight.ToString().ToLowerInvariant()}")}",
        Liquidate sold => $"{Units(sold.Units)} of {Name(sold.Offer, offers)} liquidated",
        StartPromotion start => $"{Name(start.Offer, offers)} promoted at {start.Price}",
        EndPromotion end => $"promotion of {Name(end.Offer, offers)} ended",
        CreateCampaign campaign => $"campaign for {Name(campaign.Offer, offers)}, bid {campaign.Bid}",
        ChangeCampaign campaign => $"bid for {Name(campaign.Offer, offers)} {campaign.Bid}",
        StopCampaign campaign => $"campaign for {Name(campaign.Offer, offers)} stopped",
        BuyReviews buy => $"{buy.Count.ToString(CultureInfo.InvariantCulture)} reviews of {Name(buy.Offer, offers)} bought",
        DrawCredit draw => $"{draw.Amount} borrowed",
        RepayCredit repay => $"{repay.Amount} repaid",
        MakeSupplierOffer offer => $"{offer.UnitPrice} a unit proposed for {Name(offer.Offer, offers)}",
        AcceptSupplierOffer accept => $"a supplier's price for {Name(accept.Offer, offers)} accepted",
        InspectSupplier inspect => $"a supplier of {Name(inspect.Offer, offers)} inspected",
        RejectOrder => "an order rejected",
        DisposeUnsellable gone => $"{Units(gone.Units)} of {Name(gone.Offer, offers)} to {(gone.Path == DisposalPath.Rework ? "rework" : "a liquidator")}",
        ReactToMail react => $"mail {react.Mail.ToString(CultureInfo.InvariantCulture)}: {react.Action.ToString().ToLowerInvariant()}",
        AppealSuspension => "an appeal",
        CloseBusiness => "the business closed",
        _ => command.GetType().Name,
    };

    private static string Units(int units) => units.ToString("#,0", CultureInfo.InvariantCulture) + (units == 1 ? " unit" : " units");

    private static string Name(OfferId offer, IReadOnlyDictionary<OfferId, string> offers) => offers.TryGetValue(offer, out var name) ? name : "an unknown offer";
}
