namespace FbaBench;

/// <summary>What is claimed of a true mean difference: that it lies inside an interval; refuted where it lies outside.</summary>
/// <param name="Words">The claim in words.</param>
/// <param name="Above">It lies above this.</param>
/// <param name="Below">It lies below this.</param>
internal sealed record GateClaim(string Words, double Above, double Below)
{
    public static GateClaim NotWorse(double margin) => new(FormattableString.Invariant($"not worse by {margin:#,0.00} dollars or more"), -Checked(margin), double.PositiveInfinity);

    public static GateClaim Better() => new("better", 0, double.PositiveInfinity);

    public static GateClaim Equivalent(double margin) => new(FormattableString.Invariant($"within {margin:#,0.00} dollars"), -Checked(margin), margin);

    public static GateClaim AtLeast(double score) => double.IsFinite(score)
        ? new(FormattableString.Invariant($"a mean score of at least {score:#,0.00} dollars"), 0, double.PositiveInfinity)
        : throw new ArgumentOutOfRangeException(nameof(score), score, "The score is finite.");

    /// <summary>What ends that hold together say.</summary>
    public GateOutcome Decide(double? low, double? high) => low > Above && (high < Below || double.IsPositiveInfinity(Below)) ? GateOutcome.Shown
        : high <= Above || low >= Below ? GateOutcome.Refuted
        : GateOutcome.Undecided;

    /// <summary>How far a mean lies from where the claim turns.</summary>
    public double Distance(double mean) => Math.Min(Math.Abs(mean - Above), double.IsPositiveInfinity(Below) ? double.PositiveInfinity : Math.Abs(mean - Below));

    private static double Checked(double margin) => margin > 0 && double.IsFinite(margin) ? margin : throw new ArgumentOutOfRangeException(nameof(margin), margin, "The margin is finite and above 0 dollars.");
}
