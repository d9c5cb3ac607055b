namespace FbaBench;

/// <summary>
/// What a world's value can be at the least and at the most, proven, not guessed: of a comparison the difference of two scores, of <see cref="AgentGate.AssertScoreAtLeastAsync(Func{IAgent}, IScenario, Money, GateOptions?, CancellationToken)"/>
/// the score. With repeats the bounds are those of the mean over them. A world outside them ends the gate with an error.
/// </summary>
/// <param name="Least">The least.</param>
/// <param name="Most">The most, above the least.</param>
public sealed record GateBounds(Money Least, Money Most);
