namespace FbaBench.Scenarios.Generator;

/// <summary>A niche with its products, in two steps: what the products are, and, once the world's demand is shared out among them, the definition.</summary>
internal sealed class DrawnNiche
{
    private const double UnitsPerOrder = 1.15;

    /// <summary>Years for which stock at the start has been sold: half a year of private label as in first-year.</summary>
    private const double YearsSold = 0.5;
    private const double OpeningVelocity = 0.5;

    private readonly Draws _draws;
    private readonly FamilyRecipe _family;
    private readonly WorldKnobs _knobs;
    private readonly string _name;

    public DrawnNiche(WorldSeed world, int index, int products, FamilyRecipe family, WorldKnobs knobs)
    {
        _draws = new(world, $"niche-{index + 1}");
        (_family, _knobs) = (family, knobs);
        var category = family.Categories[_draws.Whole("category", 0, family.Categories.Count - 1)];
        _name = $"{category.Name}-{index + 1}";
        var price = DrawnProduct.NichePrice(_draws, category);
        Products =
        [
            .. Enumerable.Range(0, products).Select(i => DrawnProduct.Draw(_draws.Of($"product-{i + 1}"), $"{_name}-{(char)('a' + i)}", category, price, family, knobs)),
        ];
    }

    public IReadOnlyList<DrawnProduct> Products { get; }

    /// <summary>By which the products of a world are ordered to say which are in stock.</summary>
    public double StockDraw(int product) => _draws.Uniform($"product-{product + 1}/stock");

    /// <param name="dollarsPerDay">Expected sales of each product at reference prices.</param>
    /// <param name="stockDollars">What the stock of each has cost; 0 where there is none.</param>
    public NicheDefinition Define(IReadOnlyList<double> dollarsPerDay, IReadOnlyList<double> stockDollars)
    {
        var units = Products.Select((product, i) => dollarsPerDay[i] / (double)product.Price).ToArray();
        var sellers = Products.Select(product => _family.IsShared ? DrawnRivals.OfListing(_draws, product, _knobs.Competition).ToArray() : []).ToArray();

        // A shared listing sells the own part of it and as much for each of the others on it.
        var orders = units.Select((own, i) => own * (1 + sellers[i].Length) / UnitsPerOrder).ToArray();
        var total = orders.Sum();
        var season = _family.Seasons[_draws.Whole("season", 0, _family.Seasons.Count - 1)];
        var niche = new NicheDefinition(_name, 1, Math.Round(_draws.Elasticity(), 3))
        {
            ReferenceConversion = Math.Round(_draws.Between("conversion", 0.1, 0.14), 4),
            FactorVariance = Math.Round(Knob.Linear(_knobs.Volatility, 0.03, 0.25), 4),
            TrafficByWeekday = DrawnSeason.Weekdays,
            Products = [.. Products.Select((product, i) => Product(i, product, orders[i] * Products.Count / total, units[i], stockDollars[i]))],
            Rivals = [.. sellers.SelectMany(of => of), .. DrawnRivals.OfNiche(_draws, Products, _knobs.Competition)],
        };
        var level = _draws.MeanOne("level", Knob.Linear(_knobs.Volatility, 0.1, 0.4));
        return NicheLevel.Apply(niche, DrawnSeason.Months(_draws, season, _knobs.Volatility), total * level);
    }

    private ProductDefinition Product(int index, DrawnProduct product, double appeal, double units, double stockDollars)
    {
        var suppliers = DrawnSuppliers.Draw(_draws.Of($"product-{index + 1}"), product, units, _family, _knobs);
        var landed = DrawnSuppliers.Landed(product, _family, suppliers);
        var stock = (int)Math.Round(stockDollars * 100 / landed.Cents);
        return new ProductDefinition(product.Name, product.Category.FeeCategory, Money.Dollars(product.Price))
        {
            Size = product.Size,
            WeightPounds = product.WeightPounds,
            Appeal = Math.Round(appeal, 4),
            Shared = _family.IsShared,
            Quality = product.Quality,
            ReturnRate = product.ReturnRate,
            OpeningReviews = _family.IsShared ? 200 : stock > 0 ? (int)Math.Round(units * 365 * YearsSold * new ReviewTerms().Rate) : 0,
            OpeningVelocity = _family.IsShared ? 1 : stock > 0 ? OpeningVelocity : 0,
            OpeningStock = stock,
            OpeningUnitCost = stock > 0 ? landed : Money.Zero,
            Suppliers = suppliers,
        };
    }
}
