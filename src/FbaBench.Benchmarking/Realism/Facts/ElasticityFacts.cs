namespace FbaBench;

/// <summary>SF04 to SF08: what prices do to the units of an offer and of the others.</summary>
internal static class ElasticityFacts
{
    /// <summary>SF04: the regression of ln units on ln price with effects of listing and week, over the private-label offers.</summary>
    public static FactValue Own(IEnumerable<OfferTrial> trials) => new(Regression.Panel([.. Private(trials).SelectMany(offer => offer.Cells)]));

    /// <summary>SF05: ninetieth over tenth percentile of the private-label offers' elasticities.</summary>
    public static FactValue Spread(IEnumerable<OfferTrial> trials) => Spread([.. Private(trials).Select(offer => offer.Own).OfType<double>()]);

    public static FactValue Spread(IReadOnlyList<double> elasticities)
    {
        var sizes = elasticities.Select(Math.Abs).ToArray();
        return new(Sample.Quantile(sizes, 0.9) is { } high && Sample.Quantile(sizes, 0.1) is { } low ? Sample.Ratio(high, low) : null);
    }

    /// <summary>SF06: mean elasticity of the own offers on shared listings, each beside four resellers.</summary>
    public static FactValue Shared(IEnumerable<OfferTrial> trials) => new(Sample.Mean([.. trials.Where(offer => offer.IsShared).Select(offer => offer.Own).OfType<double>()]));

    /// <summary>SF07: mean elasticity of the niche's other listings to the price of a private-label offer.</summary>
    public static FactValue Cross(IEnumerable<OfferTrial> trials) => new(Sample.Mean([.. Private(trials).Select(offer => offer.Cross).OfType<double>()]));

    /// <summary>SF08: the sum of shares that lies farthest from 1; lower prices must have kept shoppers from leaving, higher ones made them leave.</summary>
    public static FactValue AddingUp(AddingUpTrial trial) => new(trial.Farthest, trial.HasMoved);

    private static IEnumerable<OfferTrial> Private(IEnumerable<OfferTrial> trials) => trials.Where(offer => !offer.IsShared);
}
