namespace FbaBench.Tests.Kernel;

/// <summary>Sellers who are alike and do alike: which seat one has brings nothing.</summary>
[Trait("Category", "Property")]
public sealed class SymmetryTests
{
    private const int Seeds = 400;
    private const int Days = 12;

    /// <summary>What each seat sells, over many worlds, differs from the others' mean by no more than four standard errors.</summary>
    [Theory]
    [InlineData(false, false, 900_000)]
    [InlineData(false, true, 900_000)]
    [InlineData(true, false, 900_000)]
    [InlineData(false, false, 40)]
    [InlineData(true, false, 60)]
    public void No_seat_has_an_advantage(bool isShared, bool advertises, int stock)
    {
        const int seats = 3;
        var figures = new List<double[]>();
        for (ulong seed = 1; seed <= Seeds; seed++)
        {
            var simulation = Start(isShared, stock, seats, seed);
            for (var day = 0; day < Days; day++)
            {
                simulation.Step([.. Enumerable.Range(0, seats).Select(seat => new SeatDecision(new(seat), new(day == 0 ? Opening(seat, advertises) : [])))]);
            }

            figures.Add([.. Enumerable.Range(0, seats).Select(seat => (double)simulation.Summary(new(seat)).UnitsSold)]);
        }

        Assert.True(figures.Average(units => units.Sum()) > Days * 3, "next to nothing was sold");
        for (var seat = 0; seat < seats; seat++)
        {
            var differences = figures.Select(units => units[seat] - units.Average()).ToArray();
            var mean = differences.Average();
            var error = Math.Sqrt(differences.Sum(difference => Math.Pow(difference - mean, 2)) / (Seeds - 1) / Seeds);
            Assert.True(Math.Abs(mean) <= 4 * error, $"seat {seat} sells {mean:F3} units more than the mean seat, standard error {error:F3}");
        }
    }

    [Fact]
    public void Equal_offers_on_one_shared_listing_have_equal_means()
    {
        var simulation = Start(isShared: true, 900_000, 3, 1);
        simulation.Step([.. Enumerable.Range(0, 3).Select(seat => new SeatDecision(new(seat), new(Opening(seat, advertises: false))))]);
        var orders = new MeanDay(simulation).Orders(simulation);
        Assert.Equal(orders[0], orders[1], 1e-12);
        Assert.Equal(orders[0], orders[2], 1e-12);
    }

    private static Simulation Start(bool isShared, int stock, int seats, ulong seed)
    {
        var niche = MarketWorlds.Niche(products: 1, rivals: 5, stock: stock);
        var product = niche.Products[0] with { Shared = isShared, Appeal = isShared ? 3 : 1 };
        return TestWorlds.Start(MarketWorlds.World(60, niche with { Products = [product] }) with { Seats = seats }, seed);
    }

    private static Command[] Opening(int seat, bool advertises) => advertises
        ? [new SetPrice(new(seat), new(2_000)), new CreateCampaign(new(seat), new(150), new(100_000), 0, Days)]
        : [new SetPrice(new(seat), new(2_000))];
}
