namespace FbaBench;

/// <summary>What no seller exceeds in a world of an experiment, see <see cref="ScoreBound"/>.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="World">Index of the world.</param>
/// <param name="Score">The score that nobody exceeds.</param>
/// <param name="Fluid">The mean score that nobody exceeds who cannot foresee shoppers' draws.</param>
public sealed record WorldBound(string Scenario, int World, Money Score, Money Fluid);
