namespace FbaBench;

/// <summary>Checks a run log by reading its chain and playing it again.</summary>
public static class LogCheck
{
    /// <summary>One line for the chain, one for the replay, one for the seal; a line that fails names the entry.</summary>
    /// <param name="log">The log.</param>
    public static IReadOnlyList<CheckLine> Verify(Stream log)
    {
        ArgumentNullException.ThrowIfNull(log);
        var lines = new List<CheckLine>();
        try
        {
            using var reader = RunLogReader.Open(log, leaveOpen: true);
            lines.Add(Passed("chain", reader.Entries, "entries", $"{reader.Manifest.Definition.Name}, written by {reader.Manifest.CodeVersion}"));
            var simulation = reader.Replay();
            lines.Add(Passed("replay", reader.Days.Count, "days", $"state {simulation.Hash}, events {simulation.EventHash}{Scores(simulation)}"));
            lines.Add(Seal(reader, simulation.TotalDays));
        }
        catch (RunLogException error)
        {
            lines.Add(CheckLine.Failed(error.Entry < 0 ? "log" : FormattableString.Invariant($"entry-{error.Entry}"), error.Message));
        }
        catch (InvariantException error)
        {
            lines.Add(CheckLine.Failed("replay", error.Message));
        }

        return lines;
    }

    private static string Scores(Simulation simulation) => simulation.IsOver
        ? ", score " + string.Join(", ", Enumerable.Range(0, simulation.Definition.Seats).Select(seat => simulation.Gain(new Seat(seat)).ToString()))
        : "";

    private static CheckLine Seal(RunLogReader reader, int totalDays) => reader.IsSealed
        ? Passed("seal", totalDays, "days", "the run is complete")
        : new CheckLine("seal", reader.Days.Count, totalDays, totalDays, false, "days", FormattableString.Invariant(
            $"entry {reader.Entries}: no seal; the run was stopped after {reader.Days.Count} of {totalDays} days ({reader.IncompleteBytes} bytes of an incomplete entry) and can be resumed"));

    private static CheckLine Passed(string id, decimal value, string unit, string note) => new(id, value, value, value, true, unit, note);
}
