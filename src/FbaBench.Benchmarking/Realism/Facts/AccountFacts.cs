namespace FbaBench;

/// <summary>SF28 to SF31: fees, returns, funds, and what a stock-out leaves.</summary>
internal static class AccountFacts
{
    private const double MostPounds = 3;

    /// <summary>Categories in the order of their return rates.</summary>
    private static readonly string[] ByReturns = ["grocery_gourmet", "toys_games", "home_kitchen", "consumer_electronics"];

    /// <summary>SF28: mean of referral and fulfilment over price, own items in home and kitchen of 15 to 50 dollars, large standard size up to three pounds.</summary>
    public static FactValue FeeBurden(IEnumerable<OfferObservation> items) => new(Sample.Mean([.. items.Where(IsMeasured)
        .Select(offer => (offer.ReferralFee + offer.FulfilmentFee).Cents / (double)offer.Price.Cents)]));

    /// <summary>SF29: returned over sold units of consumer electronics, and the order of categories.</summary>
    public static FactValue Returns(IReadOnlyDictionary<string, (long Sold, long Returned)> byCategory)
    {
        double?[] rates = [.. ByReturns.Select(category => byCategory.TryGetValue(category, out var units) ? Sample.Ratio(units.Returned, units.Sold) : null)];
        return new(rates[^1], rates.Zip(rates.Skip(1), (lower, higher) => lower < higher).All(rises => rises));
    }

    /// <summary>SF30: mean days from order to available funds; the mean wait of available funds for the payout is told beside it.</summary>
    public static FactValue CashLag(SettlementTrial settlement) => new(
        Sample.Ratio(settlement.HeldCentDays, settlement.Net),
        Note: Sample.Ratio(settlement.WaitingCentDays, settlement.PaidOut) is { } wait ? FormattableString.Invariant($"then {wait:0.0} days to the payout, not counted") : "");

    /// <summary>SF31: sales of the fourteen days after a stock-out of fourteen days over those of the fourteen days before it.</summary>
    public static FactValue AfterStockOut(StockOutTrials trials) => new(Sample.Ratio(trials.After, trials.Before));

    private static bool IsMeasured(OfferObservation offer) =>
        offer.Info.Category == "home_kitchen" && offer.Price.Cents is >= 1_500 and <= 5_000 && offer.Info.WeightPounds <= MostPounds && IsLargeStandard(offer.Info);

    /// <summary>At most 18 × 14 × 8 inches, and more than a small standard package of 15 × 12 × 0.75 inches and a pound.</summary>
    private static bool IsLargeStandard(OfferInfo info)
    {
        double[] sides = [.. new[] { info.Size.Length, info.Size.Width, info.Size.Height }.OrderDescending()];
        var isSmall = sides[0] <= 15 && sides[1] <= 12 && sides[2] <= 0.75 && info.WeightPounds <= 1;
        return !isSmall && sides[0] <= 18 && sides[1] <= 14 && sides[2] <= 8;
    }
}
