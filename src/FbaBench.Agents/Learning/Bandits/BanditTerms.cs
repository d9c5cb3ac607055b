namespace FbaBench;

/// <summary>How a <see cref="BanditPricer"/> chooses and learns. Chosen on training worlds (docs/evidence/sellers-who-learn.md).</summary>
public sealed record BanditTerms
{
    /// <summary>Lowest price of the grid as a share of the reference price, 0.2 to 1; default 0.7.</summary>
    public double LowestPrice { get; init => field = Ranges.Checked(nameof(LowestPrice), value, 0.2, 1); } = 0.7;

    /// <summary>Highest price of the grid as a share of the reference price, 1 to 3; default 1.4.</summary>
    public double HighestPrice { get; init => field = Ranges.Checked(nameof(HighestPrice), value, 1, 3); } = 1.4;

    /// <summary>Prices of the grid, evenly apart, 2 to 200; default 36.</summary>
    public int Prices { get; init => field = (int)Ranges.Checked(nameof(Prices), value, 2, 200); } = 36;

    /// <summary>α: standard errors of its mean by which an uncertain price is preferred, 0 to 10; default 0.25. 0 never explores on purpose.</summary>
    public double Exploration { get; init => field = Ranges.Checked(nameof(Exploration), value, 0, 10); } = 0.25;

    /// <summary>
    /// Units that what is known beforehand weighs as much as, 1 to 1,000,000; default 1,200. The literature's deviation of the elasticity, 0.8, moves what a fifth of the reference price more earns a usual unit by
    /// 0.8 · 0.4 · 0.2, and (0.69 / 0.064)² are 116 units; on training worlds 1,200 earned more, since other things move sales, too.
    /// </summary>
    public double PriorUnits { get; init => field = Ranges.Checked(nameof(PriorUnits), value, 1, 1_000_000); } = 1_200;

    /// <summary>Days for which a price is held, 1 to 365; default 7.</summary>
    public int HoldDays { get; init => field = (int)Ranges.Checked(nameof(HoldDays), value, 1, 365); } = 7;
}
