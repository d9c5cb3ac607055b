namespace FbaBench;

/// <summary>Experiments on forks of a world's year: prices of the seller's offers up and down by a tenth on common draws, and stock that is gone for two weeks.</summary>
internal sealed class RealismForks
{
    private const int OutDays = 14;
    private const int StockOutEvery = 30;
    private static readonly Seat Me = new(0);
    private static readonly double PriceStep = Math.Log(1.1 / 0.9);

    /// <summary>Own-price elasticity of each private-label offer of the seller.</summary>
    public required IReadOnlyList<double> Own { get; init; }

    /// <summary>Own-price elasticity of each offer of the seller on a shared listing.</summary>
    public required IReadOnlyList<double> Shared { get; init; }

    /// <summary>Response of the other listings of a niche to the seller's price.</summary>
    public required IReadOnlyList<double> Cross { get; init; }

    /// <summary>Sales of 14 days after a stock-out of 14 days over those of 14 days before it, over all offers.</summary>
    public required double AfterStockOut { get; init; }

    public static RealismForks Of(RealismYear year, CancellationToken cancellationToken)
    {
        var figures = year.Days[0];
        var mine = year.Where(offer => offer is { Seat: 0 } && offer.Name.StartsWith("own", StringComparison.Ordinal));
        var shared = year.Where(offer => offer is { Seat: 0 } && offer.Name.StartsWith("shared", StringComparison.Ordinal));
        double[] up = new double[figures.Count], down = new double[figures.Count];
        var (before, after) = (0.0, 0.0);
        foreach (var morning in year.Mornings)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Prices(morning, "own", 1.1, up, mine);
            Prices(morning, "own", 0.9, down, mine);
            Prices(morning, "shared", 1.1, up, shared, alone: true);
            Prices(morning, "shared", 0.9, down, shared, alone: true);
            if (morning.Day % StockOutEvery == 0)
            {
                after += StockOut(morning, mine);
                before += year.Units(mine, morning.Day - OutDays, OutDays);
            }
        }

        return new()
        {
            Own = [.. mine.Where(offer => up[offer] > 0).Select(offer => Math.Log(up[offer] / down[offer]) / PriceStep)],
            Shared = [.. shared.Where(offer => up[offer] > 0).Select(offer => Math.Log(up[offer] / down[offer]) / PriceStep)],
            Cross = [.. mine.Select(offer => CrossElasticity(figures, offer, up, down))],
            AfterStockOut = after / before,
        };
    }

    private static double CrossElasticity(IReadOnlyList<OfferFigures> figures, int mine, double[] up, double[] down)
    {
        var others = Enumerable.Range(0, figures.Count).Where(i => figures[i].Niche == figures[mine].Niche && figures[i].Seat < 0).ToArray();
        return Math.Log(others.Sum(i => up[i]) / others.Sum(i => down[i])) / PriceStep;
    }

    /// <summary>
    /// Adds the units of the day on which prices change: rivals see it on the next one at the earliest, so that nobody's reaction is in it. On shared
    /// pages only those of the offers themselves.
    /// </summary>
    private static void Prices(Simulation morning, string product, double factor, double[] units, IReadOnlyList<int> offers, bool alone = false)
    {
        var fork = morning.Fork();
        var commands = fork.Observe(Me).Offers
            .Where(offer => offer.Name.EndsWith("/" + product, StringComparison.Ordinal))
            .Select(offer => new SetPrice(offer.Id, new((long)Math.Round(offer.Price.Cents * factor))));
        fork.Step([new(Me, new([.. commands]))]);
        var figures = fork.Figures();
        for (var i = 0; i < figures.Count; i++)
        {
            var isOther = alone ? !offers.Contains(i) : figures[i].Seat == 0 && !offers.Contains(i);
            units[i] += isOther ? 0 : figures[i].Units;
        }
    }

    /// <summary>Units of the private-label offers in the days after they were out of stock.</summary>
    private static double StockOut(Simulation morning, IReadOnlyList<int> mine)
    {
        var fork = morning.Fork();
        var offers = fork.Observe(Me).Offers.Where(offer => offer.Name.EndsWith("/own", StringComparison.Ordinal)).ToArray();
        fork.Step([new(Me, new([.. offers.Select(offer => new CloseOffer(offer.Id))]))]);
        for (var day = 1; day < OutDays; day++)
        {
            fork.Step([]);
        }

        var units = 0.0;
        fork.Step([new(Me, new([.. offers.Select(offer => new SetPrice(offer.Id, offer.Price))]))]);
        for (var day = 0; day < OutDays; day++)
        {
            var figures = fork.Figures();
            units += mine.Sum(offer => figures[offer].Units);
            fork.Step([]);
        }

        return units;
    }
}
