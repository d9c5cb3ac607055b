namespace FbaBench;

/// <summary>What measures each fact.</summary>
internal static class FactTable
{
    private static readonly Dictionary<string, Func<WorldRun, FactValue>> Measures = new(StringComparer.Ordinal)
    {
        ["SF01"] = run => RankFacts.Slope(run.Year),
        ["SF02"] = run => RankFacts.Fit(run.Year),
        ["SF03"] = run => RankFacts.Tail(run.Year),
        ["SF04"] = run => ElasticityFacts.Own(run.Prices.Offers),
        ["SF05"] = run => ElasticityFacts.Spread(run.Prices.Offers),
        ["SF06"] = run => ElasticityFacts.Shared(run.Prices.Offers),
        ["SF07"] = run => ElasticityFacts.Cross(run.Prices.Offers),
        ["SF08"] = run => ElasticityFacts.AddingUp(run.AddingUp),
        ["SF09"] = run => FeaturedOfferFacts.CheapestIsFeatured(run.Year),
        ["SF10"] = run => ReviewFacts.JShape(run.Year),
        ["SF11"] = run => ReviewFacts.Rating(run.Year),
        ["SF12"] = run => ReviewFacts.PerOrder(run.Year),
        ["SF13"] = run => ReviewFacts.OneStarOverFive(run.Reviews),
        ["SF14"] = run => ReviewFacts.PerStar(run.Reviews),
        ["SF15"] = run => ConversionFacts.Established(run.Year),
        ["SF16"] = run => ConversionFacts.IntoNovember(run.Year),
        ["SF17"] = run => SeasonFacts.LastQuarter(run.Year),
        ["SF18"] = run => SeasonFacts.DealSpike(run.Year),
        ["SF19"] = run => SeasonFacts.Weekdays(run.Year),
        ["SF20"] = run => SeasonFacts.Dispersion(run.Year),
        ["SF21"] = run => SupplyFacts.Bullwhip(run.Bullwhip.Products),
        ["SF22"] = run => SupplyFacts.Aggregated(run.Bullwhip.Products),
        ["SF23"] = run => SupplyFacts.Skew(run.LeadTimes),
        ["SF24"] = run => AdvertisingFacts.Funnel(run.Campaigns.Campaigns),
        ["SF25"] = run => AdvertisingFacts.CostPerClick(run.Campaigns.Campaigns),
        ["SF26"] = run => AdvertisingFacts.PriceOverBid(run.Campaigns.Campaigns),
        ["SF27"] = run => SearchFacts.FirstOverFifth(run.Year),
        ["SF28"] = run => AccountFacts.FeeBurden(run.Items),
        ["SF29"] = run => AccountFacts.Returns(run.Settlement.ByCategory),
        ["SF30"] = run => AccountFacts.CashLag(run.Settlement),
        ["SF31"] = run => AccountFacts.AfterStockOut(run.StockOuts),
        ["SF32"] = run => ReviewFacts.LateDrop(run.Year),
    };

    /// <summary>Facts that this version measures.</summary>
    public static IReadOnlyCollection<string> Known => Measures.Keys;

    /// <summary>Measures all facts on one world.</summary>
    public static IReadOnlyDictionary<string, FactValue> Of(WorldRun run) => Measures.ToDictionary(measure => measure.Key, measure => measure.Value(run), StringComparer.Ordinal);
}
