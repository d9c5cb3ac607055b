using FbaBench.Kernel.Charges;
using FbaBench.Market;
using FbaBench.World;

namespace FbaBench.Kernel.Phases;

/// <summary>
/// Promotions: the morning ends those whose last day is over, the evening charges promoted revenue. After a promotion sales dip for as many days as were
/// promoted; the allowance counts promoted days in the last 60.
/// </summary>
internal static class PromotionPhase
{
    private const int AllowanceDays = 60;
    private const long AllowanceMask = (1L << AllowanceDays) - 1;

    /// <summary>Morning: the allowance's window moves on, promotions that are over end.</summary>
    public static void Begin(DayContext day)
    {
        var state = day.State;
        foreach (var offer in day.Model.Own)
        {
            var own = offer.Index;
            var isOver = state.PromotionPrice[own] > 0 && day.Day > state.PromotionLast[own];
            state.PromotionDays[own] = ((state.PromotionDays[own] << 1) & AllowanceMask) | (state.PromotionPrice[own] > 0 && !isOver ? 1L : 0);
            if (isOver)
            {
                End(day, offer);
            }
        }
    }

    /// <summary>Ends a promotion before today's shoppers come.</summary>
    public static void Cancel(DayContext day, OwnOffer offer)
    {
        day.State.PromotionDays[offer.Index] &= ~1L;
        End(day, offer);
    }

    public static void Start(DayContext day, OwnOffer offer, int price, int days)
    {
        var state = day.State;
        state.PromotionPrice[offer.Index] = price;
        state.PromotionLast[offer.Index] = day.Day + days - 1;
        state.PromotionDays[offer.Index] |= 1;
        state.Price[offer.Row] = price;
        var fee = day.Definition.Market.Promotions.Fee.Cents;
        day.Charge(offer, TransferReason.PromotionFee, EventKind.PromotionFee, fee);
        state.Available[offer.Seat] -= fee;
        day.Emit(EventKind.PromotionStarted, offer.Seat, offer.Row, days, 0, price);
    }

    /// <summary>The list price holds again, and the dip begins: as many days as were promoted in a row, today if it was not.</summary>
    public static void End(DayContext day, OwnOffer offer)
    {
        var state = day.State;
        var own = offer.Index;
        var isToday = (state.PromotionDays[own] & 1) == 1;
        var streak = (int)long.TrailingZeroCount(~(isToday ? state.PromotionDays[own] : state.PromotionDays[own] >> 1));

        // A promotion that is called off at once must not end the dip of the one before.
        state.DipLast[own] = Math.Max(state.DipLast[own], day.Day + streak - (isToday ? 0 : 1));
        state.PromotionPrice[own] = 0;
        state.PromotionLast[own] = -1;
        state.Price[offer.Row] = state.ListPrice[own];
        day.Emit(EventKind.PromotionEnded, offer.Seat, offer.Row);
    }

    /// <summary>Evening: the fee on promoted revenue, rounded half up to a cent.</summary>
    public static void Charge(DayContext day)
    {
        var share = day.Definition.Market.Promotions.RevenueShare;
        foreach (var offer in day.Model.Own)
        {
            if (day.State.PromotionPrice[offer.Index] > 0 && day.State.Units[offer.Row] > 0)
            {
                var fee = (long)Math.Floor((day.State.Revenue[offer.Index] * share) + 0.5);
                day.Charge(offer, TransferReason.PromotionFee, EventKind.PromotionFee, fee, day.State.Units[offer.Row]);
                day.State.Available[offer.Seat] -= fee;
            }
        }
    }

    /// <summary>Days that a promotion started today could last.</summary>
    /// <param name="promoted">Promoted days, the lowest bit being today.</param>
    /// <param name="most">The allowance.</param>
    public static int DaysLeft(long promoted, int most) => Math.Max(0, most - (int)long.PopCount(promoted & (AllowanceMask ^ 1)));

    /// <summary>Highest price a promotion may ask: below the lower of reference price and own lowest list price of the last 30 days.</summary>
    /// <param name="state">Prices of the past days.</param>
    /// <param name="offer">The offer.</param>
    /// <param name="day">Today.</param>
    /// <param name="promoted">Promoted days, the lowest bit being today.</param>
    /// <param name="leastDiscount">How far below, as a share.</param>
    public static long HighestPrice(WorldState state, OwnOffer offer, int day, long promoted, double leastDiscount)
    {
        const int window = 30;
        const long lastDays = ((1L << window) - 1) << 1;
        var lowest = offer.Product.ReferencePrice.Cents;
        if ((promoted & lastDays) == 0)
        {
            return PageWeights.WholeCents(Math.Min(lowest, StockHistory.LowestPrice(state, offer.Index, day, window)) * (1 - leastDiscount));
        }

        for (var back = 1; back <= Math.Min(window, day); back++)
        {
            var price = state.HistoryPrice[(offer.Index * WorldLayout.HistoryDays) + ((day - back) % WorldLayout.HistoryDays)];
            lowest = price > 0 && ((promoted >> back) & 1) == 0 ? Math.Min(lowest, price) : lowest;
        }

        return PageWeights.WholeCents(lowest * (1 - leastDiscount));
    }
}
