namespace FbaBench;

/// <summary>
/// Stock-outs of fourteen days, on forks: the private-label offers of one name close, which to shoppers and to the search ranking is an empty shelf, and
/// open again. Sales after over the sales that the year itself had before.
/// </summary>
internal sealed class StockOutTrials
{
    private const int OutDays = 14;

    /// <summary>Away from deal events, and from months whose level differs much.</summary>
    private static readonly int[] Starts = [60, 110, 225, 250];

    public double Before { get; private set; }

    public double After { get; private set; }

    public static bool IsDue(int day) => Starts.Contains(day);

    public void Run(Simulation morning, MarketYear year)
    {
        var seen = morning.Observe(Forks.Seat);
        foreach (var product in RealismOffers.OwnNames)
        {
            var offers = seen.Named(product);
            var fork = morning.Fork();
            var figures = fork.Play([.. offers.Select(offer => new CloseOffer(offer.Id))]);
            int[] rows = [.. offers.Select(offer => Forks.IndexOf(figures, offer))];
            for (var day = 1; day < OutDays; day++)
            {
                fork.Play([]);
            }

            for (var day = 0; day < OutDays; day++)
            {
                figures = fork.Play(day == 0 ? Forks.AtShare(offers, 1) : []);
                After += rows.Sum(row => (double)figures[row].Units);
            }

            Before += rows.Sum(row => year.Offers[row].Units.Skip(morning.Day - OutDays).Take(OutDays).Sum(units => (double)units));
        }
    }
}
