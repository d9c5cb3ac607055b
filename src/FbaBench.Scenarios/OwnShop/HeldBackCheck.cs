namespace FbaBench;

/// <summary>How the fitted shop foresaw months that it was not shown.</summary>
/// <param name="First">First held-back day.</param>
/// <param name="Last">Last one.</param>
/// <param name="Months">A product and month each.</param>
public sealed record HeldBackCheck(SimDate First, SimDate Last, IReadOnlyList<HeldBackMonth> Months)
{
    /// <summary>Share of product-months whose units lie in the 90 % interval.</summary>
    public double Coverage90 { get; init; }

    /// <summary>Share in the 50 % interval: near 0.5 when the intervals are not too wide.</summary>
    public double Coverage50 { get; init; }

    /// <summary>Median over product-months of the 90 % interval's width against the expected units.</summary>
    public double RelativeWidth { get; init; }

    /// <summary>Shares of product-months by tenth of the predicted distribution: 0.1 each when it is right.</summary>
    public IReadOnlyList<double> Tenths { get; init; } = [];

    internal static HeldBackCheck Of(SimDate first, SimDate last, IReadOnlyList<HeldBackMonth> months)
    {
        var widths = months.Select(month => (month.High - month.Low) / Math.Max(1, month.Expected)).Order().ToArray();
        return new HeldBackCheck(first, last, months)
        {
            Coverage90 = months.Average(month => month.Units >= month.Low && month.Units <= month.High ? 1.0 : 0),
            Coverage50 = months.Average(month => month.Rank is >= 0.25 and <= 0.75 ? 1.0 : 0),
            RelativeWidth = Math.Round(widths[widths.Length / 2], 4),
            Tenths = [.. Enumerable.Range(0, 10).Select(tenth => Math.Round(months.Average(month => Math.Min(9, (int)(month.Rank * 10)) == tenth ? 1.0 : 0), 4))],
        };
    }
}

/// <summary>Units of a product in a held-back month.</summary>
/// <param name="Sku">Product code.</param>
/// <param name="Month">First day of the month.</param>
/// <param name="Units">Units sold.</param>
/// <param name="Low">5 % quantile of the predicted units.</param>
/// <param name="Median">Their median.</param>
/// <param name="Expected">Their mean.</param>
/// <param name="High">95 % quantile.</param>
/// <param name="Rank">Share of predicted futures below the units sold, ties counted half.</param>
public sealed record HeldBackMonth(string Sku, SimDate Month, long Units, double Low, double Median, double Expected, double High, double Rank)
{
    internal static HeldBackMonth Of(string sku, SimDate month, long units, long[] futures)
    {
        Array.Sort(futures);
        var rank = (futures.Count(one => one < units) + (futures.Count(one => one == units) / 2.0)) / futures.Length;
        return new(sku, month, units, At(0.05), At(0.5), Math.Round(futures.Average(), 2), At(0.95), Math.Round(rank, 4));

        double At(double share) => futures[(int)(share * (futures.Length - 1))];
    }
}
