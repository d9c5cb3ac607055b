namespace FbaBench.Contracts;

/// <summary>What the market says of a command if all that a morning leaves open is at its worst, and at its best.</summary>
/// <param name="Worst">At its worst.</param>
/// <param name="Best">At its best.</param>
internal readonly record struct Verdict(Refusal Worst, Refusal Best)
{
    public bool IsAccepted => Best.Reason == RefusalReason.None;

    /// <summary>Accepted whatever is open.</summary>
    public bool IsSure => Worst.Reason == RefusalReason.None;

    public static Verdict Of(Refusal refusal) => new(refusal, refusal);

    /// <summary>What the market asks next if it has not refused by then.</summary>
    public Verdict Then(Verdict next) => new(First(Worst, next.Worst), First(Best, next.Best));

    public DraftAdvice Advice() => new(Best, Worst == Best ? default : Worst);

    private static Refusal First(Refusal refusal, Refusal next) => refusal.Reason == RefusalReason.None ? next : refusal;
}
