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
    public double CashReserve { get; init => field = Ranges.Checked(nameof(CashReserve), value, 0, 0.9); }

    /// <summary>Factor on the days of sales kept beyond the lead time, rounded to whole days, 0 to 4; default 1. Fewer tie up less money and run out more often.</summary>
    public double SafetyFactor { get; init => field = Ranges.Checked(nameof(SafetyFactor), value, 0, 4); } = 1;

    /// <summary>Factor on what is asked above the price at which a sale earns nothing, 0.25 to 2; default 1.</summary>
    public double MarkupFactor { get; init => field = Ranges.Checked(nameof(MarkupFactor), value, 0.25, 2); } = 1;

    /// <summary>Factor on the share of its price that a unit must earn to be ordered, 0 to 3; default 1.</summary>
    public double HurdleFactor { get; init => field = Ranges.Checked(nameof(HurdleFactor), value, 0, 3); } = 1;

    /// <summary>Factor on the share of a click's worth that is bid, 0 to 2; default 1. 0 never advertises; a rule that never does anyway is not changed.</summary>
    public double AdvertisingFactor { get; init => field = Ranges.Checked(nameof(AdvertisingFactor), value, 0, 2); } = 1;

    /// <summary>What can be tuned of a rule that does not advertise, for <see cref="Of(IReadOnlyList{double})"/>: cash reserve, safety, markup and hurdle, from the defaults.</summary>
    public static IReadOnlyList<TunedParameter> Tunable { get; } =
    [
        new(nameof(CashReserve), 0, 0.5, 0),
        new(nameof(SafetyFactor), 0, 4, 1),
        new(nameof(MarkupFactor), 0.5, 1.5, 1),
        new(nameof(HurdleFactor), 0, 3, 1),
    ];

    /// <summary>Parameters of tuned values.</summary>
    /// <param name="values">In the order of <see cref="Tunable"/>.</param>
    public static RiskParameters Of(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values.Count == Tunable.Count
            ? new() { CashReserve = values[0], SafetyFactor = values[1], MarkupFactor = values[2], HurdleFactor = values[3] }
            : throw new ArgumentException($"{values.Count} values given; {Tunable.Count} are needed, in the order of {nameof(Tunable)}.", nameof(values));
    }

    /// <summary>A rule's stock keeping under these parameters.</summary>
    /// <param name="rule">The rule's own.</param>
    /// <param name="firstCash">Cash of the first morning.</param>
    internal StockRule Of(StockRule rule, Money firstCash) => rule with
    {
        SafetyDays = (int)Math.Round(rule.SafetyDays * SafetyFactor),
        LeastMargin = rule.LeastMargin * HurdleFactor,
        CashKept = new((long)Math.Round(CashReserve * firstCash.Cents)),
    };
}
