using FbaBench.Scenarios;

namespace FbaBench;

/// <summary>
/// Worlds of a fitted shop. What the sales leave open differs between worlds: level, months and elasticity of every product are
/// drawn from their intervals by the world's seed, as are the rivals.
/// </summary>
internal sealed class OwnShopScenario(string name, ShopFit fit) : IScenario
{
    private const int DecisionDays = 365;

    /// <summary>Width of a 90 % interval in standard deviations.</summary>
    private const double Width = 2 * 1.6448536269514722;

    /// <summary>Variance of the mean of seven days against one day of the niche's factor at a persistence of 0.9.</summary>
    private const double WeekOverDay = 0.798;

    private const double LowestMonth = 0.02;
    private const double HighestMonth = 6;

    public string Name => name;

    /// <summary>The first day of the sales, moved to the world's dates: the shop is at least as old.</summary>
    private SimDate Since => fit.First.AddDays(fit.ShiftDays);

    public WorldDefinition Define(WorldSeed world)
    {
        var niches = fit.Products.Select(product => Niche(world, product)).ToArray();
        return new WorldDefinition(name, OwnShopWorld.Start, DecisionDays, Money.Dollars(fit.OpeningCash), niches) { AccountOpened = Since, Sources = fit.Sources };
    }

    private NicheDefinition Niche(WorldSeed world, FittedProduct product)
    {
        var elasticity = product.Elasticity;
        var weekdays = Weekdays(product.Weekdays);
        var months = product.Months.Select(month => Math.Clamp(month.Value, LowestMonth, HighestMonth)).ToArray();
        var perDay = product.Level.Value * months.Average() * weekdays.Average();
        var week = weekdays.Average();
        var sales = new NicheSales([perDay], months, [.. weekdays.Select(value => value / week)], Spread(product.Level))
        {
            Elasticity = elasticity.Value + ((elasticity.High - elasticity.Low) / Width * world.Normal(product.Name + "/elasticity")),
            MonthSds = [.. product.Months.Select(month => Math.Sqrt(Square(Spread(month)) + product.MonthNoise + Square(ShopPrior.ShopMonthNoise)))],
            FactorVariance = Math.Round(Math.Min(1, product.Dispersion.Value / WeekOverDay), 4),
            OrderSizes = product.OrderSizes,
        };
        var entry = Entry(product);
        return NicheRecipe.Define(world, product.Name, OwnShopWorld.Terms([entry], fit.Sources, Since), [entry], sales);
    }

    private CatalogueProduct Entry(FittedProduct product)
    {
        var facts = product.Facts;
        return new CatalogueProduct(
            product.Name, product.Name, facts.Category!, Dollars(product.ReferencePrice), Dollars((decimal)facts.UnitCost!.Value),
            [facts.LengthInches!.Value, facts.WidthInches!.Value, facts.HeightInches!.Value], facts.WeightPounds!.Value,
            product.ReturnRate, facts.MinimumUnits!.Value, fit.OpeningDays)
        {
            LeadTimeDays = facts.LeadTimeDays,
        };
    }

    private decimal Dollars(decimal price) => Math.Max(0.01m, Math.Round(price * fit.UsdRate, 2, MidpointRounding.AwayFromZero));

    /// <summary>Closed weekdays take the mean of the open ones beside them.</summary>
    private static double[] Weekdays(IReadOnlyList<double> fitted)
    {
        var filled = fitted.ToArray();
        for (var day = 0; day < filled.Length; day++)
        {
            if (fitted[day] == 0)
            {
                filled[day] = (Beside(fitted, day, 1) + Beside(fitted, day, filled.Length - 1)) / 2;
            }
        }

        return filled;
    }

    private static double Beside(IReadOnlyList<double> fitted, int day, int step)
    {
        do
        {
            day = (day + step) % fitted.Count;
        }
        while (fitted[day] == 0);
        return fitted[day];
    }

    private static double Spread(Estimated value) => Math.Log(value.High / value.Low) / Width;

    private static double Square(double value) => value * value;
}
