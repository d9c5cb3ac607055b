namespace FbaBench;

/// <summary>
/// A niche: a nest of the choice model with its own traffic. Shoppers choose among its live offers and not buying.
/// At the reference point (every listing established, at its reference price, in the order of appeal) the niche converts
/// <see cref="ReferenceConversion"/> of its sessions.
/// </summary>
/// <param name="Name">Path segment, see <see cref="EntityName"/>; unique in the world.</param>
/// <param name="SessionsPerDay">Mean shopping sessions a day before season, weekday and niche factor; above 0, at most 100,000.</param>
/// <param name="OwnPriceElasticity">Own-price elasticity of each listing at the reference point; realistic range −4.5 to −1.2
/// (market-parameters.json, demand_choice/own_price_elasticity_private_label: median of the literature −2.6).</param>
public sealed record NicheDefinition(string Name, double SessionsPerDay, double OwnPriceElasticity)
{
    /// <summary>The products that every seat may sell in this niche.</summary>
    public IReadOnlyList<ProductDefinition> Products { get; init; } = [];

    /// <summary>The scripted rivals. Products × seats + rivals must be at least five, unless the world is a laboratory.</summary>
    public IReadOnlyList<RivalDefinition> Rivals { get; init; } = [];

    /// <summary>Share of sessions that buy in this niche at the reference point; realistic range 0.08 to 0.18 (market-parameters.json, traffic_conversion/unit_session_pct_established).</summary>
    public double ReferenceConversion { get; init; } = 0.12;

    /// <summary>Correlation of tastes within the niche (nested logit σ), 0 to 0.95; realistic range 0.3 to 0.85, default 0.6.</summary>
    public double NestSigma { get; init; } = 0.6;

    /// <summary>Traffic by month, January first, twelve values with mean 1.</summary>
    public IReadOnlyList<double> TrafficByMonth { get; init; } = Flat(12);

    /// <summary>Odds of buying by month, January first, twelve values, 1 at the reference point: multiplies the attraction of all offers against not buying.</summary>
    public IReadOnlyList<double> ConversionByMonth { get; init; } = Flat(12);

    /// <summary>Traffic by weekday, Monday first, seven values with mean 1.</summary>
    public IReadOnlyList<double> TrafficByWeekday { get; init; } = Flat(7);

    /// <summary>Variance of the niche's daily log-traffic factor ξ, a stationary AR(1); default 0.10 (economics: "variance about .10").</summary>
    public double FactorVariance { get; init; } = 0.10;

    /// <summary>Daily autocorrelation of ξ, 0 to below 1; default 0.9, a modelling assumption that gives weekly sales the autocorrelation seen in real shops.</summary>
    public double FactorPersistence { get; init; } = 0.9;

    /// <summary>Shares of orders of one, two and three units; sum 1. Default gives 1.15 units an order.</summary>
    public IReadOnlyList<double> OrderSizes { get; init; } = [0.88, 0.09, 0.03];

    /// <summary>
    /// The kinds of shoppers, at least one: shares sum to 1, and the mean of the price sensitivities over them is 1. Default: two halves whose
    /// price sensitivities, 0.6 and 1.4, have the coefficient of variation 0.4 of market-parameters.json
    /// (demand_choice/price_sensitivity_heterogeneity_cv); who minds the price less minds the rating more.
    /// </summary>
    public IReadOnlyList<ShopperSegment> Segments { get; init; } = [new("quality", 0.5, 0.6, 1.4), new("price", 0.5, 1.4, 0.6)];

    private static double[] Flat(int count) => [.. Enumerable.Repeat(1.0, count)];
}

/// <summary>A kind of shopper.</summary>
/// <param name="Name">Path segment, unique in its niche.</param>
/// <param name="Share">Share of the niche's sessions, above 0 to 1.</param>
/// <param name="PriceSensitivity">Response to price against the niche's mean, 0 to 3.</param>
/// <param name="RatingSensitivity">Response to ratings and review counts against the mean, 0 to 3.</param>
public sealed record ShopperSegment(string Name, double Share, double PriceSensitivity, double RatingSensitivity);
