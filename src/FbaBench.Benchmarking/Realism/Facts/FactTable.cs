namespace FbaBench;

/// <summary>What measures each fact, and the facts whose mechanism the engine does not have yet.</summary>
internal static class FactTable
{
    private static readonly Dictionary<string, Func<WorldRun, FactValue>> Measures = new(StringComparer.Ordinal)
    {
        ["SF01"] = RankFacts.Slope,
        ["SF02"] = RankFacts.Fit,
        ["SF03"] = RankFacts.Tail,
        ["SF04"] = ElasticityFacts.Own,
        ["SF05"] = ElasticityFacts.Spread,
        ["SF06"] = ElasticityFacts.Shared,
        ["SF07"] = ElasticityFacts.Cross,
        ["SF08"] = ElasticityFacts.AddingUp,
        ["SF09"] = FeaturedOfferFacts.CheapestIsFeatured,
        ["SF10"] = ReviewFacts.JShape,
        ["SF11"] = ReviewFacts.Rating,
        ["SF12"] = ReviewFacts.PerOrder,
        ["SF13"] = ReviewFacts.OneStarOverFive,
        ["SF14"] = ReviewFacts.PerStar,
        ["SF15"] = ConversionFacts.Established,
        ["SF16"] = ConversionFacts.IntoNovember,
        ["SF17"] = SeasonFacts.LastQuarter,
        ["SF18"] = SeasonFacts.DealSpike,
        ["SF19"] = SeasonFacts.Weekdays,
        ["SF20"] = SeasonFacts.Dispersion,
        ["SF24"] = AdvertisingFacts.Funnel,
        ["SF25"] = AdvertisingFacts.CostPerClick,
        ["SF26"] = AdvertisingFacts.PriceOverBid,
        ["SF27"] = SearchFacts.FirstOverFifth,
        ["SF28"] = AccountFacts.FeeBurden,
        ["SF29"] = AccountFacts.Returns,
        ["SF30"] = AccountFacts.CashLag,
        ["SF31"] = AccountFacts.AfterStockOut,
        ["SF32"] = ReviewFacts.LateDrop,
    };

    private static readonly Dictionary<string, string> Waiting = new(StringComparer.Ordinal)
    {
        ["SF21"] = "orders of a seller by a moving average come with the supply side",
        ["SF22"] = "orders of a seller by a moving average come with the supply side",
        ["SF23"] = "lead times by lane come with the supply side",
    };

    /// <summary>Facts that this version measures.</summary>
    public static IReadOnlyCollection<string> Known => Measures.Keys;

    /// <summary>Measures all facts on one world.</summary>
    public static IReadOnlyDictionary<string, FactValue> Of(WorldRun run) => Measures.ToDictionary(measure => measure.Key, measure => measure.Value(run), StringComparer.Ordinal);

    /// <summary>What a fact waits for, or null.</summary>
    public static string? WaitsFor(string id) => Waiting.GetValueOrDefault(id);
}
