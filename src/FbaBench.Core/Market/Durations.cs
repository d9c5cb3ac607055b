using FbaBench.Primitives;

namespace FbaBench.Market;

/// <summary>Durations in whole days from keyed draws.</summary>
internal static class Durations
{
    /// <summary>Median and log deviation of the days from delivery to return (market-parameters.json, returns/days_to_return_lognormal).</summary>
    private const double ReturnMedianDays = 12;
    private const double ReturnSigma = 0.6;

    public static int Days(LeadTime time, double uniform)
    {
        if (time.MedianDays == 0)
        {
            return time.MinimumDays;
        }

        var days = time.Sigma == 0 ? time.MedianDays : time.MedianDays * DetMath.Exp(time.Sigma * DetMath.NormalQuantile(uniform));
        return Math.Clamp((int)Math.Floor(days + 0.5), time.MinimumDays, time.MaximumDays);
    }

    /// <summary>Days from sale to return, at least one day after delivery and at most <paramref name="longest"/>.</summary>
    public static int ReturnAfterSale(int deliveryDays, double uniform, int longest)
    {
        var days = ReturnMedianDays * DetMath.Exp(ReturnSigma * DetMath.NormalQuantile(uniform));
        return Math.Min(longest, deliveryDays + Math.Max(1, (int)Math.Floor(days + 0.5)));
    }

    /// <summary>1 to 4: days from sale to delivery.</summary>
    public static int Delivery(IReadOnlyList<double> chances, double uniform)
    {
        var sum = 0.0;
        for (var i = 0; i < chances.Count - 1; i++)
        {
            sum += chances[i];
            if (uniform < sum)
            {
                return i + 1;
            }
        }

        return chances.Count;
    }
}
