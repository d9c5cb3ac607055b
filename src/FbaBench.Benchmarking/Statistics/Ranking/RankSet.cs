namespace FbaBench;

/// <summary>An agent's place among others as far as the worlds tell: anywhere from best to worst.</summary>
/// <param name="Agent">Name of the agent.</param>
/// <param name="Mean">Mean of its worlds' means.</param>
/// <param name="Best">1 + the number of agents that are significantly better.</param>
/// <param name="Worst">Number of agents less those that are significantly worse.</param>
/// <param name="UntrustedPairs">Its pairs whose interval is not trusted; they count all the same.</param>
public sealed record RankSet(string Agent, double Mean, int Best, int Worst, int UntrustedPairs)
{
    /// <summary>Whether every pair's interval is trusted.</summary>
    public bool IsTrusted => UntrustedPairs == 0;
}

/// <summary>Two agents on their common worlds.</summary>
/// <param name="First">Name of one.</param>
/// <param name="Second">Name of the other.</param>
/// <param name="Difference">First less second.</param>
/// <param name="AdjustedP">p-value after Holm's correction over all pairs and both directions.</param>
/// <param name="IsSignificant">Whether it is at most the level; the sign of the mean difference says who is better.</param>
public sealed record RankedPair(string First, string Second, PairedDifference Difference, double AdjustedP, bool IsSignificant);
