namespace FbaBench;

/// <summary>
/// How much risk a seller takes: factors on what its rule does by itself, so that the same parameters mean the same to every rule. The defaults change nothing. A value out of its range is
/// refused when it is set.
/// </summary>
public sealed record RiskParameters
{
    /// <summary>
    /// Share of the cash of the first morning that is never spent on goods and their freight, 0 to 0.9; default 0. Balances, fees and dues may still use it.
    /// </summary>
    public double CashReserve { get; init => field = Checked(nameof(CashReserve), value, 0, 0.9); }

    /// <summary>Factor on the days of sales kept beyond the lead time, rounded to whole days, 0 to 4; default 1. Fewer tie up less money and run out more often.</summary>
    public double SafetyFactor { get; init => field = Checked(nameof(SafetyFactor), value, 0, 4); } = 1;

    /// <summary>Factor on what is asked above the price at which a sale earns nothing, 0.25 to 2; default 1.</summary>
    public double MarkupFactor { get; init => field = Checked(nameof(MarkupFactor), value, 0.25, 2); } = 1;

    /// <summary>Factor on the share of its price that a unit must earn to be ordered, 0 to 3; default 1.</summary>
    public double HurdleFactor { get; init => field = Checked(nameof(HurdleFactor), value, 0, 3); } = 1;

    /// <summary>Factor on the share of a click's worth that is bid, 0 to 2; default 1. 0 never advertises; a rule that never does anyway is not changed.</summary>
    public double AdvertisingFactor { get; init => field = Checked(nameof(AdvertisingFactor), value, 0, 2); } = 1;

    /// <summary>A rule's stock keeping under these parameters.</summary>
    /// <param name="rule">The rule's own.</param>
    /// <param name="firstCash">Cash of the first morning.</param>
    internal StockRule Of(StockRule rule, Money firstCash) => rule with
    {
        SafetyDays = (int)Math.Round(rule.SafetyDays * SafetyFactor),
        LeastMargin = rule.LeastMargin * HurdleFactor,
        CashKept = new((long)Math.Round(CashReserve * firstCash.Cents)),
    };

    private static double Checked(string name, double value, double low, double high) => value >= low && value <= high
        ? value
        : throw new ArgumentException(FormattableString.Invariant($"{name} is {value}; allowed is {low} to {high}."), name);
}
