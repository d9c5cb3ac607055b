namespace FbaBench;

/// <summary>
/// isoelastic: demand falls with a power of the price, referral is a share of it, fulfilment and cost are per unit. The best
/// price is ε/(ε−1) · (unit cost + fulfilment)/(1 − referral).
/// </summary>
internal static class IsoelasticKind
{
    public static void Run(CertifyEntry entry, ExampleFields fields)
    {
        var theory = new Theory(
            fields.Within("elasticity", 1.01, 100),
            fields.Within("unit_cost", 0, 1e6),
            fields.Within("fulfilment", 0, 1e6),
            fields.Within("referral", 0, 0.95));
        var expected = fields.Double("p");
        fields.RefuseUnread();
        if (theory.BreakEven <= 0)
        {
            throw new ExampleException("unit_cost and fulfilment are both 0; there is no best price above 0.");
        }

        entry.Exact("p", "solver", expected, theory.Price, unit: "money");
        var scale = PriceLaboratory.MoneyScale(2 * theory.Price, theory.UnitCost, 1);
        if (theory.BreakEven * scale < 1_000)
        {
            throw new ExampleException("The costs and the best price are too far apart for whole cents.");
        }

        var maximum = Search(theory, scale);
        entry.Exact("p", "world", expected, maximum.Cents / scale, maximum.Rounding / scale, "money", FormattableString.Invariant($"highest profit of the plays; {scale:0.#######} cents a unit of money"));
    }

    private static ProfitSearch.Maximum Search(Theory theory, double scale)
    {
        var (cost, fulfilment) = ((long)Math.Round(theory.UnitCost * scale), (long)Math.Round(theory.Fulfilment * scale));
        var reference = (long)Math.Round(theory.BreakEven * scale);
        var highest = 2 * theory.Price * scale;
        var niche = LaboratoryWorld.Niche(1, [LaboratoryWorld.Product("item", reference, cost)]) with { OwnPriceElasticity = -theory.Elasticity };
        var definition = LaboratoryWorld.World("isoelastic", PriceLaboratory.Days(highest, cost, 1), PriceLaboratory.Cash(cost, 1), 1, niche, PriceLaboratory.Limits, new()
        {
            Demand = DemandSource.Isoelastic,
            Draws = DemandDraws.Expected,
            QuantityScale = PriceLaboratory.QuantityScale,
            MoneyScale = scale,
            Fees = new(theory.Referral, new(fulfilment)),
        });
        var laboratory = new PriceLaboratory(definition, [new(0, 0)]);
        var markup = (theory.Price - theory.BreakEven) * scale;
        var step = Math.Max(1, (long)(markup / 16));
        var search = new ProfitSearch(
            cents =>
            {
                laboratory.Play([cents]);
                return laboratory.ProfitCents[0] / (double)PriceLaboratory.QuantityScale;
            },
            step);

        // Below the reference price more would be wanted than a shelf holds. Half a cent of referral on every unit, and half a
        // unit at the margin, is what a play may be off.
        var low = reference + (2 * step) + 1;
        var share = Math.Pow(theory.Price / theory.BreakEven, -theory.Elasticity);
        var noise = (0.5 * share) + (0.5 * 2 * markup / PriceLaboratory.QuantityScale);
        var maximum = search.Over(low, low + (long)Math.Min(4 * markup, highest - low), noise);

        // Cost and fulfilment as whole cents move the best price by its ratio to them.
        return maximum with { Rounding = maximum.Rounding + (theory.Elasticity / (theory.Elasticity - 1) / (1 - theory.Referral)) };
    }

    private sealed record Theory(double Elasticity, double UnitCost, double Fulfilment, double Referral)
    {
        public double BreakEven => (UnitCost + Fulfilment) / (1 - Referral);

        public double Price => Elasticity / (Elasticity - 1) * BreakEven;
    }
}
