using System.CommandLine;
using System.Globalization;

namespace FbaBench.Cli;

/// <summary><c>fbabench fork LOG --day D --agent A</c>: what would have come of the run if another agent had taken over.</summary>
internal static class ForkCommand
{
    private static readonly string[] Head = ["", "log", "fork", "difference"];

    public static CliCommand Create()
    {
        var log = LogFile.Argument();
        var day = new Option<int>("--day") { Description = "The first day that the agent plays, from 0.", Required = true };
        var agent = new Option<string>("--agent", "-a") { Description = $"Who takes over: {string.Join(", ", ShippedAgents.Names)}.", Required = true };
        var seat = new Option<int>("--seat") { Description = "The seat it takes. The other seats do what the log says.", DefaultValueFactory = _ => 0 };
        var output = new Option<FileInfo?>("--output", "-o") { Description = "A new file for the log of the fork." };
        var command = new CliCommand("fork", "Replays a run log to a day and plays on with another agent and the same randomness.") { log, day, agent, seat, output };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var taken = ShippedAgents.Factory(parsed.GetRequiredValue(agent));
            var file = parsed.GetRequiredValue(log);
            using var reader = LogFile.Open(file);
            var (first, place) = (Day(reader, parsed.GetValue(day)), SeatOf(reader, parsed.GetValue(seat)));

            // The whole log is played before the fork is: what is wrong with it leaves no file behind.
            var recorded = LogFile.Named(file, () => reader.Replay());
            var forked = await PlayAsync(reader, first, place, taken(), parsed.GetValue(output), cancellationToken).ConfigureAwait(false);
            Print(recorded, forked, $"{reader.Manifest.Definition.Name}: {parsed.GetValue(agent)} on {place} from day {first} ({forked.Definition.Start.AddDays(first)})");
            LogFile.NoteUnsealed(reader);
            return ExitCodes.Passed;
        });
        return command;
    }

    private static int Day(RunLogReader log, int day)
    {
        var last = Math.Min(log.Days.Count, log.Manifest.Definition.Days - 1);
        return day >= 0 && day <= last
            ? day
            : throw new ArgumentException($"--day {day}: a fork of this log can begin on day 0 to {last}; after day {log.Manifest.Definition.Days - 1} nobody decides.");
    }

    private static Seat SeatOf(RunLogReader log, int seat) => seat >= 0 && seat < log.Manifest.Definition.Seats
        ? new(seat)
        : throw new ArgumentException($"--seat {seat}: the world has {log.Manifest.Definition.Seats}, counted from 0.");

    private static async Task<Simulation> PlayAsync(RunLogReader reader, int first, Seat seat, IAgent agent, FileInfo? output, CancellationToken cancellationToken)
    {
        var stream = output is null ? null : Create(output);
        await using var session = SimulationSession.Start(reader, first, new SessionOptions { Log = stream }).Seat(seat, agent);
        while (!session.IsOver)
        {
            foreach (var other in session.Day < reader.Days.Count ? reader.Days[session.Day].Decisions : [])
            {
                if (other.Seat != seat)
                {
                    session.Submit(other.Seat, session.Day, other.Decision);
                }
            }

            await session.PlayDayAsync(cancellationToken).ConfigureAwait(false);
        }

        if (session.Faults.FirstOrDefault(fault => fault.Day >= first && fault.Error is not null).Error is { } error)
        {
            throw new InvalidOperationException("The agent failed: " + error.Message, error);
        }

        return session.Fork();
    }

    private static FileStream Create(FileInfo output)
    {
        try
        {
            return new FileStream(output.FullName, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read);
        }
        catch (IOException error)
        {
            throw new IOException($"--output {output}: {(File.Exists(output.FullName) ? "there is such a file already; name a new one" : error.Message)}", error);
        }
    }

    private static void Print(Simulation log, Simulation fork, string title)
    {
        Console.WriteLine(title);
        for (var seat = 0; seat < log.Definition.Seats; seat++)
        {
            var (place, was, comes) = (new Seat(seat), log.Summary(new(seat)), fork.Summary(new(seat)));
            Console.WriteLine();
            TextTable.Write(
            [
                log.Definition.Seats == 1 ? Head : [place.ToString(), .. Head[1..]],
                Amounts(log.IsOver ? "score" : "gain so far", log.Gain(place), fork.Gain(place)),
                Amounts("net worth", log.Books(place).NetWorth, fork.Books(place).NetWorth),
                Numbers("units sold", was.UnitsSold, comes.UnitsSold),
                Numbers("units lost", was.UnitsLost, comes.UnitsLost),
                Numbers("units on hand", was.UnitsOnHand, comes.UnitsOnHand),
                Numbers("refusals", was.Refusals, comes.Refusals),
                ["insolvent", Insolvent(was), Insolvent(comes), ""],
            ], 0);
        }

        Console.WriteLine();
        Console.WriteLine($"log   state {log.Hash}, events {log.EventHash}");
        Console.WriteLine($"fork  state {fork.Hash}, events {fork.EventHash}");
    }

    private static string[] Amounts(string name, Money log, Money fork) => [name, log.ToString(), fork.ToString(), (fork - log).ToString()];

    private static string[] Numbers(string name, long log, long fork) =>
        [name, log.ToString(CultureInfo.InvariantCulture), fork.ToString(CultureInfo.InvariantCulture), (fork - log).ToString(CultureInfo.InvariantCulture)];

    private static string Insolvent(SeatSummary summary) => summary.InsolventDay is { } day ? FormattableString.Invariant($"day {day}") : "no";
}
