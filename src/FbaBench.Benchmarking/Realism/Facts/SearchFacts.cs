namespace FbaBench;

/// <summary>Facts of search results, featured offers and sponsored slots.</summary>
internal static class SearchFacts
{
    /// <summary>SF09: mean share of the featured offer of the cheapest offer on listing-days with three and more.</summary>
    public static double CheapestIsFeatured(RealismYear year)
    {
        var (share, days) = (0.0, 0);
        foreach (var listing in year.Listings().Where(listing => listing.Length >= 3))
        {
            foreach (var day in year.Days)
            {
                var live = listing.Select(offer => day[offer]).Where(offer => offer.Price > Money.Zero).ToArray();
                if (live.Length >= 3)
                {
                    share += live.MinBy(offer => offer.Price.Cents).FeaturedShare;
                    days++;
                }
            }
        }

        return share / days;
    }

    /// <summary>SF27: sessions of the first result over those of the fifth, all niches and days.</summary>
    public static double FirstOverFifth(RealismYear year) => Clicks(year, 1) / Clicks(year, 5);

    /// <summary>Exponent of clicks by position, from the first and the fifth result.</summary>
    public static double ClickExponent(RealismYear year) => Math.Log(FirstOverFifth(year)) / Math.Log(5);

    /// <summary>SF24: clicks over impressions of the seller's campaigns.</summary>
    public static double ClickThrough(RealismYear year) => year.Ads.Sum(ad => (double)ad.Clicks) / year.Ads.Sum(ad => (double)ad.Impressions);

    /// <summary>SF24, second part: largest relative difference of spend over sales to cost per click over conversion and price, campaign by campaign.</summary>
    public static double AcosIdentity(RealismYear year) => year.Ads.Where(ad => ad.Units > 0).Max(ad =>
    {
        var (costPerClick, conversion, price) = (ad.Spend.Cents / (double)ad.Clicks, ad.Units / (double)ad.Clicks, ad.Sales.Cents / (double)ad.Units);
        return Math.Abs((ad.Acos!.Value / (costPerClick / (conversion * price))) - 1);
    });

    /// <summary>SF25: mean dollars a click.</summary>
    public static double CostPerClick(RealismYear year) => year.Ads.Sum(ad => ad.Spend.Cents / 100.0) / year.Ads.Sum(ad => (double)ad.Clicks);

    /// <summary>SF26: highest mean price of a campaign's day over its bid.</summary>
    public static double PriceOverBid(RealismYear year) => year.Events.Where(item => item.Kind == EventKind.Advertising)
        .Max(item => item.Amount.Cents / (double)item.Units / year.Bids[item.Offer.Index].Cents);

    private static double Clicks(RealismYear year, int position) => year.Days.Sum(day => day.GroupBy(offer => offer.Listing).Sum(page => page.First().SearchPosition == position ? page.Sum(offer => (double)offer.Sessions) : 0));
}
