namespace FbaBench;

/// <summary>What an episode of a plan costs, the mean of both agents.</summary>
/// <param name="MicroDollars">Money an episode, in millionths of a dollar; 0 for agents that ask no model.</param>
/// <param name="Seconds">Time an episode, or null where it is not known.</param>
/// <param name="Parallelism">Episodes at once, at least 1.</param>
public sealed record PlanCost(double MicroDollars, double? Seconds, int Parallelism = 1);
