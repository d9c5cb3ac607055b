namespace FbaBench;

/// <summary>A day as a log has it: the input, and the proof of what came of it.</summary>
/// <param name="Entry">Number of the entry.</param>
/// <param name="Day">The day, from 0.</param>
/// <param name="Decisions">The batches, by seat.</param>
/// <param name="Faults">Seats whose agent failed.</param>
/// <param name="EventHash">Running digest of all events after the day.</param>
/// <param name="Hash">Digest of the state after the day.</param>
public sealed record LoggedDay(int Entry, int Day, IReadOnlyList<SeatDecision> Decisions, IReadOnlyList<SeatFault> Faults, StateHash EventHash, StateHash Hash)
{
    /// <summary>Plays the day and compares the proof.</summary>
    /// <exception cref="RunLogException">The simulation stands on another day, or comes to another state.</exception>
    internal void Replay(Simulation simulation)
    {
        if (simulation.Day != Day || simulation.IsOver)
        {
            throw new RunLogException(Entry, $"it is day {Day}, but day {simulation.Day} of {simulation.TotalDays} is next.");
        }

        try
        {
            simulation.Step([.. Decisions]);
        }
        catch (ArgumentException error)
        {
            throw new RunLogException(Entry, error.Message.Split(" (Parameter", 2)[0], error);
        }

        if (simulation.EventHash != EventHash)
        {
            throw new RunLogException(Entry, $"day {Day} gives events with digest {simulation.EventHash}; the log says {EventHash}.");
        }

        if (simulation.Hash != Hash)
        {
            throw new RunLogException(Entry, $"day {Day} ends in state {simulation.Hash}; the log says {Hash}.");
        }
    }
}
