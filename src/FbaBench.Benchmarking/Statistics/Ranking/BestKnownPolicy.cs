namespace FbaBench;

/// <summary>The shipped agent that earns the most in a shipped scenario as far as is known: the 1 of the score scale.</summary>
/// <param name="Agent">Its name in <see cref="ShippedAgents"/>.</param>
/// <param name="Version">Version of this choice: raised when another agent is chosen or its rule changes, so that scores on the scale are compared only where it is the same.</param>
public sealed record BestKnownPolicy(string Agent, string Version)
{
    private const string First = "1";

    /// <summary>Chosen by the tables docs/evidence/library.md, laboratories.md, curriculum.md and tuned-seller.md.</summary>
    private static readonly Dictionary<string, string> Agents = new(StringComparer.Ordinal)
    {
        ["ad-auction"] = "tuned-seller",
        ["cash-crunch"] = "tuned-seller",
        ["compliance-traps"] = "tuned-seller",
        ["fee-cliffs"] = "tuned-seller",
        ["first-year"] = "tuned-seller",
        ["fraud-and-phishing"] = "tuned-seller",
        ["gift-shop"] = "tuned-seller",
        ["holiday-peak"] = "tuned-seller",
        ["lab-base-stock"] = "order-up-to",
        ["lab-lot-size"] = "order-up-to",
        ["lab-newsvendor"] = "order-up-to",
        ["lab-price"] = "tuned-seller",
        ["lab-supply-chain"] = "order-up-to",
        ["price-war"] = "tuned-seller",
        ["shared-listing"] = "tuned-seller",
        ["supply-crunch"] = "tuned-seller",
        ["supply-network"] = "tuned-seller",
        ["tariff-shock"] = "tuned-seller",
        ["tier-1"] = "tuned-seller",
        ["tier-2"] = "tuned-seller",
        ["tier-3"] = "tuned-seller",
        ["tier-4"] = "tuned-seller",
        ["tier-5"] = "tuned-seller",
    };

    /// <summary>The best known policy of a scenario, or null: it is none of the shipped ones, or several seats play it, where a score depends on who else plays.</summary>
    public static BestKnownPolicy? Of(string scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return Agents.TryGetValue(scenario, out var agent) ? new(agent, First) : null;
    }
}
