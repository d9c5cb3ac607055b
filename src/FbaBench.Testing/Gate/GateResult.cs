namespace FbaBench;

/// <summary>What a gate came to.</summary>
public enum GateOutcome
{
    /// <summary>What was claimed of the agent was shown.</summary>
    Shown,

    /// <summary>The contrary was shown.</summary>
    Refuted,

    /// <summary>Neither, within the budget.</summary>
    Undecided,
}

/// <summary>What a gate saw.</summary>
/// <param name="Claim">What was claimed, in words.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Worlds">Worlds that were played.</param>
/// <param name="Mean">Mean of the differences (or of the scores less the one asked for), dollars.</param>
/// <param name="Low">Lower end of what is known of the true mean, dollars; null as long as nothing is.</param>
/// <param name="High">Upper end, or null.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record GateResult(string Claim, GateOutcome Outcome, int Worlds, double Mean, double? Low, double? High, string Reason)
{
    /// <summary>A difference a world, in the order of the worlds, dollars.</summary>
    public IReadOnlyList<double> Values { get; init; } = [];

    /// <summary>Days on which the agent under test threw, was late or gave no decision.</summary>
    public int FaultDays { get; init; }

    /// <summary>The first of them, in words, or null.</summary>
    public string? FirstFault { get; init; }

    /// <summary>Where nothing was decided: worlds with which one look would have a chance of 80 % to, if the true difference and its deviation are as seen; null where that cannot be told.</summary>
    public int? WorldsToDecide { get; init; }

    /// <summary>Claim, outcome and figures in a paragraph, as a failed assertion prints it.</summary>
    public override string ToString()
    {
        var interval = Low is { } low && High is { } high ? FormattableString.Invariant($", between {low:#,0.00} and {high:#,0.00}") : "";
        var more = WorldsToDecide is { } worlds ? FormattableString.Invariant($" About {worlds:#,0} worlds would decide it four times in five, if the difference is as seen.") : "";
        var faults = FaultDays == 0 ? "" : FormattableString.Invariant($" On {FaultDays:#,0} days the agent gave no decision; first {FirstFault}.");
        return FormattableString.Invariant($"{Outcome}: {Claim}. {Worlds:#,0} worlds, mean {Mean:#,0.00} dollars{interval}. {Reason}.{more}{faults}");
    }
}

/// <summary>A gate that did not pass; the message says what was seen.</summary>
public sealed class AgentGateException : Exception
{
    internal AgentGateException(GateResult result)
        : base(result.ToString()) => Result = result;

    internal AgentGateException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>What was seen; null where an episode could not be played.</summary>
    public GateResult? Result { get; }
}
