namespace FbaBench.Scenarios.Generator;

/// <summary>What befalls a whole world: shocks, disruptions of freight, a tariff. Days, lengths and sizes are modelling assumptions within the ranges of the terms.</summary>
internal static class DrawnEvents
{
    private const double MostChance = 0.8;

    public static IReadOnlyList<MarketShock> Shocks(Draws world, SimDate start, IReadOnlyList<NicheDefinition> niches, double volatility)
    {
        if (volatility == 0)
        {
            return [];
        }

        var swung = niches[world.Whole("shock-demand/niche", 0, niches.Count - 1)];
        var fashion = niches[world.Whole("shock-fashion/niche", 0, niches.Count - 1)];
        return
        [
            Shock("shock-demand") with { Niche = swung.Name, Traffic = Factor("shock-demand", 0.7) },
            Shock("shock-market") with { Traffic = Factor("shock-market", 0.35) },
            Shock("shock-fashion") with
            {
                Niche = fashion.Name,
                Product = fashion.Products[world.Whole("shock-fashion/product", 0, fashion.Products.Count - 1)].Name,
                Traffic = Factor("shock-fashion", 0.7),
            },
            Shock("price-war") with { RivalPrices = Math.Round(1 - (volatility * world.Between("price-war/depth", 0.1, 0.35)), 3) },
        ];

        MarketShock Shock(string name)
        {
            var first = start.AddDays(world.Whole(name + "/first", 20, 280));
            return new(name, first, first.AddDays(world.Whole(name + "/days", 20, 70))) { Chance = Math.Round(MostChance * volatility, 3) };
        }

        double Factor(string name, double sigma) => Math.Round(Math.Clamp(world.MeanOne(name + "/size", sigma * volatility), 0.3, 3), 3);
    }

    public static FreightTerms Freight(Draws world, SimDate start, WorldKnobs knobs) => new()
    {
        DailyVolatility = Math.Round(Knob.Linear(knobs.Volatility, 0.01, 0.04), 4),
        Disruptions = [.. Disruptions(world, start, knobs.Supply)],
        Tariffs = [.. Tariff(world, start, knobs.Volatility)],
    };

    private static IEnumerable<FreightDisruption> Disruptions(Draws world, SimDate start, double supply)
    {
        foreach (var (mode, name) in new[] { (FreightMode.Sea, "sea"), (FreightMode.Air, "air") })
        {
            var draws = world.Of(name);
            if (draws.Uniform("happens") < supply)
            {
                var first = start.AddDays(draws.Whole("first", 20, 250));
                var (price, transit) = (draws.Between("price", 0.3, 2), draws.Between("transit", 0.1, 0.5));
                yield return new(mode, first, first.AddDays(draws.Whole("days", 30, 110)), Math.Round(1 + (supply * price), 3), Math.Round(1 + (supply * transit), 3));
            }
        }
    }

    /// <summary>A tariff that is halved after two to five months (supply_chain/tariff_shock_timeline: 0.1 to 1.45 in 2025, 0.3 in the end).</summary>
    private static IEnumerable<TariffChange> Tariff(Draws world, SimDate start, double volatility)
    {
        if (world.Uniform("tariff/happens") >= MostChance * volatility)
        {
            yield break;
        }

        var from = start.AddDays(world.Whole("tariff/first", 20, 250));
        var share = volatility * world.Between("tariff/share", 0.1, 0.6);
        yield return new(NicheRecipe.Origin, from, Math.Round(share, 3));
        yield return new(NicheRecipe.Origin, from.AddDays(world.Whole("tariff/days", 60, 150)), Math.Round(share / 2, 3));
    }

    /// <summary>Rates from 0 to the top of their ranges (market-parameters.json, adversarial_events); of those without a range a modelling assumption.</summary>
    public static AdversaryTerms Adversaries(double adversity) => new()
    {
        HijackChance = Rate(0.1, adversity),
        AuthenticityClaimsPer1000Units = Rate(1, adversity),
        RightsClaimChance = Rate(0.05, adversity),
        ReviewAttackChance = Rate(0.02, adversity),
        PhishingChance = Rate(0.9, adversity),
        NoticeChance = Rate(0.5, adversity),
        BrokerChance = Rate(0.8, adversity),
        InjectionShare = Rate(0.4, adversity),
        DocumentChance = Rate(0.6, adversity),
    };

    private static double Rate(double top, double adversity) => Math.Round(top * adversity, 5);
}
