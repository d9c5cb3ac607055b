using FbaBench.Kernel.Charges;
using FbaBench.Market;
using FbaBench.World;

namespace FbaBench.Kernel.Supply;

/// <summary>What a seller sees of goods on their way. Reads the state, never writes it.</summary>
internal static class SupplyView
{
    public static FreightPrice[] Freight(WorldState state, SimDate date)
    {
        if (!state.Model.HasFreight)
        {
            return [];
        }

        var terms = state.Model.Definition.Freight;
        var prices = new FreightPrice[WorldLayout.FreightModes];
        for (var i = 0; i < prices.Length; i++)
        {
            var mode = FreightMarket.ModeAt(i);
            prices[i] = new(mode, FreightMarket.PriceFactor(terms, mode, date, state.FreightDeviation[i]), FreightMarket.TransitFactor(terms, mode, date));
        }

        return prices;
    }

    public static TariffRate[] Tariffs(WorldDefinition definition, SimDate date) =>
        definition.Freight.Tariffs.Count == 0 ? [] :
        [.. definition.Freight.Tariffs.Where(change => change.From <= date).Select(change => change.Origin).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(origin => new TariffRate(origin, FreightMarket.Tariff(definition.Freight, origin, date)))];

    /// <summary>Dealings as they stand on a day: what is over is not shown.</summary>
    public static SupplierState[] Suppliers(WorldState state, OwnOffer offer, int day)
    {
        var suppliers = new SupplierState[offer.Quotes.Length];
        for (var i = 0; i < suppliers.Length; i++)
        {
            var talk = TalkState.Of(state, offer.Index, i);
            var finding = (SupplierFinding)talk.Finding;
            var isAgreed = talk.AgreedPrice > 0 && day <= talk.AgreedUntil;
            var isAsked = talk.AskPrice > 0 && day <= talk.AskUntil;
            suppliers[i] = new(
                new(i),
                isAgreed ? new(talk.AgreedPrice) : null,
                isAgreed ? talk.AgreedUnits : 0,
                isAgreed ? talk.AgreedUntil : 0,
                isAsked ? new(talk.AskPrice) : null,
                isAsked ? talk.AskUnits : 0,
                isAsked ? talk.AskUntil : 0,
                talk.TalksFrom,
                talk.OrdersShipped,
                finding,
                finding == SupplierFinding.None ? null : talk.FindingDay);
        }

        return suppliers;
    }

    public static OpenOrder[] OpenOrders(WorldState state, int seat, int day, SimDate date)
    {
        var count = 0;
        foreach (var offer in state.Model.Own)
        {
            var lots = Lots.States(state, offer.Index);
            for (var slot = NextOpen(lots, 0); offer.Seat == seat && slot < lots.Length; slot = NextOpen(lots, slot + 1))
            {
                count++;
            }
        }

        var orders = count == 0 ? [] : new OpenOrder[count];
        count = 0;
        foreach (var offer in state.Model.Own)
        {
            var lots = Lots.States(state, offer.Index);
            for (var slot = NextOpen(lots, 0); offer.Seat == seat && slot < lots.Length; slot = NextOpen(lots, slot + 1))
            {
                orders[count++] = Order(state, offer, (offer.Index * state.Layout.Lots) + slot, day, date);
            }
        }

        return orders;
    }

    /// <summary>The next slot with goods on their way, or the end.</summary>
    private static int NextOpen(ReadOnlySpan<int> lots, int from)
    {
        var ahead = lots[from..].IndexOfAnyExcept((int)LotState.Empty, (int)LotState.Sellable);
        return ahead < 0 ? lots.Length : from + ahead;
    }

    /// <summary>An open order; the expected day takes the typical time for what is still ahead. Only an arrival at the warehouse is announced.</summary>
    private static OpenOrder Order(WorldState state, OwnOffer offer, int slot, int day, SimDate date)
    {
        var supplier = state.LotSupplier[slot];
        var terms = offer.Product.Suppliers[supplier];
        var route = FreightCharge.RouteOf(state, offer, slot);
        var receiving = OwnOffer.Typical(terms.Receiving);
        var transit = OwnOffer.Typical(route?.Transit ?? terms.Transit);
        var ordered = state.LotOrderDay[slot];
        var lot = (LotState)state.LotStates[slot];
        var (stage, expected) = lot switch
        {
            LotState.InProduction => (OrderStage.InProduction, Math.Max(day, ordered + OwnOffer.Typical(terms.Production)) + transit + receiving),
            LotState.Ready => (OrderStage.AwaitingPayment, day + transit + receiving),

            LotState.Waiting => (OrderStage.InProduction, Math.Max(day, state.LotNextDay[slot]) + state.Model.Laboratory.SupplyChain!.ShippingDays + receiving),

            // Carriers announce the day of arrival; how long the warehouse takes is open.
            LotState.InTransit => (OrderStage.InTransit, state.LotNextDay[slot] + receiving),
            _ => (OrderStage.Receiving, Math.Max(day, state.LotArrivedDay[slot] + receiving)),
        };
        var charges = (lot == LotState.InProduction ? FreightCharge.Freight(state, offer, slot, date) : 0) + (lot == LotState.Receiving ? 0 : FreightCharge.Duty(state, offer, slot, date));
        return new(
            new(new(offer.Seat), ordered, state.LotCommand[slot]), new(offer.Row), new(supplier), state.LotUnits[slot], stage, expected, new(state.LotBalance[slot]), route?.Mode ?? FreightMode.Quoted, new(charges))
        {
            Defects = state.LotInspected[slot] == 1 ? state.LotDefects[slot] : null,
        };
    }
}
