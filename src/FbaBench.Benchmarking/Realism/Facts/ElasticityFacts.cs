namespace FbaBench;

/// <summary>SF04 to SF08: what prices do to the units of an offer and of the others.</summary>
internal static class ElasticityFacts
{
    /// <summary>SF04: the regression of ln units on ln price with effects of listing and week, over the private-label offers.</summary>
    public static FactValue Own(WorldRun run) => new(Regression.Panel([.. Private(run).SelectMany(offer => offer.Cells)]));

    /// <summary>SF05: ninetieth over tenth percentile of the private-label offers' elasticities.</summary>
    public static FactValue Spread(WorldRun run) => Spread([.. Private(run).Select(offer => offer.Own).OfType<double>()]);

    public static FactValue Spread(IReadOnlyList<double> elasticities)
    {
        var sizes = elasticities.Select(Math.Abs).ToArray();
        return new(Sample.Quantile(sizes, 0.9) is { } high && Sample.Quantile(sizes, 0.1) is { } low ? Sample.Ratio(high, low) : null);
    }

    /// <summary>SF06: mean elasticity of the own offers on shared listings, each beside four resellers.</summary>
    public static FactValue Shared(WorldRun run) => new(Sample.Mean([.. run.Prices.Offers.Where(offer => offer.IsShared).Select(offer => offer.Own).OfType<double>()]));

    /// <summary>SF07: mean elasticity of the niche's other listings to the price of a private-label offer.</summary>
    public static FactValue Cross(WorldRun run) => new(Sample.Mean([.. Private(run).Select(offer => offer.Cross).OfType<double>()]));

    /// <summary>SF08: the sum of shares that lies farthest from 1; lower prices must have kept shoppers from leaving, higher ones made them leave.</summary>
    public static FactValue AddingUp(WorldRun run) => new(run.AddingUp.Farthest, run.AddingUp.HasMoved);

    private static IEnumerable<OfferTrial> Private(WorldRun run) => run.Prices.Offers.Where(offer => !offer.IsShared);
}
