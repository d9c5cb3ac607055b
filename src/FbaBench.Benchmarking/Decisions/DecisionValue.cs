namespace FbaBench;

/// <summary>What one day's decision was worth against the reference.</summary>
/// <param name="Day">The day, from 0.</param>
/// <param name="Value">
/// Score of the agent's decisions up to this day and the reference from then on, less the same with the reference from this day on. Over all days these add up, to the cent, to the score less what the
/// reference would have earned from the first day.
/// </param>
/// <param name="Decision">What the agent did.</param>
/// <param name="Reference">What the reference would have done.</param>
public sealed record DecisionValue(int Day, Money Value, Decision Decision, Decision Reference)
{
    /// <summary>
    /// Mean of the value over other futures: what could be known. Dollars, with its 95 % interval over the futures; null where no futures were played. What is left of <see cref="Value"/> is luck.
    /// </summary>
    public MeanInterval? Skill { get; init; }

    /// <summary>The value in every future that was played, dollars; empty without futures.</summary>
    public IReadOnlyList<double> Futures { get; init; } = [];

    /// <summary>What happened to be so: value less skill, dollars; null without futures.</summary>
    public double? Luck => Skill is { } skill ? (Value.Cents / 100.0) - skill.Mean : null;

    /// <summary>
    /// Shares of the value by groups of commands (Shapley's: the mean over all orders in which groups could be added), dollars; only groups in which the decisions differ. Empty where they were not asked for.
    /// </summary>
    public IReadOnlyList<(CommandGroup Group, double Value)> Groups { get; init; } = [];

    /// <summary>
    /// The best of some other decisions of that day with hindsight, the reference from then on: who would have made it and how much better than the agent's it was, at least 0. Apart from skill: it chooses with the
    /// outcome known. Null where it was not asked for.
    /// </summary>
    public (string Agent, Money Better)? BestOther { get; init; }
}

/// <summary>What the decisions of a run were worth.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Seat">Whose decisions.</param>
/// <param name="Reference">The reference policy.</param>
/// <param name="Score">What the run earned.</param>
/// <param name="ReferenceScore">What the reference would have earned in that world from the first day.</param>
/// <param name="Start">Date of day 0.</param>
/// <param name="Days">One value a decision day.</param>
public sealed record DecisionValues(string Scenario, Seat Seat, string Reference, Money Score, Money ReferenceScore, SimDate Start, IReadOnlyList<DecisionValue> Days)
{
    /// <summary>Names of the offers that decisions are about.</summary>
    public required IReadOnlyDictionary<OfferId, string> Offers { get; init; }

    /// <summary>The days that were looked at with other futures, the dearest first: by how far their skill lies from zero.</summary>
    public IReadOnlyList<DecisionValue> Dearest => [.. Days.Where(day => day.Skill is not null).OrderByDescending(day => Math.Abs(day.Skill!.Mean)).ThenBy(day => day.Day)];
}
