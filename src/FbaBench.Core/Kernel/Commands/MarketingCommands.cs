using FbaBench.Kernel.Phases;
using FbaBench.World;

namespace FbaBench.Kernel.Commands;

/// <summary>Commands on promotions, campaigns and reviews, each accepted or refused alone.</summary>
internal static class MarketingCommands
{
    internal const long HighestBidCents = 100_000;
    internal const long HighestBudgetCents = 100_000_000;
    private const int MostReviews = 1_000;

    public static Refusal Promote(DayContext day, int index, OwnOffer offer, StartPromotion command)
    {
        var state = day.State;
        var own = offer.Index;
        var terms = day.Definition.Market.Promotions;
        if (state.ListPrice[own] == 0)
        {
            return new(index, RefusalReason.OfferIsClosed, 0, 0, 0);
        }

        if (state.PromotionPrice[own] > 0)
        {
            return new(index, RefusalReason.PromotionRuns, state.PromotionPrice[own], 0, state.PromotionLast[own]);
        }

        // A promotion is below the list price too.
        var highest = Math.Min(state.ListPrice[own] - 1, PromotionPhase.HighestPrice(state, offer, day.Day, state.PromotionDays[own], terms.LeastDiscount));
        if (command.Price.Cents < 1 || command.Price.Cents > highest)
        {
            return new(index, RefusalReason.PromotionTooSmall, command.Price.Cents, 1, highest);
        }

        var left = Math.Min(PromotionPhase.DaysLeft(state.PromotionDays[own], terms.MostDaysIn60), day.Definition.Days - day.Day);
        if (command.Days < 1 || command.Days > left)
        {
            return new(index, RefusalReason.PromotionDaysUsed, command.Days, 1, left);
        }

        PromotionPhase.Start(day, offer, (int)command.Price.Cents, command.Days);
        return default;
    }

    public static Refusal EndPromotion(DayContext day, int index, OwnOffer offer)
    {
        if (day.State.PromotionPrice[offer.Index] == 0)
        {
            return new(index, RefusalReason.NoPromotion, 0, 0, 0);
        }

        PromotionPhase.Cancel(day, offer);
        return default;
    }

    public static Refusal Create(DayContext day, int index, OwnOffer offer, CreateCampaign command)
    {
        var state = day.State;
        if (day.Rules.SlotAttention.Length == 0)
        {
            return new(index, RefusalReason.NoAdvertising, 0, 0, 0);
        }

        if (day.Model.PageOf(offer.Row).IsShared)
        {
            return new(index, RefusalReason.SharedListing, 0, 0, 0);
        }

        if (state.CampaignBid[offer.Index] > 0)
        {
            return new(index, RefusalReason.CampaignExists, 0, 0, state.CampaignLast[offer.Index]);
        }

        var last = day.Definition.Days - 1;
        if (command.FirstDay < day.Day || command.FirstDay > last)
        {
            return new(index, RefusalReason.CampaignDaysOutOfRange, command.FirstDay, day.Day, last);
        }

        var refusal = Check(day, index, command.Bid.Cents, command.DailyBudget.Cents, command.FirstDay, command.LastDay);
        if (refusal.Reason == RefusalReason.None)
        {
            Set(day, offer, command.Bid.Cents, command.DailyBudget.Cents, command.FirstDay, command.LastDay);
        }

        return refusal;
    }

    public static Refusal Change(DayContext day, int index, OwnOffer offer, ChangeCampaign command)
    {
        if (day.State.CampaignBid[offer.Index] == 0)
        {
            return new(index, RefusalReason.NoCampaign, 0, 0, 0);
        }

        var first = day.State.CampaignFirst[offer.Index];
        var refusal = Check(day, index, command.Bid.Cents, command.DailyBudget.Cents, Math.Max(first, day.Day), command.LastDay);
        if (refusal.Reason == RefusalReason.None)
        {
            Set(day, offer, command.Bid.Cents, command.DailyBudget.Cents, first, command.LastDay);
        }

        return refusal;
    }

    public static Refusal Stop(DayContext day, int index, OwnOffer offer)
    {
        if (day.State.CampaignBid[offer.Index] == 0)
        {
            return new(index, RefusalReason.NoCampaign, 0, 0, 0);
        }

        AdvertisingPhase.End(day, offer, day.Day - 1);
        return default;
    }

    public static Refusal Buy(DayContext day, int index, OwnOffer offer, BuyReviews command)
    {
        if (!day.Model.Laboratory.Reviews)
        {
            return new(index, RefusalReason.NoReviews, 0, 0, 0);
        }

        if (day.Model.PageOf(offer.Row).IsShared)
        {
            return new(index, RefusalReason.SharedListing, 0, 0, 0);
        }

        var most = MostReviews - day.State.BoughtReviews[offer.Index];
        if (command.Count < 1 || command.Count > most)
        {
            return new(index, RefusalReason.ReviewsOutOfRange, command.Count, 1, most);
        }

        var cost = checked((offer.Product.ReferencePrice + day.Definition.Market.Reviews.Commission).Cents * command.Count);
        var cash = day.Balance(offer.Seat, Account.Cash);
        if (cost > cash)
        {
            return new(index, RefusalReason.NotEnoughCash, cost, 0, Math.Max(0, cash));
        }

        day.Charge(offer, TransferReason.ReviewPurchase, EventKind.ReviewsBought, cost, command.Count);
        ReviewPhase.Buy(day, offer, command.Count);
        return default;
    }

    private static Refusal Check(DayContext day, int index, long bid, long budget, int first, int last)
    {
        var reserve = day.Definition.Market.Advertising.Reserve.Cents;
        if (bid < Math.Max(1, reserve) || bid > HighestBidCents)
        {
            return new(index, RefusalReason.BidOutOfRange, bid, Math.Max(1, reserve), HighestBidCents);
        }

        if (budget < bid || budget > HighestBudgetCents)
        {
            return new(index, RefusalReason.BudgetOutOfRange, budget, bid, HighestBudgetCents);
        }

        var end = day.Definition.Days - 1;
        return last < first || last > end ? new(index, RefusalReason.CampaignDaysOutOfRange, last, first, end) : default;
    }

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
