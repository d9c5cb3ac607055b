using System.Runtime.CompilerServices;
using FbaBench.Kernel.Charges;
using FbaBench.World;

namespace FbaBench.Kernel.Observing;

/// <summary>
/// The stock of an offer on a morning, as far as fees go by it: sums that are taken at once, from which the previews are worked out when somebody reads them. Most sellers do not, and
/// the state may have moved on by then.
/// </summary>
internal sealed class MorningStock(OfferTerms terms, WorldState state, int day, SimDate date, in LotFacts lots) : StockFees
{
    private readonly int _day = day;
    private readonly SimDate _date = date;
    private readonly int _firstInbound = state.FirstInbound[terms.Offer.Index];
    private readonly SimDate _accountOpened = state.Model.AccountOpened;
    private readonly (long OnHand, long Shipped) _month = StockHistory.Before(state, terms.Offer.Index, day, LowInventoryCharge.ShortWindow);
    private readonly (long OnHand, long Shipped) _quarter = StockHistory.Before(state, terms.Offer.Index, day, LowInventoryCharge.LongWindow);
    private readonly long _week = StockHistory.Shipped(state, terms.Offer.Index, day, LowInventoryCharge.RecentDays);
    private readonly MonthsOfReturns _months = new(state, terms.Offer.Index);
    private readonly StockAge[] _stock = AgedCharge.Stock(state, terms.Offer.Index, day, lots.SellableLots);
    private LowInventoryPreview? _lowInventory;
    private AgedInventoryPreview? _aged;
    private ReturnsPreview? _returns;

    /// <summary>Units shipped in the last 13 weeks, a day more than the quarter of the low inventory level fee.</summary>
    public long ShippedInWeeks { get; } = StockHistory.Shipped(state, terms.Offer.Index, day, StorageCharge.DaysOfWeeks);

    /// <summary>Unit-days of the month so far, with the stock of now for today.</summary>
    public long UnitDays { get; } = state.MonthUnitDays[terms.Offer.Index] + lots.OnHand + state.UnsellableUnits[terms.Offer.Index];

    /// <summary>Day of the first receipt.</summary>
    public int FirstInbound => _firstInbound;

    public override LowInventoryPreview LowInventory(int at) =>
        _lowInventory ??= LowInventoryCharge.Preview(terms.Fees, new(_day, _date, _accountOpened, _firstInbound, _week), _month, _quarter);

    public override AgedInventoryPreview AgedInventory(int at) => _aged ??= AgedCharge.Preview(terms.Fees, _stock, _date);

    public override ReturnsPreview Returns(int at) => _returns ??= ReturnsCharge.Preview(terms.Fees, _months, _date);
}

/// <summary>Shipments and returns by month of shipment, as the state's rings have them.</summary>
internal readonly struct MonthsOfReturns
{
    private readonly Ring _shipped;
    private readonly Ring _returned;

    public MonthsOfReturns(WorldState state, int own)
    {
        state.ShippedInMonth.Slice(own * WorldLayout.ShipMonths, WorldLayout.ShipMonths).CopyTo(_shipped);
        state.ReturnedOfMonth.Slice(own * WorldLayout.ShipMonths, WorldLayout.ShipMonths).CopyTo(_returned);
    }

    public (long Shipped, long Returned) Of(int month) => (_shipped[month % WorldLayout.ShipMonths], _returned[month % WorldLayout.ShipMonths]);

    [InlineArray(WorldLayout.ShipMonths)]
    private struct Ring
    {
        private long _first;
    }
}

/// <summary>Sums over the lots of an offer, taken in one pass.</summary>
internal readonly record struct LotFacts(int OnHand, long CostOnHand, int Inbound, int SellableLots)
{
    public static LotFacts Of(WorldState state, int own)
    {
        var states = Lots.States(state, own);
        var units = state.LotUnits.Slice(own * state.Layout.Lots, states.Length);
        var costs = state.LotCost.Slice(own * state.Layout.Lots, states.Length);
        var (onHand, cost, inbound, lots) = (0, 0L, 0, 0);
        for (var i = Next(states, 0); i < states.Length; i = Next(states, i + 1))
        {
            if (states[i] == (int)LotState.Sellable)
            {
                onHand += units[i];
                cost += costs[i];
                lots++;
            }
            else
            {
                inbound += units[i];
            }
        }

        return new(onHand, cost, inbound, lots);
    }

    /// <summary>The next slot with a lot, or the end: most of the sixty are empty.</summary>
    private static int Next(ReadOnlySpan<int> states, int from)
    {
        var ahead = states[from..].IndexOfAnyExcept((int)LotState.Empty);
        return ahead < 0 ? states.Length : from + ahead;
    }
}
