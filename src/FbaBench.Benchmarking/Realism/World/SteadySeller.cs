namespace FbaBench;

/// <summary>
/// The seller of the realism world: asks the reference price on every day and keeps its shelves full, so that what is measured is the market.
/// </summary>
internal static class SteadySeller
{
    private const int WeekDays = 7;

    /// <summary>The longest time from order to shelf is 135 days, and the fourth quarter sells a third more.</summary>
    private const double CoverDays = 200;
    private const double LeastDaily = 1;

    public static IReadOnlyList<Command> Decide(Observation morning)
    {
        if (morning.Day == 0)
        {
            return [.. Forks.AtShare(morning.Offers, 1), .. Orders(morning)];
        }

        return morning.Day % WeekDays == 0 ? [.. Orders(morning)] : [];
    }

    private static IEnumerable<Command> Orders(Observation morning)
    {
        foreach (var offer in morning.Offers)
        {
            var daily = offer.LiveDaysLast30 == 0 ? 0 : offer.UnitsLast30Days / (double)offer.LiveDaysLast30;
            var lacking = (int)Math.Ceiling(CoverDays * Math.Max(daily, LeastDaily)) - offer.UnitsOnHand - offer.UnitsInbound;
            if (lacking > 0)
            {
                yield return new PlaceOrder(offer.Id, offer.BestQuote.Supplier, Math.Max(lacking, offer.BestQuote.MinimumUnits));
            }
        }
    }
}
