using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;

namespace FbaBench.Cli;

/// <summary><c>fbabench replay LOG</c>: plays a log again and shows where each seat stood after every day.</summary>
internal static class ReplayCommand
{
    private static readonly string[] Head = ["day", "date", "seat", "cash", "net worth", "on hand", "sold", "state", "events"];

    public static CliCommand Create()
    {
        var log = LogFile.Argument();
        var last = new Option<int?>("--to-day") { Description = "The last day to play, from 0. Default: all of the log." };
        var json = new Option<bool>("--json") { Description = "One JSON object a line; money in cents." };
        var command = new CliCommand("replay", "Plays a run log again and prints cash, net worth, units and hashes after every day.") { log, last, json };
        command.SetAction(parsed => LogFile.Use(parsed.GetRequiredValue(log), reader =>
        {
            var through = parsed.GetValue(last) is { } day ? LogFile.Recorded(reader, day, "--to-day") : (int?)null;
            var standings = new List<Standing>();
            reader.Replay((simulation, logged) => standings.AddRange(Standing.After(simulation, logged)), through);
            if (parsed.GetValue(json))
            {
                standings.ForEach(standing => Console.WriteLine(standing.ToJson()));
            }
            else
            {
                TextTable.Write([Head, .. standings.Select(standing => standing.ToCells())], 1, 7, 8);
            }

            LogFile.NoteUnsealed(reader);
            return ExitCodes.Passed;
        }));
        return command;
    }

    /// <summary>Where a seat stood after a day.</summary>
    private sealed record Standing(int Day, SimDate Date, int Seat, Money Cash, Money NetWorth, int OnHand, long Sold, StateHash State, StateHash Events)
    {
        public static IEnumerable<Standing> After(Simulation simulation, LoggedDay? logged)
        {
            for (var seat = 0; logged is not null && seat < simulation.Definition.Seats; seat++)
            {
                var books = simulation.Books(new(seat));
                var summary = simulation.Summary(new(seat));
                yield return new(logged.Day, simulation.Definition.Start.AddDays(logged.Day), seat, books.Balance(Account.Cash), books.NetWorth, summary.UnitsOnHand, summary.UnitsSold, logged.Hash, logged.EventHash);
            }
        }

        public string[] ToCells() =>
            [Number(Day), Date.ToString(), Number(Seat), Cash.ToString(), NetWorth.ToString(), Number(OnHand), Number(Sold), State.ToString(), Events.ToString()];

        public string ToJson() => new JsonObject
        {
            ["day"] = Day,
            ["date"] = Date.ToString(),
            ["seat"] = Seat,
            ["cashCents"] = Cash.Cents,
            ["netWorthCents"] = NetWorth.Cents,
            ["unitsOnHand"] = OnHand,
            ["unitsSold"] = Sold,
            ["state"] = State.ToString(),
            ["events"] = Events.ToString(),
        }.ToJsonString();

        private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
    }
}
