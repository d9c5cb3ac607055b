namespace FbaBench.Market;

/// <summary>
/// One row of a rate card: it holds up to <see cref="MaxPounds"/> (included); above <see cref="AbovePounds"/> every started
/// interval of weight adds to the fee. Amounts are by price band; a card without bands repeats the amount.
/// </summary>
internal sealed record RateRow(decimal? MaxPounds, decimal UnderTen, decimal Middle, decimal OverFifty, decimal PerInterval, decimal IntervalPounds, decimal AbovePounds)
{
    public decimal Charge(decimal fee, decimal weight) =>
        PerInterval == 0 || weight <= AbovePounds
            ? fee
            : fee + (PerInterval * decimal.Ceiling((weight - AbovePounds) / IntervalPounds));
}

/// <summary>Rows in ascending weight.</summary>
internal sealed class RateRows(IReadOnlyList<RateRow> rows)
{
    /// <summary>The row for a weight, or null when the card ends below it.</summary>
    public RateRow? For(decimal weight)
    {
        foreach (var row in rows)
        {
            if (weight <= (row.MaxPounds ?? weight))
            {
                return row;
            }
        }

        return null;
    }
}

/// <summary>Where the price bands of the fulfilment cards lie: below 10.00, from 10.00 to 50.00, above 50.00.</summary>
internal static class PriceBands
{
    public const long TenDollars = 1_000;
    public const long FiftyDollars = 5_000;

    public static decimal Pick(RateRow row, Money price) =>
        price.Cents < TenDollars ? row.UnderTen : price.Cents <= FiftyDollars ? row.Middle : row.OverFifty;
}
