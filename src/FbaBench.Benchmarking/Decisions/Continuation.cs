namespace FbaBench;

/// <summary>Runs that the reference plays to their end.</summary>
/// <param name="log">The days as they were, for the other seats.</param>
/// <param name="seat">Whose decisions are valued.</param>
internal sealed class Continuation(IReadOnlyList<LoggedDay> log, Seat seat)
{
    /// <summary>What is earned in the end when a decision is made today and the reference goes on; null lets the reference decide today too.</summary>
    /// <param name="morning">The world; it is played to its end.</param>
    /// <param name="today">The decision of today.</param>
    /// <param name="reference">The reference as it stands in the morning, before it has seen today; it is used up.</param>
    public async ValueTask<Money> PlayAsync(Simulation morning, Decision? today, IForkableAgent reference)
    {
        var context = morning.ContextOf(seat);
        while (!morning.IsOver)
        {
            var observation = morning.Observe(seat);
            if (!observation.IsTrading)
            {
                break;
            }

            var decided = await reference.DecideAsync(observation, context, CancellationToken.None).ConfigureAwait(false);
            morning.Step(With(morning.Day, today ?? decided));
            today = null;
        }

        while (!morning.IsOver)
        {
            morning.Step(With(morning.Day, Decision.None));
        }

        return morning.Gain(seat);
    }

    /// <summary>All seats' decisions of a day, with one for the valued seat.</summary>
    public SeatDecision[] With(int day, Decision own) =>
        [new(seat, own), .. day < log.Count ? log[day].Decisions.Where(decision => decision.Seat != seat) : []];
}
