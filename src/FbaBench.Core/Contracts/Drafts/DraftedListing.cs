namespace FbaBench.Contracts;

/// <summary>Price, promotion, campaign and reviews of an offer under the commands of a draft.</summary>
internal sealed class DraftedListing
{
    private readonly Observation _today;
    private readonly OfferObservation _offer;
    private readonly Bounds _highest;
    private readonly bool _isShared;
    private Bounds _list;
    private Bounds _promoted;
    private bool _mayBePromoted;
    private bool _mayBeUnpromoted;
    private int _promotedUntil;
    private CampaignState? _campaign;

    public DraftedListing(Observation today, in OfferObservation offer)
    {
        _today = today;
        _offer = offer;
        _list = Bounds.Exactly(offer.Price.Cents);
        _campaign = offer.Campaign;
        _isShared = IsShared(today, offer);
        var promotion = offer.Promotion;

        // A promotion whose last day was yesterday ends this morning, before the commands.
        _mayBePromoted = promotion.IsRunning && promotion.LastDay >= today.Day;
        _mayBeUnpromoted = !_mayBePromoted;
        _promoted = Bounds.Exactly(promotion.Price.Cents);
        _promotedUntil = promotion.LastDay;

        // What is shown is below the list price; where that is what holds it down, the past may allow more.
        var shown = promotion.HighestPrice.Cents;
        _highest = offer.IsOpen && shown == offer.Price.Cents - 1 ? new(shown, Math.Max(shown, offer.ReferencePrice.Cents)) : Bounds.Exactly(shown);
    }

    private CampaignRules Campaigns => new(_today.Rules.SponsoredSlots > 0, _today.Rules.LowestBid.Cents, _today.Day, _today.LastDecisionDay);

    public Verdict Price(int index, SetPrice command)
    {
        var cents = command.Price.Cents;
        var verdict = new Verdict(OfferRules.ListPrice(index, cents, _mayBePromoted ? _promoted.Most : 0), OfferRules.ListPrice(index, cents, _mayBeUnpromoted ? 0 : _promoted.Least));
        if (verdict.IsAccepted)
        {
            _list = verdict.IsSure ? Bounds.Exactly(cents) : _list.Or(Bounds.Exactly(cents));
        }

        return verdict;
    }

    public Verdict Close()
    {
        _list = default;
        Unpromote();
        return default;
    }

    public Verdict Promote(int index, StartPromotion command)
    {
        var verdict = new Verdict(
            OfferRules.Promotion(index, command, _list.Least, _mayBePromoted ? _promoted.Most : 0, _promotedUntil, _highest.Least, _offer.Promotion.DaysLeft),
            OfferRules.Promotion(index, command, _list.Most, _mayBeUnpromoted ? 0 : _promoted.Least, _promotedUntil, _highest.Most, _offer.Promotion.DaysLeft));
        if (verdict.IsAccepted)
        {
            var price = Bounds.Exactly(command.Price.Cents);
            _promoted = _mayBePromoted ? _promoted.Or(price) : price;
            (_mayBePromoted, _mayBeUnpromoted) = (true, !verdict.IsSure);
            _promotedUntil = _today.Day + command.Days - 1;
        }

        return verdict;
    }

    public Verdict EndPromotion(int index)
    {
        var verdict = new Verdict(OfferRules.PromotionEnd(index, _mayBeUnpromoted ? 0 : 1), OfferRules.PromotionEnd(index, _mayBePromoted ? 1 : 0));
        Unpromote();
        return verdict;
    }

    public Verdict Create(int index, CreateCampaign command)
    {
        var verdict = Verdict.Of(Campaigns.Create(index, command, _isShared, _campaign?.LastDay));
        if (verdict.IsAccepted)
        {
            _campaign = new(command.Bid, command.DailyBudget, command.FirstDay, command.LastDay);
        }

        return verdict;
    }

    public Verdict Change(int index, ChangeCampaign command)
    {
        var verdict = Verdict.Of(Campaigns.Change(index, command, _campaign?.FirstDay));
        if (verdict.IsAccepted && _campaign is { } campaign)
        {
            _campaign = new(command.Bid, command.DailyBudget, campaign.FirstDay, command.LastDay);
        }

        return verdict;
    }

    public Verdict Stop(int index)
    {
        var verdict = Verdict.Of(CampaignRules.Stop(index, _campaign is not null));
        _campaign = null;
        return verdict;
    }

    /// <summary>How many reviews were bought before is not shown, nor whether anybody reviews.</summary>
    public Verdict Buy(int index, BuyReviews command, DraftedCash cash)
    {
        var verdict = new Verdict(OfferRules.Reviews(index, command.Count, _isShared, OfferRules.MostReviews), OfferRules.Reviews(index, command.Count, _isShared, 0));
        if (!verdict.IsAccepted)
        {
            return verdict;
        }

        var cost = Bounds.Exactly(OfferRules.ReviewCents(_offer.ReferencePrice, _today.Rules.ReviewCommission, command.Count));
        verdict = verdict.Then(cash.Covers(index, cost));
        if (verdict.IsAccepted)
        {
            cash.Pay(cost, verdict.IsSure);
        }

        return verdict;
    }

    /// <summary>A listing is shared where others sell on it. One that nobody else sells on looks like an own one.</summary>
    private static bool IsShared(Observation today, in OfferObservation offer)
    {
        var product = offer.Name.AsSpan(offer.Info.Niche.Length + 1);
        for (var i = 0; i < today.Competitors.Count; i++)
        {
            var other = today.Competitors[i];
            if (other.Niche == offer.Info.Niche && other.Name != other.Listing && product.SequenceEqual(other.Listing))
            {
                return true;
            }
        }

        return false;
    }

    private void Unpromote() => (_mayBePromoted, _mayBeUnpromoted) = (false, true);
}
