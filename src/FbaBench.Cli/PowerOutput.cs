using System.Globalization;
using System.Text;
using System.Text.Json;

namespace FbaBench.Cli;

/// <summary>A plan of an experiment, or why there is none: the pilot has no spread.</summary>
internal sealed record PowerRow(PilotRun Pilot, int Repeats, PowerPlan? Plan);

/// <summary>Plans for people, or one JSON object a line.</summary>
internal static class PowerOutput
{
    private const int Figures = 8;
    private const string NoPlan = "fewer than two common worlds, or the same difference in all: no variance to plan with";

    /// <returns>Failed when a pilot gives no plan, or there is none.</returns>
    public static int Write(IReadOnlyList<PowerRow> rows, bool json)
    {
        if (rows.Count == 0)
        {
            throw new IOException("The folder compares nothing: an experiment of at least two agents is needed.");
        }

        if (json)
        {
            foreach (var row in rows)
            {
                Console.WriteLine(Json(row));
            }
        }
        else
        {
            Table(rows);
        }

        return rows.All(row => row.Plan is not null) ? ExitCodes.Passed : ExitCodes.CheckFailed;
    }

    private static void Table(IReadOnlyList<PowerRow> rows)
    {
        string[][] cells = [["scenario", "agent", "repeats", "deviation", "worlds", "range", "to play", "episodes", "dollars", "time"], .. rows.Select(Cells)];
        if (rows.All(row => row.Pilot.Agent.Length == 0))
        {
            // Given variances are of no agent.
            cells = [.. cells.Select(row => row[2..])];
        }

        var named = cells[0].Length - Figures;
        var widths = Enumerable.Range(0, cells[0].Length).Select(column => cells.Max(row => row[column].Length)).ToArray();
        foreach (var row in cells)
        {
            Console.WriteLine(string.Join("  ", row.Select((cell, column) => column < named ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd());
        }

        foreach (var row in rows.Where(row => row.Plan is null))
        {
            Console.WriteLine($"{row.Pilot.Agent} against {row.Pilot.ComparedTo} in {row.Pilot.Scenario}: {NoPlan}.");
        }

        if (rows.FirstOrDefault(row => row.Plan is not null)?.Plan is { } plan)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"A true difference of {plan.Effect:#,0.##} dollars is found with chance {plan.Power:0.##} at level {plan.Level:0.###}{(plan.Comparisons > 1 ? $" over {plan.Comparisons} comparisons" : "")}. Range: the 90 % interval of the pilot's variance. To play: not fewer than a verdict needs (32, or what the skewness asks for). Episodes of both agents."));
        }
    }

    private static string[] Cells(PowerRow row) =>
    [
        row.Pilot.Scenario,
        row.Pilot.Agent,
        Whole(row.Repeats),
        .. row.Plan is { } plan
            ? new[]
            {
                plan.Deviation.ToString("#,0.##", CultureInfo.InvariantCulture),
                Whole(plan.Worlds),
                plan.WorldsLow == plan.WorldsHigh ? "" : $"{Whole(plan.WorldsLow)} to {Whole(plan.WorldsHigh)}",
                Whole(Math.Max(plan.Worlds, plan.WorldsNeeded)),
                Whole(plan.Episodes),
                plan.Dollars is { } money ? money.ToString("#,0.00", CultureInfo.InvariantCulture) : "",
                plan.Seconds is { } time ? Time(time) : "",
            }
            : Enumerable.Repeat("–", 7),
    ];

    private static string Whole(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Time(double seconds) => seconds switch
    {
        < 120 => seconds.ToString("0.#", CultureInfo.InvariantCulture) + " s",
        < 7_200 => (seconds / 60).ToString("0", CultureInfo.InvariantCulture) + " min",
        _ => (seconds / 3_600).ToString("#,0.#", CultureInfo.InvariantCulture) + " h",
    };

    private static string Json(PowerRow row)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("scenario", row.Pilot.Scenario);
            json.WriteString("agent", row.Pilot.Agent);
            json.WriteString("comparedTo", row.Pilot.ComparedTo);
            json.WriteNumber("repeats", row.Repeats);
            if (row.Plan is { } plan)
            {
                Plan(json, plan);
            }
            else
            {
                json.WriteString("error", NoPlan);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Plan(Utf8JsonWriter json, PowerPlan plan)
    {
        json.WriteNumber("effect", plan.Effect);
        json.WriteNumber("power", plan.Power);
        json.WriteNumber("level", plan.Level);
        json.WriteNumber("comparisons", plan.Comparisons);
        json.WriteNumber("deviation", Math.Round(plan.Deviation, 4));
        json.WriteNumber("worlds", plan.Worlds);
        json.WriteNumber("worldsLow", plan.WorldsLow);
        json.WriteNumber("worldsHigh", plan.WorldsHigh);
        json.WriteNumber("worldsNeeded", plan.WorldsNeeded);
        json.WriteNumber("episodes", plan.Episodes);
        json.WriteNumber("episodesHigh", plan.EpisodesHigh);
        Known(json, "dollars", plan.Dollars, 4);
        Known(json, "dollarsHigh", plan.DollarsHigh, 4);
        Known(json, "seconds", plan.Seconds, 1);
        Known(json, "secondsHigh", plan.SecondsHigh, 1);
    }

    private static void Known(Utf8JsonWriter json, string name, double? value, int digits)
    {
        if (value is { } known)
        {
            json.WriteNumber(name, Math.Round(known, digits));
        }
    }
}
