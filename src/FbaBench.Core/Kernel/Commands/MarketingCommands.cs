using FbaBench.Contracts;
using FbaBench.Kernel.Phases;
using FbaBench.World;

namespace FbaBench.Kernel.Commands;

/// <summary>Commands on promotions, campaigns and reviews, each accepted or refused alone.</summary>
internal static class MarketingCommands
{
    public static Refusal Promote(DayContext day, int index, OwnOffer offer, StartPromotion command)
    {
        var state = day.State;
        var own = offer.Index;
        var terms = day.Definition.Market.Promotions;
        var highest = PromotionPhase.HighestPrice(state, offer, day.Day, state.PromotionDays[own], terms.LeastDiscount);
        var left = Math.Min(PromotionPhase.DaysLeft(state.PromotionDays[own], terms.MostDaysIn60), day.Definition.Days - day.Day);
        if (OfferRules.Promotion(index, command, state.ListPrice[own], state.PromotionPrice[own], state.PromotionLast[own], highest, left) is { Reason: not RefusalReason.None } refusal)
        {
            return refusal;
        }

        PromotionPhase.Start(day, offer, (int)command.Price.Cents, command.Days);
        return default;
    }

    public static Refusal EndPromotion(DayContext day, int index, OwnOffer offer)
    {
        var refusal = OfferRules.PromotionEnd(index, day.State.PromotionPrice[offer.Index]);
        if (refusal.Reason == RefusalReason.None)
        {
            PromotionPhase.Cancel(day, offer);
        }

        return refusal;
    }

    public static Refusal Create(DayContext day, int index, OwnOffer offer, CreateCampaign command)
    {
        int? until = day.State.CampaignBid[offer.Index] > 0 ? day.State.CampaignLast[offer.Index] : null;
        var refusal = Rules(day).Create(index, command, day.Model.PageOf(offer.Row).IsShared, until);
        if (refusal.Reason == RefusalReason.None)
        {
            Set(day, offer, command.Bid.Cents, command.DailyBudget.Cents, command.FirstDay, command.LastDay);
        }

        return refusal;
    }

    public static Refusal Change(DayContext day, int index, OwnOffer offer, ChangeCampaign command)
    {
        var first = day.State.CampaignFirst[offer.Index];
        var refusal = Rules(day).Change(index, command, day.State.CampaignBid[offer.Index] > 0 ? first : null);
        if (refusal.Reason == RefusalReason.None)
        {
            Set(day, offer, command.Bid.Cents, command.DailyBudget.Cents, first, command.LastDay);
        }

        return refusal;
    }

    public static Refusal Stop(DayContext day, int index, OwnOffer offer)
    {
        var refusal = CampaignRules.Stop(index, day.State.CampaignBid[offer.Index] > 0);
        if (refusal.Reason == RefusalReason.None)
        {
            AdvertisingPhase.End(day, offer, day.Day - 1);
        }

        return refusal;
    }

    public static Refusal Buy(DayContext day, int index, OwnOffer offer, BuyReviews command)
    {
        if (!day.Model.Laboratory.Reviews)
        {
            return new(index, RefusalReason.NoReviews, 0, 0, 0);
        }

        if (OfferRules.Reviews(index, command.Count, day.Model.PageOf(offer.Row).IsShared, day.State.BoughtReviews[offer.Index]) is { Reason: not RefusalReason.None } refusal)
        {
            return refusal;
        }

        var cost = OfferRules.ReviewCents(offer.Product.ReferencePrice, day.Definition.Market.Reviews.Commission, command.Count);
        if (AccountRules.Covered(index, cost, day.Balance(offer.Seat, Account.Cash)) is { Reason: not RefusalReason.None } uncovered)
        {
            return uncovered;
        }

        day.Charge(offer, TransferReason.ReviewPurchase, EventKind.ReviewsBought, cost, command.Count);
        ReviewPhase.Buy(day, offer, command.Count);
        return default;
    }

    private static CampaignRules Rules(DayContext day) =>
        new(day.Rules.SlotAttention.Length > 0, Math.Max(1, day.Definition.Market.Advertising.Reserve.Cents), day.Day, day.Definition.Days - 1);

    private static void Set(DayContext day, OwnOffer offer, long bid, long budget, int first, int last)
    {
        var state = day.State;
        state.CampaignBid[offer.Index] = (int)bid;
        state.CampaignBudget[offer.Index] = budget;
        state.CampaignFirst[offer.Index] = first;
        state.CampaignLast[offer.Index] = last;
        day.Emit(EventKind.CampaignSet, offer.Seat, offer.Row, last, first, bid);
    }
}
