using FbaBench.Kernel.Phases;
using FbaBench.Market;
using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench.Kernel;

/// <summary>What sellers see of search, reviews, promotions and campaigns.</summary>
internal static class MarketView
{
    public static Money? HighestFeaturedPrice(WorldModel model, OwnOffer offer) => model.Laboratory.Suppression
        ? new Money(PageWeights.HighestFeaturedCents(model.Definition.Market.FeaturedOffer, model.PageOf(offer.Row).ReferenceCents))
        : null;

    public static PromotionState Promotion(WorldState state, OwnOffer offer, int day)
    {
        var terms = state.Model.Definition.Market.Promotions;
        var own = offer.Index;

        // This morning the allowance's window has not moved on yet.
        var promoted = state.PromotionDays[own] << 1;
        var highest = PromotionPhase.HighestPrice(state, offer, day, promoted, terms.LeastDiscount);
        return new(
            new(state.PromotionPrice[own]),
            state.PromotionLast[own],
            Math.Max(0, Math.Min(PromotionPhase.DaysLeft(promoted, terms.MostDaysIn60), state.Model.Definition.Days - day)),
            new(state.ListPrice[own] > 0 ? Math.Min(highest, state.ListPrice[own] - 1) : highest));
    }

    public static CampaignState? Campaign(WorldState state, int own) => state.CampaignBid[own] == 0
        ? null
        : new CampaignState(new(state.CampaignBid[own]), new(state.CampaignBudget[own]), state.CampaignFirst[own], state.CampaignLast[own]);

    public static AdReport? Report(WorldState state, int own)
    {
        if (state.AdReportDay[own] == 0)
        {
            return null;
        }

        var about = state.AdReportDay[own] - 1;
        return new AdReport(about, Figures(AdvertisingPhase.Report(state, own, about)), Figures(state.AdTotals.Slice(own * WorldLayout.AdFigures, WorldLayout.AdFigures)));
    }

    /// <summary>Shocks that lasted on the day before.</summary>
    public static NewsItem[] News(WorldModel model, KeyedDraws draws, int day) =>
        model.Shocks.Length == 0 ? [] :
        [.. model.Shocks.Where(shock => day > 0 && shock.First < day && shock.Last >= day - 1 && ShockDay.Happens(draws, shock))
            .OrderBy(shock => shock.First).Select(shock => new NewsItem(shock.Definition.Name, shock.First))];

    /// <summary>The rules as the marketplace tells them.</summary>
    public static SellerRules Rules(WorldModel model)
    {
        var terms = model.Definition.Market;
        var hasSlots = model.Laboratory.Search && terms.Advertising.TopSlotAttention > 0;
        return new()
        {
            SponsoredSlots = hasSlots ? terms.Advertising.SlotAttention.Count : 0,
            LowestBid = Money.Max(terms.Advertising.Reserve, new Money(1)),
            AdReportDelayDays = terms.Advertising.ReportDelayDays,
            PromotionFee = terms.Promotions.Fee,
            PromotionRevenueShare = terms.Promotions.RevenueShare,
            MostPromotedDaysIn60 = terms.Promotions.MostDaysIn60,
            ReviewCommission = terms.Reviews.Commission,
            ReviewFine = terms.Reviews.Fine,
            SuspendedBelow = model.Definition.Health.SuspendedBelow,
            DefectRateLimit = model.Definition.Health.DefectRateLimit,
            FewestOrders = model.Definition.Health.FewestOrders,
            InspectionFee = model.Definition.Supply.InspectionFee,
            ToleratedDefects = model.Definition.Supply.ToleratedDefects,
            ReworkFee = model.Definition.Supply.ReworkFee,
            ReworkShare = model.Definition.Supply.ReworkShare,
            ReworkDays = model.Definition.Supply.ReworkDays,
        };
    }

    /// <summary>Every offer's figures of the last day.</summary>
    public static IReadOnlyList<OfferFigures> Figures(DayContext day)
    {
        var state = day.State;
        var model = day.Model;
        var figures = new List<OfferFigures>(model.LiveRows);
        foreach (var niche in model.Niches)
        {
            for (var row = niche.FirstRow; row < niche.FirstRow + niche.Count; row++)
            {
                var page = model.PageOf(row);
                var own = model.OwnOfRow[row] is >= 0 and var index ? model.Own[index] : null;
                var name = own?.PublicName ?? model.Rivals[model.RivalOfRow[row]].Definition.Name;
                figures.Add(new(
                    niche.Definition.Name, name, page.Path, page.Category, own?.Seat ?? -1, new(day.Prices[row]), state.Orders[row], state.Units[row], state.Sessions[row],
                    state.Position[row], day.Market.Featured[row], OfferFacts.Stars(state, row)));
            }
        }

        return figures.AsReadOnly();
    }

    private static AdFigures Figures(ReadOnlySpan<long> figures) => new(figures[0], figures[1], new(figures[2]), figures[3], figures[4], new(figures[5]));
}
