namespace FbaBench.Scenarios.Generator;

/// <summary>Rivals of a niche. What has no range in market-parameters.json is a modelling assumption.</summary>
internal static class DrawnRivals
{
    private const double AppealSigma = 0.25;
    private const double ReviewsSigma = 0.6;

    /// <summary>Most reviews and best mean stars of a rival at the start.</summary>
    private const int MostReviews = 20_000;

    /// <summary>Rivals with listings of their own; a niche has at least five listings with them.</summary>
    public static IEnumerable<RivalDefinition> OfNiche(Draws niche, IReadOnlyList<DrawnProduct> products, double competition)
    {
        var count = (int)Math.Round(Knob.Linear(competition, 4, 10) + niche.Between("rivals", -0.499, 0.499));
        for (var i = 0; i < Math.Max(count, 5 - products.Count); i++)
        {
            var name = $"rival-{i + 1}";
            var draws = niche.Of(name);
            var around = products[i % products.Count].Price;
            yield return Rival(draws, name, around, 0.9, 1.2, competition) with
            {
                Appeal = Math.Round(draws.LogNormal("appeal", Knob.Linear(competition, 0.8, 1.25), AppealSigma), 4),
                Quality = Math.Round(Math.Clamp(draws.Normal("quality", Knob.Linear(competition, -0.3, 0.5), 0.4), -1.5, 1.5), 3),
                OpeningReviews = Math.Min(MostReviews, (int)draws.LogNormal("reviews", Knob.Linear(competition, 60, 400), ReviewsSigma)),
            };
        }
    }

    /// <summary>Sellers on a product's shared listing (market-parameters.json, buy_box/offers_per_listing_mean: median 5 with the own one).</summary>
    public static IEnumerable<RivalDefinition> OfListing(Draws niche, DrawnProduct product, double competition)
    {
        var listing = niche.Of(product.Name);
        var count = (int)Math.Round(Knob.Linear(competition, 1, 5) + listing.Between("sellers", -0.499, 0.499));
        for (var i = 0; i < count; i++)
        {
            var name = $"{product.Name}-seller-{i + 1}";
            yield return Rival(listing.Of($"seller-{i + 1}"), name, product.Price, 0.97, 1.12, competition) with { Product = product.Name };
        }
    }

    private static RivalDefinition Rival(Draws draws, string name, decimal around, double low, double high, double competition)
    {
        var ceiling = Math.Round(around * (decimal)draws.Between("ceiling", low, high), 2);
        return new(name, Money.Dollars(ceiling), Policy(draws.Uniform("policy"), draws.Uniform("cycles"), competition))
        {
            FloorShare = Math.Round(Knob.Linear(competition, 0.85, 0.6) + draws.Between("floor", -0.05, 0.05), 3),
            LookChance = Math.Round(Knob.Linear(competition, 0.25, 0.6), 3),
            StockOutChance = Math.Round(Knob.Linear(competition, 0.1, 0.02), 3),
        };
    }

    /// <summary>At most 60 % price by machine against others (buy_box/repricer_share_of_sellers: 20 to 60 %), a third of those in cycles; of the rest two thirds follow.</summary>
    private static RivalPolicy Policy(double draw, double cycles, double competition)
    {
        var aggressive = 0.6 * competition;
        return draw < aggressive ? (cycles < 1.0 / 3 ? RivalPolicy.Cycle : RivalPolicy.Undercut)
            : draw < aggressive + ((1 - aggressive) * 2 / 3) ? RivalPolicy.Follow
            : RivalPolicy.Hold;
    }
}
