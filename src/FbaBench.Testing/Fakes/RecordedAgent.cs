namespace FbaBench;

/// <summary>Plays a recording back, strictly: a day that is not in it is an error, and so is one that does not fit the world.</summary>
internal sealed class RecordedAgent(IReadOnlyDictionary<int, RecordedDay> days) : IForkableAgent
{
    public IForkableAgent Fork() => new RecordedAgent(days);

    public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
    {
        if (!days.TryGetValue(today.Day, out var day))
        {
            throw new InvalidOperationException($"The recording has no day {today.Day}; it has {days.Count} days, the last is {(days.Count == 0 ? "none" : days.Keys.Max())}. Play it in the world in which it was recorded.");
        }

        return day.Outcome == DecisionRecording.Threw
            ? throw new InjectedFaultException($"The recorded agent threw {day.Error} on day {today.Day}.")
            : new(new Decision(day.Commands(today)) { IsFailure = day.Outcome == DecisionRecording.Failed });
    }
}
