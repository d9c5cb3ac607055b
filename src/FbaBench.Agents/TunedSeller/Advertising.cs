namespace FbaBench;

/// <summary>
/// Bids by a target advertising cost of sales: a click is worth conversion × units an order × margin, and a share of that is bid, for listings that shoppers do
/// not see first anyway and that have stock to sell.
/// </summary>
internal static class Advertising
{
    private const double UsualUnitsPerClick = 0.12 * 1.15;
    private const long EnoughClicks = 60;

    public static void Bid(Observation today, ReadOnlySpan<GoodsSource> sources, List<Command> commands, TunedRule rule)
    {
        for (var i = 0; i < sources.Length; i++)
        {
            var offer = today.Offers[i];
            var wanted = Wanted(offer, sources[i], today, rule);
            if (wanted is null)
            {
                if (offer.Campaign is not null)
                {
                    commands.Add(new StopCampaign(offer.Id));
                }
            }
            else if (offer.Campaign is not { } campaign)
            {
                commands.Add(new CreateCampaign(offer.Id, wanted.Value, Money.Max(wanted.Value, rule.DailyBudget), today.Day, today.LastDecisionDay));
            }
            else if (Math.Abs(campaign.Bid.Cents - wanted.Value.Cents) > campaign.Bid.Cents / 10)
            {
                commands.Add(new ChangeCampaign(offer.Id, wanted.Value, Money.Max(wanted.Value, rule.DailyBudget), today.LastDecisionDay));
            }
        }
    }

    private static Money? Wanted(in OfferObservation offer, in GoodsSource source, Observation today, TunedRule rule)
    {
        var isSeen = offer.Listing.SearchPosition is { } position && position <= rule.AdvertiseBelow;
        if (rule.BidShare == 0 || !offer.IsOpen || isSeen || offer.Listing.Reviews >= rule.AdvertiseUntilReviews || offer.ClosedUntil is not null || today.Rules.SponsoredSlots == 0 || offer.UnitsOnHand == 0
            || (offer.LiveDaysLast30 > 7 && offer.UnitsOnHand * offer.LiveDaysLast30 < rule.AdvertiseSupply * offer.UnitsLast30Days))
        {
            return null;
        }

        var report = offer.AdReport?.SinceStart;
        var units = report is { Clicks: >= EnoughClicks } known ? known.Units / (double)known.Clicks : UsualUnitsPerClick;
        var margin = (offer.Price.Cents - source.BreakEvenCents) * (1 - (offer.ReferralFee.Cents / (double)offer.Price.Cents));
        var bid = new Money((long)(rule.BidShare * units * margin));
        return bid < today.Rules.LowestBid ? null : bid;
    }
}
