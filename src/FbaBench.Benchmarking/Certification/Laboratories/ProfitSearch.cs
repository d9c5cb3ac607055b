namespace FbaBench;

/// <summary>
/// The price of the highest profit, by playing: a scan finds the neighbourhood, then the root of the marginal profit, taken
/// from plays at four prices around (differences of fourth order), by regula falsi (Illinois).
/// </summary>
/// <param name="profit">Profit of a play at a price in whole cents.</param>
/// <param name="step">Distance of the four prices in cents.</param>
internal sealed class ProfitSearch(Func<long, double> profit, long step)
{
    private const int ScanPoints = 32;
    private const int MostTrials = 60;

    /// <summary>A maximum: where, and how far the root may be off.</summary>
    /// <param name="Cents">The price, in cents and fractions of them.</param>
    /// <param name="Rounding">Half a cent, what rounded profits move the root, and the error of the differences.</param>
    public readonly record struct Maximum(double Cents, double Rounding);

    /// <summary>The highest profit between two prices.</summary>
    /// <param name="low">Lowest price scanned.</param>
    /// <param name="high">Highest price scanned.</param>
    /// <param name="noise">How far a play's profit may be off by rounding.</param>
    public Maximum Over(long low, long high, double noise)
    {
        var (best, top) = (low, double.NegativeInfinity);
        var gap = Math.Max(1, (high - low) / ScanPoints);
        for (var price = low; price <= high; price += gap)
        {
            var found = profit(price);
            (best, top) = found > top ? (price, found) : (best, top);
        }

        return Between(Math.Max(low, best - gap), Math.Min(high, best + gap), noise);
    }

    /// <summary>The highest profit near a price, not below the lowest: the bracket grows until the marginal profit changes sign.</summary>
    public Maximum Near(double price, double width, long lowest, double noise)
    {
        var half = Math.Max(4.0 * step, width);
        for (var trial = 0; trial < MostTrials; trial++, half *= 2)
        {
            var (low, high) = ((long)Math.Max(lowest, price - half), (long)(price + half));
            if (Marginal(low, step) > 0 && Marginal(high, step) < 0)
            {
                return Between(low, high, noise);
            }
        }

        throw new InvariantException($"No price around {price:0} cents has a highest profit.");
    }

    private Maximum Between(long low, long high, double noise)
    {
        var (a, b) = ((double)low, (double)high);
        var (atA, atB) = (Marginal(low, step), Marginal(high, step));
        if (!(atA > 0 && atB < 0))
        {
            throw new InvariantException($"The highest profit from {low} to {high} cents lies at an end.");
        }

        var (weightA, weightB) = (atA, atB);
        var side = 0;
        var price = a;
        for (var trial = 0; trial < MostTrials && b - a > 1; trial++)
        {
            price = Math.Clamp(Math.Round(((a * weightB) - (b * weightA)) / (weightB - weightA)), a + 1, b - 1);
            var at = Marginal((long)price, step);
            if (Math.Abs(at) * (b - a) < (atA - atB) / 4)
            {
                // Less than a quarter of a cent from the root.
                break;
            }

            if (at > 0)
            {
                (a, atA, weightA, weightB) = (price, at, at, side > 0 ? weightB / 2 : weightB);
                side = 1;
            }
            else
            {
                (b, atB, weightB, weightA) = (price, at, at, side < 0 ? weightA / 2 : weightA);
                side = -1;
            }
        }

        return At(price, noise);
    }

    /// <summary>One step of Newton from the nearest cent, and what limits it.</summary>
    private Maximum At(double cents, double noise)
    {
        var price = (long)cents;
        var curvature = (Marginal(price - step, step) - Marginal(price + step, step)) / (2 * step);
        var marginal = Marginal(price, step);
        var coarse = Marginal(price, 2 * step);
        var truncation = Math.Abs(marginal - coarse) / 15;
        return new(price + (marginal / curvature), 0.5 + (((1.5 * noise / step) + truncation) / curvature));
    }

    private double Marginal(long price, long distance) =>
        ((8 * (profit(price + distance) - profit(price - distance))) - (profit(price + (2 * distance)) - profit(price - (2 * distance)))) / (12.0 * distance);
}
