namespace FbaBench;

/// <summary>Facts of reviews, returns, fees and cash.</summary>
internal static class AfterSaleFacts
{
    /// <summary>SF10: shares of one to five stars among the year's reviews.</summary>
    public static double[] StarShares(RealismYear year)
    {
        var stars = new double[5];
        foreach (var listing in year.Listings())
        {
            var (before, after) = (year.Days[0][listing[0]].Stars, year.Days[^1][listing[0]].Stars);
            double[] more = [after.One - before.One, after.Two - before.Two, after.Three - before.Three, after.Four - before.Four, after.Five - before.Five];
            stars = [.. stars.Zip(more, (sum, value) => sum + value)];
        }

        var total = stars.Sum();
        return [.. stars.Select(star => star / total)];
    }

    /// <summary>SF11: mean rating at the year's end of listings with twenty reviews and more.</summary>
    public static double Rating(RealismYear year) =>
        year.Listings().Select(listing => year.Days[^1][listing[0]].Stars).Where(stars => stars.Total >= 20).Average(stars => stars.Mean!.Value);

    /// <summary>SF12: the year's reviews over its orders, all listings.</summary>
    public static double Rate(RealismYear year)
    {
        var reviews = year.Listings().Sum(listing => (double)(year.Days[^1][listing[0]].Stars.Total - year.Days[0][listing[0]].Stars.Total));
        return reviews / year.Days.Sum(day => day.Sum(offer => (double)offer.Orders));
    }

    /// <summary>SF28: mean of referral and fulfilment over price, the seller's items of 15 to 50 dollars in home and kitchen, as they stand on the first day.</summary>
    public static double FeeBurden(IEnumerable<RealismYear> years)
    {
        var items = years.SelectMany(year => year.FirstMorning.Offers).Where(offer => offer.Info.Category == "home_kitchen" && offer.ReferencePrice.Cents is >= 1_500 and <= 5_000).ToArray();
        return items.Average(offer => (offer.ReferralFee + offer.FulfilmentFee).Cents / (double)offer.ReferencePrice.Cents);
    }

    /// <summary>SF29: returned over sold units by category; sales of the last 45 days left out.</summary>
    public static Dictionary<string, double> Returns(RealismYear year)
    {
        var categories = year.FirstMorning.Offers.ToDictionary(offer => offer.Id.Index, offer => offer.Info.Category);
        var end = year.Days.Count - 45;
        return year.Events.Where(item => item.Kind is EventKind.Sale or EventKind.Returned).GroupBy(item => categories[item.Offer.Index]).ToDictionary(
            group => group.Key,
            group => group.Where(item => item.Kind == EventKind.Returned).Sum(item => (double)item.Units) / group.Where(item => item.Kind == EventKind.Sale && item.Day < end + 20).Sum(item => (double)item.Units));
    }

    /// <summary>SF30: mean days from order to available funds: one day's sales, and the evenings on which their funds become available.</summary>
    public static double CashLag(RealismYear year)
    {
        var seat = new Seat(0);
        var simulation = Simulation.Create(year.Definition with { Account = year.Definition.Account with { PayoutEveryDays = 365 } }, year.Seed);
        var offers = simulation.Observe(seat).Offers;
        simulation.Step([new(seat, new([.. offers.Select(offer => new SetPrice(offer.Id, offer.ReferencePrice))]))]);
        simulation.Step([new(seat, new([.. offers.Select(offer => new CloseOffer(offer.Id))]))]);
        var (weighted, total) = (0.0, 0.0);
        var before = simulation.Observe(seat).Available;
        for (var day = 2; day < 20; day++)
        {
            simulation.Step([]);
            var after = simulation.Observe(seat).Available;

            // Returns and month ends take away; what arrives is more.
            var arrived = Math.Max(0, (after - before).Cents);
            weighted += arrived * (double)day;
            total += arrived;
            before = after;
        }

        return weighted / total;
    }
}
