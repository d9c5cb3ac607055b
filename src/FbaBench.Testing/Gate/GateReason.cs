using System.Globalization;

namespace FbaBench;

/// <summary>Why a gate came to what it came to, in words.</summary>
internal sealed record GateReason(GatePlan Plan, IReadOnlyList<double> Values, SequenceInterval Now, string? Doubts, int? Needed, EpisodeFailure? Failure, string? FirstFault)
{
    private const int Rule = 3;

    public string Of(GateOutcome outcome) => outcome switch
    {
        GateOutcome.EpisodeFailed => Failed(Failure!),
        GateOutcome.DaysFailed => string.Create(CultureInfo.InvariantCulture, $"Days were played without commands, so that scores say little; allowed are {Plan.Options.MostFailedDays} (GateOptions.MostFailedDays). {FirstFault}"),
        GateOutcome.Undecided => Undecided(),
        _ => Decided(),
    };

    private static string Failed(EpisodeFailure failure) => string.Create(
        CultureInfo.InvariantCulture,
        $"The episode of '{failure.Key.Agent}' in world {failure.Key.World}{(failure.Key.Repeat == 0 ? "" : $", repeat {failure.Key.Repeat}")} of '{failure.Key.Scenario}' has no score: {failure.ErrorType}: {failure.Message}");

    private string Undecided()
    {
        if (Now.IsContradiction)
        {
            return "Earlier and later worlds contradict each other, so that nothing is decided: the worlds are not what the sequence assumes. Give GateOptions.Bounds, or other worlds (GateOptions.Seed).";
        }

        var doubted = Plan.Claim.Decide(Now) != GateOutcome.Undecided && Doubts is not null
            ? $"The interval would decide, but may not be trusted: {Doubts}. "
            : "";
        var advice = Needed is not { } worlds
            ? "No number of worlds up to a million would decide if the worlds to come are like these: the mean lies at the limit, or there is no spread to tell."
            : worlds > Plan.Options.Worlds
                ? string.Create(CultureInfo.InvariantCulture, $"About {worlds} worlds would decide if the worlds to come are like these; give as many with GateOptions.Worlds, or a wider margin.")
                : "A few more worlds may do; give them with GateOptions.Worlds.";
        return doubted + advice;
    }

    private string Decided()
    {
        var fault = FirstFault is null ? "" : $" Some days failed, as allowed. {FirstFault}";
        return (Values.All(value => value == Values[0])
            ? string.Create(CultureInfo.InvariantCulture, $"All {Values.Count} worlds have the same value; of a difference that is rarer than about {Rule} in {Values.Count} worlds they say nothing.")
            : string.Create(CultureInfo.InvariantCulture, $"The interval holds at all looks together; it excluded the limit after {Values.Count} worlds.")) + fault;
    }
}
