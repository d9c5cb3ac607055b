namespace FbaBench;

/// <summary>
/// The randomised price experiment, in pairs: at the start of a week the world forks in two, on common draws; in one fork the offers of one name (one a
/// niche) ask a tenth less than the reference price for a week, in the other a tenth more.
/// </summary>
internal sealed class PriceTrials
{
    public const double Down = 0.9;
    public const double Up = 1.1;
    private const int WeekDays = 7;
    private const int FirstDay = 28;
    private const int LastDay = 329;

    private readonly Dictionary<string, OfferTrial> _offers = new(StringComparer.Ordinal);

    /// <summary>What the trials of each own offer gave, in the order of first trial.</summary>
    public IReadOnlyCollection<OfferTrial> Offers => _offers.Values;

    /// <summary>Whether a week of trials begins on a day.</summary>
    public static bool IsDue(int day) => day is >= FirstDay and <= LastDay && day % WeekDays == 0;

    public void Run(Simulation morning)
    {
        var seen = morning.Observe(Forks.Seat);
        foreach (var product in RealismOffers.OwnNames)
        {
            Run(morning, seen.Named(product), isShared: false);
        }

        Run(morning, seen.Named(RealismOffers.Shared), isShared: true);
    }

    private void Run(Simulation morning, OfferObservation[] offers, bool isShared)
    {
        var down = Week(morning, Forks.AtShare(offers, Down));
        var up = Week(morning, Forks.AtShare(offers, Up));
        foreach (var offer in offers)
        {
            var at = Forks.IndexOf(down[0], offer);
            if (!_offers.TryGetValue(offer.Name, out var trial))
            {
                _offers[offer.Name] = trial = new OfferTrial(offer.Name, isShared);
            }

            trial.Add(morning.Day / WeekDays, At(down, at), At(up, at));

            // Rivals see a price on the next day at the earliest: on the first day all other prices are the same in both forks.
            trial.AddOthers(Others(down[0], at), Others(up[0], at));
        }
    }

    private static IReadOnlyList<OfferFigures>[] Week(Simulation morning, IReadOnlyList<Command> prices)
    {
        var fork = morning.Fork();
        return [.. Enumerable.Range(0, WeekDays).Select(day => fork.Play(day == 0 ? prices : []))];
    }

    private static (double Price, double Units) At(IReadOnlyList<OfferFigures>[] week, int offer) =>
        (week[0][offer].Price.Cents, week.Sum(day => (double)day[offer].Units));

    private static double Others(IReadOnlyList<OfferFigures> day, int offer) =>
        day.Where(other => other.Niche == day[offer].Niche && other.Listing != day[offer].Listing).Sum(other => (double)other.Units);
}
