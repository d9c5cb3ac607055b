using Microsoft.Extensions.AI;

namespace FbaBench.Agents.Models;

/// <summary>What came of one attempt at a call, as the tape has it. Exactly one of answer, failure and limit is there.</summary>
internal sealed record TapeEntry(int Day, int Step, int Attempt, string Digest)
{
    public ChatResponse? Answer { get; init; }

    public ModelFailureKind? Failure { get; init; }

    public ModelLimitKind? Limit { get; init; }

    public TokenUsage Usage { get; init; } = TokenUsage.None;

    public long MicroDollars { get; init; }

    public bool IsEstimated { get; init; }

    public ModelDemand Held { get; init; }

    public TimeSpan Time { get; init; }
}
