using FbaBench.Scenarios;
using FbaBench.Scenarios.Files;

namespace FbaBench;

/// <summary>The scenarios of this package by name.</summary>
public static class ShippedScenarios
{
    private static readonly string[] Library =
    [
        "ad-auction", "cash-crunch", "compliance-traps", "fee-cliffs", "fraud-and-phishing", "holiday-peak",
        "lab-base-stock", "lab-lot-size", "lab-newsvendor", "lab-price", "lab-supply-chain", "price-war", "shared-listing", "supply-crunch", "supply-network", "tariff-shock", "two-sellers",
        .. Curriculum.Names,
    ];

    private static readonly Dictionary<string, Lazy<IScenario>> ByName = new(StringComparer.Ordinal)
    {
        ["first-year"] = new(static () => new FirstYear()),
        ["gift-shop"] = new(static () => new GiftShop()),
    };

    static ShippedScenarios()
    {
        foreach (var name in Library)
        {
            ByName.Add(name, new(() => Read(name)));
        }

        Names = [.. ByName.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>The two that measure a seller's whole trade, and on which the shipped agents were compared first: <c>first-year</c> and <c>gift-shop</c>.</summary>
    public static IReadOnlyList<string> Standard { get; } = ["first-year", "gift-shop"];

    /// <summary>All names, in order.</summary>
    public static IReadOnlyList<string> Names { get; }

    /// <summary>All of them, in order of their names.</summary>
    public static IReadOnlyList<IScenario> All => [.. Names.Select(Find)];

    /// <summary>A scenario by name.</summary>
    /// <exception cref="ArgumentException">There is no such scenario; the message lists those there are.</exception>
    public static IScenario Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return ByName.TryGetValue(name, out var scenario)
            ? scenario.Value
            : throw new ArgumentException($"There is no shipped scenario '{name}'; shipped are {string.Join(", ", Names)}. Pass an IScenario for one of your own.", nameof(name));
    }

    /// <summary>A library file, which may refer to other shipped scenarios.</summary>
    private static ScenarioFile Read(string name)
    {
        using var text = new StreamReader(Resources.Open(name + ".yaml"));
        return new FileReader(new()).Parse($"({name})", text.ReadToEnd());
    }
}
