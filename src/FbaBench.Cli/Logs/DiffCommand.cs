using System.CommandLine;

namespace FbaBench.Cli;

/// <summary><c>fbabench diff A B</c>: the first day on which two runs part, and in what.</summary>
internal static class DiffCommand
{
    private static readonly string[] Head = ["column", "of", "which", "A", "B"];

    public static CliCommand Create()
    {
        var first = LogFile.Argument("A");
        var second = LogFile.Argument("B");
        var most = new Option<int>("--columns") { Description = "Differences of the state to show.", DefaultValueFactory = _ => 10 };
        var command = new CliCommand("diff", "Finds the first day on which two run logs differ: definition, decisions, events, state. Exit code 1 when they do.") { first, second, most };
        command.SetAction(parsed =>
        {
            var shown = parsed.GetValue(most);
            ArgumentOutOfRangeException.ThrowIfLessThan(shown, 1, "--columns");
            var (a, b) = (parsed.GetRequiredValue(first), parsed.GetRequiredValue(second));
            using var one = LogFile.Open(a);
            using var other = LogFile.Open(b);
            if (FirstDifference(one, other) is not { } day)
            {
                return ExitCodes.Passed;
            }

            // Both runs are played up to the end of the day, so that what differs can be shown by name.
            if (day >= 0)
            {
                Print(LogFile.Named(a, () => one.Replay(throughDay: day)), LogFile.Named(b, () => other.Replay(throughDay: day)), one.Days[day], other.Days[day], shown);
            }

            return ExitCodes.CheckFailed;
        });
        return command;
    }

    /// <summary>The first day that differs; null when nothing does; −1, and a line about it, when the runs differ and no day does.</summary>
    private static int? FirstDifference(RunLogReader a, RunLogReader b)
    {
        if (Digest(a) != Digest(b) || a.Manifest.World != b.Manifest.World)
        {
            Console.WriteLine("Different worlds:");
            TextTable.Write([["", "scenario", "definition", "seed"], World("A", a), World("B", b)], 0, 1, 2);
            return -1;
        }

        var common = Math.Min(a.Days.Count, b.Days.Count);
        for (var day = 0; day < common; day++)
        {
            var (one, other) = (a.Days[day], b.Days[day]);
            if (!SameDecisions(one, other) || one.EventHash != other.EventHash || one.Hash != other.Hash)
            {
                return day;
            }
        }

        if (a.Days.Count != b.Days.Count)
        {
            Console.WriteLine($"No difference in the first {common} days; then {(a.Days.Count > b.Days.Count ? "A" : "B")} goes on to day {Math.Max(a.Days.Count, b.Days.Count) - 1} and the other ends.");
            return -1;
        }

        Console.WriteLine($"No difference in {common} days: definition, seed, decisions, events and states are equal.");
        return null;
    }

    private static void Print(Simulation one, Simulation other, LoggedDay a, LoggedDay b, int shown)
    {
        Console.WriteLine($"First difference: day {a.Day} ({one.Definition.Start.AddDays(a.Day)})");
        Decisions(one, a, b);
        Events(one, other);
        var differences = one.Differences(other, shown + 1);
        if (differences.Count == 0)
        {
            Console.WriteLine("state: equal");
            return;
        }

        Console.WriteLine($"state: {(differences.Count > shown ? $"the first {shown} values that differ" : $"{differences.Count} values differ")}");
        TextTable.Write([Head, .. differences.Take(shown).Select(value => new[] { value.Column, value.Owner, FormattableString.Invariant($"{value.Index}"), value.Value, value.Other })], 0, 1);
    }

    private static void Decisions(Simulation world, LoggedDay a, LoggedDay b)
    {
        if (SameDecisions(a, b))
        {
            Console.WriteLine("decisions: equal");
            return;
        }

        for (var seat = 0; seat < world.Definition.Seats; seat++)
        {
            var (one, other) = (Commands(a, seat), Commands(b, seat));
            for (var i = 0; i < Math.Max(one.Count, other.Count); i++)
            {
                if (i >= one.Count || i >= other.Count || !Equals(one[i], other[i]))
                {
                    Console.WriteLine($"decisions: {new Seat(seat)}, command {i}\n  A: {Text(one, i)}\n  B: {Text(other, i)}");
                    break;
                }
            }
        }
    }

    private static void Events(Simulation a, Simulation b)
    {
        var one = a.Events;
        var other = b.Events;
        var same = one.CommonPrefixLength(other);
        Console.WriteLine(same == one.Length && same == other.Length
            ? "events: equal"
            : $"events: number {same} of the day\n  A: {(same < one.Length ? Text(a, one[same]) : "none")}\n  B: {(same < other.Length ? Text(b, other[same]) : "none")}");
    }

    private static string Text(Simulation world, SimEvent item) => world.NameOf(item.Offer) is { } name ? $"{name} {item}" : item.ToString();

    private static string Text(IReadOnlyList<Command> commands, int index) => index < commands.Count ? commands[index]?.ToString() ?? "unknown" : "none";

    private static bool SameDecisions(LoggedDay a, LoggedDay b) => a.Decisions.Count == b.Decisions.Count
        && a.Decisions.Zip(b.Decisions).All(pair => pair.First.Seat == pair.Second.Seat && pair.First.Decision.Commands.SequenceEqual(pair.Second.Decision.Commands));

    private static IReadOnlyList<Command> Commands(LoggedDay day, int seat) =>
        day.Decisions.FirstOrDefault(decision => decision.Seat.Index == seat).Decision?.Commands ?? [];

    private static StateHash Digest(RunLogReader log) => DefinitionDigest.Of(log.Manifest.Definition);

    private static string[] World(string name, RunLogReader log) =>
        [name, log.Manifest.Definition.Name, Digest(log).ToString(), log.Manifest.World.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)];
}
