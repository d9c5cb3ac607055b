using System.Text.Json;

namespace FbaBench;

/// <summary>Rank sets and the scale in results.json.</summary>
internal static class StandingJson
{
    public static void Ranks(Utf8JsonWriter json, string scenario, RankSets ranks)
    {
        json.WriteStartObject();
        json.WriteString("scenario", scenario);
        json.WriteNumber("level", ranks.Level);
        json.WriteStartArray("agents");
        foreach (var agent in ranks.Agents)
        {
            json.WriteStartObject();
            json.WriteString("agent", agent.Agent);
            json.WriteNumber("best", agent.Best);
            json.WriteNumber("worst", agent.Worst);
            json.WriteNumber("untrustedPairs", agent.UntrustedPairs);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>An agent's place between doing nothing and the best known policy, or why it has none.</summary>
    public static void Scale(Utf8JsonWriter json, ScoreScale scale, BestKnownPolicy? best)
    {
        json.WriteStartObject("scale");
        if (scale is { Score: { } score, Low: { } low, High: { } high })
        {
            json.WriteString("floor", ScenarioResults.Idle);
            json.WriteString("best", best!.Agent);
            json.WriteString("bestVersion", best.Version);
            json.WriteNumber("score", Math.Round(score, 6));
            json.WriteNumber("low", Math.Round(low, 6));
            json.WriteNumber("high", Math.Round(high, 6));
            json.WriteNumber("worlds", scale.Worlds);
            if (scale.Bound is { } bound)
            {
                json.WriteNumber("bound", Math.Round(bound, 6));
            }
        }
        else
        {
            json.WriteString("refused", scale.Refusal.ToString());
            json.WriteString("reason", scale.Reason);
        }

        json.WriteEndObject();
    }
}
