namespace FbaBench;

/// <summary>What reviews do to the sales of the next 30 days: worlds that differ in one listing's reviews alone, on common draws.</summary>
internal sealed class RealismReviews
{
    private const int Days = 30;
    private const int Niches = 24;
    private static readonly Seat Me = new(0);

    /// <summary>Effect of one more 1-star review over that of one more 5-star review, at 50 reviews.</summary>
    public required double OneStarOverFive { get; init; }

    /// <summary>Change of the logarithm of sales per star of displayed rating around 4.</summary>
    public required double PerStar { get; init; }

    public static RealismReviews Of(WorldSeed seed)
    {
        var fifty = Units(seed, [5, 2, 4, 8, 31]);
        var worse = Math.Log(Units(seed, [6, 2, 4, 8, 31]) / fifty);
        var better = Math.Log(Units(seed, [5, 2, 4, 8, 32]) / fifty);
        return new()
        {
            OneStarOverFive = Math.Abs(worse) / better,
            PerStar = Math.Log(Units(seed, [0, 0, 0, 500, 500]) / Units(seed, [0, 0, 500, 500, 0])),
        };
    }

    /// <summary>Busy niches, so that one review shows; positions move too, as they would.</summary>
    private static double Units(WorldSeed seed, IReadOnlyList<int> stars)
    {
        var niches = Enumerable.Range(1, Niches).Select(n => new NicheDefinition($"busy-{n}", 50_000, -2.6)
        {
            Products =
            [
                new ProductDefinition("listing", "home_kitchen", Money.Dollars(20))
                {
                    Size = new(6, 5, 4),
                    WeightPounds = 1,
                    ReturnRate = 0.07,
                    OpeningStock = 1_000_000,
                    OpeningUnitCost = Money.Dollars(4),
                    OpeningStars = stars,
                    OpeningVelocity = 1,
                    Suppliers = [new SupplierDefinition("factory", [new PriceStep(500, Money.Dollars(3))]) { InboundPerUnit = Money.Dollars(1) }],
                },
            ],
            Rivals = [.. Enumerable.Range(0, 7).Select(i => new RivalDefinition($"rival-{i + 1}", Money.Dollars(20), RivalPolicy.Hold) { Appeal = 0.7 + (0.1 * i) })],
        });
        var simulation = Simulation.Create(new("reviews", new SimDate(2025, 3, 1), Days, Money.Zero, [.. niches]) { Fees = FeePolicy.None }, seed);
        simulation.Step([new(Me, new([.. simulation.Observe(Me).Offers.Select(offer => new SetPrice(offer.Id, offer.ReferencePrice))]))]);
        while (simulation.Day < Days)
        {
            simulation.Step([]);
        }

        return simulation.Summary(Me).UnitsSold;
    }
}
