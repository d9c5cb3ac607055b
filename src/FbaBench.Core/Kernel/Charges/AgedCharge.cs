using FbaBench.Market;
using FbaBench.World;

namespace FbaBench.Kernel.Charges;

/// <summary>
/// The aged inventory surcharge (fees-us-*.json, aged_inventory_surcharge): on the 15th, on the units then on hand, by days since
/// receipt. One line an offer, rounded once.
/// </summary>
internal static class AgedCharge
{
    private const int AssessedOn = 15;
    private const int FirstAge = 181;

    public static void Run(DayContext day)
    {
        if (day.Date.DayOfMonth != AssessedOn)
        {
            return;
        }

        foreach (var offer in day.Model.Own)
        {
            var (units, cents) = Due(day.State, day.Fees[offer.Index], offer.Index, day.Day, day.Date);
            if (cents > 0)
            {
                day.State.Available[offer.Seat] -= cents;
                day.Charge(offer, TransferReason.AgedInventory, EventKind.AgedInventory, cents, (int)units);
            }
        }
    }

    /// <summary>What the stock of a morning would pay.</summary>
    public static AgedInventoryPreview Preview(ProductFees fees, StockAge[] stock, SimDate date)
    {
        var ahead = DaysUntilAssessment(date);
        var next = date.AddDays(ahead);
        decimal dollars = 0;
        foreach (var (units, age) in stock)
        {
            dollars += age + ahead >= FirstAge ? units * fees.AgedPerUnit(next, age + ahead) : 0;
        }

        return new(next, FeeRounding.FromDollars(dollars), Array.AsReadOnly(stock), fees.AgedSteps(next));
    }

    private static int DaysUntilAssessment(SimDate date) =>
        date.DayOfMonth <= AssessedOn ? AssessedOn - date.DayOfMonth : date.DaysInMonth - date.DayOfMonth + AssessedOn;

    /// <summary>What the stock of now pays on a day, and how many units of it are old.</summary>
    private static (long Units, long Cents) Due(WorldState state, ProductFees fees, int own, int day, SimDate date)
    {
        long units = 0;
        decimal dollars = 0;
        var first = own * state.Layout.Lots;
        for (var slot = first; slot < first + state.Layout.Lots; slot++)
        {
            var age = day - state.LotNextDay[slot];
            if (state.LotStates[slot] == (int)LotState.Sellable && age >= FirstAge)
            {
                units += state.LotUnits[slot];
                dollars += state.LotUnits[slot] * fees.AgedPerUnit(date, age);
            }
        }

        return (units, FeeRounding.FromDollars(dollars).Cents);
    }

    /// <summary>Sellable lots, the oldest first.</summary>
    public static StockAge[] Stock(WorldState state, int own, int day, int lots)
    {
        var first = own * state.Layout.Lots;
        var stock = lots == 0 ? [] : new StockAge[lots];
        var count = 0;
        for (var slot = first; count < lots; slot++)
        {
            if (state.LotStates[slot] != (int)LotState.Sellable)
            {
                continue;
            }

            var lot = new StockAge(state.LotUnits[slot], day - state.LotNextDay[slot]);
            var at = count++;
            for (; at > 0 && stock[at - 1].AgeDays < lot.AgeDays; at--)
            {
                stock[at] = stock[at - 1];
            }

            stock[at] = lot;
        }

        return stock;
    }
}
