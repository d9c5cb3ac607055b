namespace FbaBench.Tests.Kernel.Training;

/// <summary>A learner's observation made of what a seller sees.</summary>
internal static class Features
{
    public static float[] Of(Observation today, Books books) =>
    [
        today.Day, today.IsTrading ? today.LastDecisionDay - today.Day + 1 : 0, today.Date.Month, today.Date.WeekdayFromMonday,
        Dollars(today.Cash), Dollars(today.Receivable), Dollars(today.UnpaidDues), Dollars(-books.Balance(Account.Loan)),
        Dollars(books.Balance(Account.SupplierDeposits)), Dollars(books.Balance(Account.Inventory)), Dollars(books.NetWorth),
        .. today.Offers.SelectMany(offer => Of(today, offer)),
    ];

    private static float[] Of(Observation today, OfferObservation offer)
    {
        var others = today.Competitors.Where(other => other.Niche == offer.Info.Niche && other.Price > Money.Zero).Select(other => other.Price.Cents).ToArray();
        return
        [
            Share(offer.Price.Cents), Dollars(offer.ReferencePrice), Share(others.Length == 0 ? 0 : others.Min()), Dollars(offer.LandedCost), Dollars(offer.ReferralFee),
            Dollars(offer.FulfilmentFee), offer.UnitsOnHand, offer.UnitsInbound, offer.UnitsYesterday, offer.SessionsYesterday, offer.LostYesterday, offer.ReturnedYesterday,
            offer.UnitsLast30Days, offer.LiveDaysLast30, (float)offer.FeaturedOfferShare, offer.Listing.SearchPosition ?? 0, offer.Listing.Reviews,
            (float)(offer.Listing.Rating ?? 0), Dollars(offer.Campaign?.Bid ?? Money.Zero), Dollars(offer.Campaign?.DailyBudget ?? Money.Zero),
            offer.BestQuote.MinimumUnits, offer.BestQuote.LeadTimeDays,
        ];

        float Share(long cents) => (float)(cents / (double)offer.ReferencePrice.Cents);
    }

    private static float Dollars(Money money) => (float)(money.Cents / 100.0);
}
