namespace FbaBench.World;

/// <summary>Figures of own offers that observations and a learner's features share.</summary>
internal static class OfferFacts
{
    private const int Month = 30;

    /// <summary>The list price in cents, or 0 while closed.</summary>
    public static long Price(WorldState state, OwnOffer offer) =>
        state.PromotionPrice[offer.Index] > 0 ? state.ListPrice[offer.Index] : state.Price[offer.Row];

    /// <summary>What shoppers were asked yesterday, in cents; 0 when it was not on sale.</summary>
    public static int PriceYesterday(WorldState state, int own, int day) =>
        day == 0 ? 0 : state.HistoryPrice[(own * WorldLayout.HistoryDays) + ((day - 1) % WorldLayout.HistoryDays)];

    /// <summary>Units ordered and not yet sellable.</summary>
    public static int Inbound(WorldState state, int own)
    {
        var inbound = 0;
        var first = own * state.Layout.Lots;
        for (var slot = first; slot < first + state.Layout.Lots; slot++)
        {
            inbound += state.LotStates[slot] is (int)LotState.Empty or (int)LotState.Sellable ? 0 : state.LotUnits[slot];
        }

        return inbound;
    }

    /// <summary>Units sold on the last 30 days, and of these days those on which the offer was open with stock.</summary>
    public static (long Sold, int Live) Last30Days(WorldState state, int own, int day)
    {
        var sold = 0L;
        var live = 0;
        for (var back = 1; back <= Math.Min(Month, day); back++)
        {
            var at = (own * WorldLayout.HistoryDays) + ((day - back) % WorldLayout.HistoryDays);
            sold += state.HistoryUnits[at];
            live += state.HistoryPrice[at] > 0 ? 1 : 0;
        }

        return (sold, live);
    }

    /// <summary>Reviews of the page that a row sells on.</summary>
    public static StarCounts Stars(WorldState state, int row)
    {
        var stars = state.StarCounts.Slice(state.Model.PageOf(row).Row * WorldLayout.Stars, WorldLayout.Stars);
        return new(stars[0], stars[1], stars[2], stars[3], stars[4]);
    }
}
