using System.Text.Json.Nodes;

namespace FbaBench.Tests;

/// <summary>The seller of samples/06.RemoteAgents as one who sees nothing but the JSON of mornings.</summary>
internal sealed class WireSeller
{
    private readonly Dictionary<string, JsonArray> _offers = [];

    /// <summary>Episodes that have begun and not ended.</summary>
    public int Episodes => _offers.Count;

    /// <summary>Answers a message of fbabench-agent/1.</summary>
    public string Answer(string message)
    {
        var told = JsonNode.Parse(message)!;
        var episode = $"{told["episode"]} {told["seat"]}";
        if (told["end"] is not null)
        {
            _offers.Remove(episode);
            return "null";
        }

        return Decide(episode, told["observation"]!, (bool)told["first"]!);
    }

    /// <summary>Answers an observation.</summary>
    public string Decide(string episode, JsonNode today, bool isFirst)
    {
        var commands = new JsonArray();
        if (isFirst)
        {
            _offers[episode] = today["offers"]!.AsArray();
            foreach (var offer in _offers[episode])
            {
                commands.Add(new JsonObject { ["command"] = "setPrice", ["offer"] = (string)offer!["name"]!, ["price"] = offer["info"]!["referencePrice"]!.DeepClone() });
            }
        }

        foreach (var mail in today["mail"]!.AsArray().Where(mail => (string)mail!["topic"]! == "customerComplaint"))
        {
            commands.Add(new JsonObject { ["command"] = "reactToMail", ["mail"] = (int)mail!["number"]!, ["action"] = "refund" });
        }

        foreach (var (offer, known) in today["offers"]!.AsArray().Zip(_offers[episode]))
        {
            var info = known!["info"]!;
            var quote = info["quotes"]!.AsArray().First(quote => (string)quote!["supplier"]! == (string)info["bestQuote"]!)!;
            if ((int)offer!["unitsOnHand"]! + (int)offer["unitsInbound"]! < 2 * (int)offer["unitsLast30Days"]! && (int)today["day"]! + (int)quote["leadTimeDays"]! < (int)today["lastDecisionDay"]!)
            {
                commands.Add(new JsonObject { ["command"] = "placeOrder", ["offer"] = (string)offer["name"]!, ["supplier"] = (string)quote["supplier"]!, ["units"] = (int)quote["minimumUnits"]! });
            }
        }

        return new JsonObject { ["commands"] = commands }.ToJsonString();
    }
}
