namespace FbaBench;

/// <summary>What a gate is to show, in dollars a world.</summary>
/// <param name="Shown">The outcome that it holds.</param>
/// <param name="Refuted">The outcome that it does not.</param>
/// <param name="Limit">Where the one ends and the other begins; of equivalence the margin.</param>
internal sealed record GateClaim(GateOutcome Shown, GateOutcome Refuted, Money Limit)
{
    private double Dollars => Limit.Cents / 100.0;

    public static GateClaim NotWorse(Money margin) => new(GateOutcome.NotWorse, GateOutcome.Worse, -Positive(margin, "the agent itself could never be shown to be not worse than itself"));

    public static GateClaim Better(Money margin) => margin >= Money.Zero
        ? new(GateOutcome.Better, GateOutcome.NotBetter, margin)
        : throw new ArgumentOutOfRangeException(nameof(margin), margin, "A margin is at least 0 dollars; for 'not worse' there is AssertNotWorseAsync.");

    public static GateClaim Equivalent(Money margin) => new(GateOutcome.Equivalent, GateOutcome.Different, Positive(margin, "nothing is equivalent to the cent"));

    public static GateClaim AtLeast(Money score) => new(GateOutcome.AtLeast, GateOutcome.Below, score);

    /// <summary>What the running interval says.</summary>
    public GateOutcome Decide(SequenceInterval now)
    {
        if (now.IsContradiction || now.RunningLow is not { } low || now.RunningHigh is not { } high)
        {
            return GateOutcome.Undecided;
        }

        return Shown switch
        {
            GateOutcome.NotWorse => low > Dollars ? Shown : high < Dollars ? Refuted : GateOutcome.Undecided,
            GateOutcome.Better => low > Dollars ? Shown : high <= Dollars ? Refuted : GateOutcome.Undecided,
            GateOutcome.AtLeast => low >= Dollars ? Shown : high < Dollars ? Refuted : GateOutcome.Undecided,
            _ => low > -Dollars && high < Dollars ? Shown : low >= Dollars || high <= -Dollars ? Refuted : GateOutcome.Undecided,
        };
    }

    /// <summary>Whether every single world lies where the outcome says that the mean does.</summary>
    public bool AllSay(GateOutcome outcome, IReadOnlyList<double> values) => outcome switch
    {
        GateOutcome.NotWorse or GateOutcome.Better or GateOutcome.AtLeast => values.All(value => value >= Dollars),
        GateOutcome.Equivalent => values.All(value => Math.Abs(value) < Dollars),
        GateOutcome.Different => values.All(value => value >= Dollars) || values.All(value => value <= -Dollars),
        _ => values.All(value => value <= Dollars),
    };

    /// <summary>About how many worlds decide, if those to come are like those so far; null where not even the most that can be asked for would.</summary>
    public int? WorldsNeeded(ConfidenceSequence sequence) => Shown != GateOutcome.Equivalent
        ? sequence.WorldsToExclude(Dollars)
        : sequence.WorldsToExclude(Dollars) is { } above && sequence.WorldsToExclude(-Dollars) is { } below
            ? Math.Abs(sequence.Current.Mean) < Dollars ? Math.Max(above, below) : Math.Min(above, below)
            : null;

    private static Money Positive(Money margin, string why) => margin > Money.Zero
        ? margin
        : throw new ArgumentOutOfRangeException(nameof(margin), margin, $"A margin is above 0 dollars: the loss a world that does not matter. Without one {why}.");
}
