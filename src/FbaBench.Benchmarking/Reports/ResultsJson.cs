using System.Text.Json;

namespace FbaBench;

/// <summary>
/// results.json: everything that a run came to and nothing from a clock or a machine, byte for byte the same for the same
/// definition, however many runs it took. Error messages are not in it: they name paths and ports.
/// </summary>
internal static class ResultsJson
{
    public const string Schema = "fbabench-results/2";
    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    public static byte[] Results(BenchmarkReport report) => Write(json =>
    {
        var plan = report.Plan;
        json.WriteString("schema", Schema);
        json.WriteString("experiment", plan.Name);
        json.WriteNumber("engine", Simulation.Engine);
        Source(json, plan.Source);
        json.WriteString("canary", report.Canary);
        json.WriteNumber("worlds", plan.Worlds);
        if (plan.Repeats > 1)
        {
            json.WriteNumber("repeats", plan.Repeats);
        }

        json.WriteString("comparedTo", plan.ComparedTo);
        json.WriteStartArray("scenarios");
        foreach (var (scenario, world, opponents) in plan.Scenarios.Zip(report.FirstWorlds, plan.Opponents))
        {
            json.WriteStartObject();
            json.WriteString("name", world.Name);
            json.WriteString("digest", Digest(scenario));
            json.WriteBoolean("laboratory", world.Laboratory);
            if (opponents.Count > 0)
            {
                Agents(json, "opponents", opponents);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (plan.Source.Sealed is not null)
        {
            WorldHashes(json, plan);
        }

        Agents(json, "agents", plan.PlannedAgents);
        json.WriteStartArray("summaries");
        var results = ScenarioResults.Of(report);
        foreach (var row in report.Summaries)
        {
            Summary(json, row, Array.Find(results, one => one.Name == row.Scenario)!);
        }

        json.WriteEndArray();
        json.WriteStartArray("ranks");
        foreach (var scenario in results.Where(scenario => scenario.Ranks is not null))
        {
            StandingJson.Ranks(json, scenario.Name, scenario.Ranks!);
        }

        json.WriteEndArray();
        if (report.Bounds.Count > 0)
        {
            Bounds(json, report.Bounds);
        }

        json.WriteStartArray("episodes");
        foreach (var episode in report.Episodes)
        {
            Episode(json, episode);
        }

        json.WriteEndArray();
        json.WriteStartArray("failed");
        foreach (var failure in report.Failed)
        {
            json.WriteStartObject();
            Key(json, failure.Key);
            json.WriteString("error", failure.ErrorType);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Validity(json, report.Validity);
        Card(json, report.Card);
        if (plan.Metrics.Count > 0)
        {
            MetricsJson.Definitions(json, plan.Metrics);
            MetricsJson.Summaries(json, report.MetricSummaries);
        }
    });

    private static void Validity(Utf8JsonWriter json, IReadOnlyList<ValidityCheck> checks)
    {
        json.WriteStartArray("validity");
        foreach (var check in checks)
        {
            // Logs may be switched off or thrown away without a result changing: only what is wrong with one is a result.
            if (ReplayCheck.IsOfLogs(check) && check.Status != ValidityStatus.Failed)
            {
                continue;
            }

            json.WriteStartObject();
            json.WriteString("check", check.Name);
            json.WriteString("status", check.Status.ToString());
            json.WriteString("reason", check.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Bounds(Utf8JsonWriter json, IReadOnlyList<WorldBound> bounds)
    {
        json.WriteStartArray("bounds");
        foreach (var bound in bounds)
        {
            json.WriteStartObject();
            json.WriteString("scenario", bound.Scenario);
            json.WriteNumber("world", bound.World);
            json.WriteNumber("scoreCents", bound.Score.Cents);
            json.WriteNumber("fluidCents", bound.Fluid.Cents);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Card(Utf8JsonWriter json, IReadOnlyList<CardItem> card)
    {
        json.WriteStartArray("card");
        foreach (var item in card)
        {
            json.WriteStartObject();
            json.WriteString("item", item.Name);
            json.WriteString("status", item.Status.ToString());
            json.WriteString("text", item.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>An indented object.</summary>
    public static byte[] Write(Action<Utf8JsonWriter> content)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Indented))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <summary>Where the worlds come from. Of sealed worlds the commitment alone: their seeds follow from the secret.</summary>
    private static void Source(Utf8JsonWriter json, WorldSource source)
    {
        if (source.Sealed is { Commitment: var commitment })
        {
            json.WriteStartObject("sealed");
            json.WriteString("commitment", commitment.Digest);
            json.WriteNumber("engine", commitment.Engine);
            json.WriteNumber("derivation", commitment.Derivation);
            json.WriteEndObject();
            return;
        }

        json.WriteNumber("seed", source.Number);
        if (source.Kind is { } part)
        {
            json.WriteString("split", part);
        }
    }

    /// <summary>What whoever knows the secret can derive again. A world that cannot be defined has none; its episodes are among the failed ones.</summary>
    private static void WorldHashes(Utf8JsonWriter json, BenchmarkPlan plan)
    {
        json.WriteStartArray("worldHashes");
        for (var scenario = 0; scenario < plan.Scenarios.Count; scenario++)
        {
            for (var world = 0; world < plan.Worlds; world++)
            {
                if (HashOf(plan.Scenarios[scenario], plan.WorldSeed(scenario, world)) is { } hash)
                {
                    json.WriteStartObject();
                    json.WriteString("scenario", plan.Scenarios[scenario].Name);
                    json.WriteNumber("world", world);
                    json.WriteString("definition", hash.Definition);
                    json.WriteString("initialState", hash.InitialState);
                    json.WriteEndObject();
                }
            }
        }

        json.WriteEndArray();
    }

    private static WorldHash? HashOf(IScenario scenario, WorldSeed seed)
    {
        try
        {
            return WorldHash.Of(scenario, seed);
        }
        catch (Exception)
        {
            return null;
        }
    }

    /// <summary>The scenario as it took effect; null where one of its first worlds cannot be made, of which the failed episodes speak.</summary>
    internal static string? Digest(IScenario scenario)
    {
        try
        {
            return ScenarioDigest.Of(scenario).ToString();
        }
        catch (Exception)
        {
            return null;
        }
    }

    private static void Agents(Utf8JsonWriter json, string name, IReadOnlyList<PlannedAgent> agents)
    {
        json.WriteStartArray(name);
        foreach (var agent in agents)
        {
            json.WriteStartObject();
            json.WriteString("name", agent.Name);
            if (agent.Version is { } version)
            {
                json.WriteString("version", version);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Summary(Utf8JsonWriter json, AgentSummary row, ScenarioResults results)
    {
        json.WriteStartObject();
        json.WriteString("scenario", row.Scenario);
        json.WriteString("agent", row.Agent);
        Interval(json, "score", row.Score);
        if (row is { Difference: { } difference, WorldsBetter: { } better })
        {
            Interval(json, "difference", difference);
            json.WriteNumber("worldsBetter", better);
            if (row.AdjustedP is { } adjusted)
            {
                json.WriteNumber("adjustedP", Math.Round(adjusted, 6));
                json.WriteBoolean("clear", row.IsClear);
            }
        }

        StandingJson.Scale(json, results.Scale(row.Agent), results.Best);

        json.WriteNumber("revenue", Math.Round(row.Revenue, 2));
        json.WriteNumber("fees", Math.Round(row.Fees, 2));
        json.WriteNumber("unitsSold", Math.Round(row.UnitsSold, 2));
        json.WriteNumber("lostShare", Math.Round(row.LostShare, 6));
        json.WriteNumber("insolvent", row.Insolvent);
        json.WriteNumber("failedDays", row.FailedDays);
        json.WriteEndObject();
    }

    public static void Interval(Utf8JsonWriter json, string name, MeanInterval value)
    {
        json.WriteStartObject(name);
        json.WriteString("unit", "USD");
        json.WriteNumber("mean", Math.Round(value.Mean, 2));
        if (value is { Low: { } low, High: { } high })
        {
            json.WriteNumber("low", Math.Round(low, 2));
            json.WriteNumber("high", Math.Round(high, 2));
        }

        json.WriteNumber("worlds", value.Count);
        json.WriteNumber("skewness", Math.Round(value.Skewness, 4));
        json.WriteBoolean("trusted", value.IsTrusted);
        if (!value.IsTrusted)
        {
            json.WriteString("notTrusted", value.Trust.Reason);
        }

        json.WriteEndObject();
    }

    private static void Episode(Utf8JsonWriter json, EpisodeResult episode)
    {
        json.WriteStartObject();
        Key(json, episode.Key);
        json.WriteNumber("scoreCents", episode.Score.Cents);
        json.WriteNumber("revenueCents", episode.Revenue.Cents);
        json.WriteNumber("feesCents", episode.Fees.Cents);
        json.WriteNumber("unitsSold", episode.UnitsSold);
        json.WriteNumber("unitsLost", episode.UnitsLost);
        json.WriteNumber("refusals", episode.Refusals);
        json.WriteNumber("failedDays", episode.FailedDays);
        if (episode.Inference != default)
        {
            json.WriteStartObject("inference");
            json.WriteNumber("microDollars", episode.Inference.MicroDollars);
            json.WriteNumber("inputTokens", episode.Inference.InputTokens);
            json.WriteNumber("outputTokens", episode.Inference.OutputTokens);
            json.WriteEndObject();
        }

        if (episode.InsolventDay is { } day)
        {
            json.WriteNumber("insolventDay", day);
        }

        if (episode.Opponents.Count > 0)
        {
            Opponents(json, episode.Opponents);
        }

        json.WriteString("stateHash", episode.StateHash);
        json.WriteString("eventHash", episode.EventHash);
        json.WriteEndObject();
    }

    private static void Opponents(Utf8JsonWriter json, IReadOnlyList<OpponentResult> opponents)
    {
        json.WriteStartArray("opponents");
        foreach (var opponent in opponents)
        {
            json.WriteStartObject();
            json.WriteString("name", opponent.Name);
            json.WriteNumber("scoreCents", opponent.Score.Cents);
            json.WriteNumber("failedDays", opponent.FailedDays);
            if (opponent.FirstFault is { } fault)
            {
                json.WriteStartObject("firstFault");
                json.WriteNumber("day", fault.Day);
                json.WriteString("kind", fault.Kind.ToString());
                json.WriteEndObject();
            }

            if (opponent.InsolventDay is { } day)
            {
                json.WriteNumber("insolventDay", day);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Key(Utf8JsonWriter json, EpisodeKey key)
    {
        json.WriteString("scenario", key.Scenario);
        json.WriteNumber("world", key.World);
        if (key.Repeat > 0)
        {
            json.WriteNumber("repeat", key.Repeat);
        }

        json.WriteString("agent", key.Agent);
    }
}
