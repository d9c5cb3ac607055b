namespace FbaBench.Benchmarks.Clean;

/// <summary>A sellable lot.</summary>
/// <param name="Slot">Where it stands among the offer's lots.</param>
/// <param name="Since">Day from which it is sellable.</param>
internal sealed record Lot(int Slot, int Since)
{
    public int Units { get; set; }

    /// <summary>Landed cost in cents.</summary>
    public long Cost { get; set; }

    public int Defects { get; set; }

    /// <summary>Cost of some of its units: the exact share rounded down, the rest with the last unit.</summary>
    public long CostOf(int units) => units == Units ? Cost : (long)((Int128)Cost * units / Units);

    /// <summary>Takes units and returns their cost.</summary>
    public long Take(int units, int defects)
    {
        var cost = CostOf(units);
        Units -= units;
        Defects -= defects;
        Cost -= cost;
        return cost;
    }
}

/// <summary>An offer's sellable lots, oldest first. What shoppers send back has a lot of its own.</summary>
internal sealed class Shelf(int returnSlot)
{
    public List<Lot> Lots { get; } = [];

    public int OnHand
    {
        get
        {
            var units = 0;
            foreach (var lot in Lots)
            {
                units += lot.Units;
            }

            return units;
        }
    }

    public Lot Oldest => Lots.Count > 0 ? Lots[0] : throw new InvalidOperationException("More units were sold than were on hand.");

    public void RemoveIfEmpty(Lot lot)
    {
        if (lot.Units == 0)
        {
            Lots.Remove(lot);
        }
    }

    public void AddReturned(int units, long cost, int day)
    {
        var lot = Lots.Find(one => one.Slot == returnSlot);
        if (lot is null)
        {
            lot = new Lot(returnSlot, day);
            Lots.Add(lot);
        }

        lot.Units += units;
        lot.Cost += cost;
    }
}
