using FbaBench.Market;
using FbaBench.World;

namespace FbaBench.Kernel.Charges;

/// <summary>Freight of a lot when its goods are ready, duty when they arrive.</summary>
internal static class FreightCharge
{
    /// <summary>The route that a lot takes, or null when its supplier delivers.</summary>
    public static FreightRoute? RouteOf(WorldState state, OwnOffer offer, int slot)
    {
        var routes = offer.Product.Suppliers[state.LotSupplier[slot]].Routes;
        return routes.Count == 0 ? null : routes[state.LotRoute[slot]];
    }

    /// <summary>Freight of a lot at the day's price, in cents, half up; 0 when its supplier delivers.</summary>
    public static long Freight(WorldState state, OwnOffer offer, int slot, SimDate date)
    {
        if (RouteOf(state, offer, slot) is not { } route)
        {
            return 0;
        }

        var factor = FreightMarket.PriceFactor(state.Model.Definition.Freight, route.Mode, date, state.FreightDeviation[FreightMarket.Index(route.Mode)]);
        return (long)Math.Floor((route.Rates.Cents(offer.Product.Size, offer.Product.WeightPounds, state.LotUnits[slot]) * factor) + 0.5);
    }

    /// <summary>Duty and tariff on a lot's goods if they arrive on a date, in cents, half up.</summary>
    public static long Duty(WorldState state, OwnOffer offer, int slot, SimDate date)
    {
        var supplier = offer.Product.Suppliers[state.LotSupplier[slot]];
        var share = supplier.DutyShare + FreightMarket.Tariff(state.Model.Definition.Freight, supplier.Origin, date);
        return share == 0 ? 0 : (long)Math.Floor((share * state.LotUnits[slot] * state.LotUnitPrice[slot]) + 0.5);
    }

    /// <summary>Days that a lot travels when it is shipped on a date: usual days, longer in a disruption, and never past the final settlement.</summary>
    public static int TransitDays(WorldState state, OwnOffer offer, int slot, SimDate date, double uniform)
    {
        var supplier = offer.Product.Suppliers[state.LotSupplier[slot]];
        if (RouteOf(state, offer, slot) is not { } route)
        {
            return Durations.Days(supplier.Transit, uniform);
        }

        var usual = Durations.Days(route.Transit, uniform);
        var factor = FreightMarket.TransitFactor(state.Model.Definition.Freight, route.Mode, date);
        var longest = state.Model.Definition.Account.RunOffDays - 1 - supplier.Receiving.MaximumDays;
        return Math.Min((int)Math.Floor((usual * factor) + 0.5), Math.Max(usual, longest));
    }

    /// <summary>Pays duty from cash; what it does not cover, the marketplace's broker advances, and it falls due.</summary>
    public static void PayDuty(DayContext day, OwnOffer offer, int slot)
    {
        var duty = Duty(day.State, offer, slot, day.Date);
        if (duty == 0)
        {
            return;
        }

        var paid = Math.Min(duty, Math.Max(0, day.Balance(offer.Seat, Account.Cash)));
        day.Post(offer.Seat, TransferReason.Duty, paid, offer.Row);
        day.Post(offer.Seat, TransferReason.DutyAdvanced, duty - paid, offer.Row);
        day.State.LotCost[slot] += duty;
        day.Emit(EventKind.Customs, offer.Seat, offer.Row, day.State.LotUnits[slot], 0, duty);
    }
}
