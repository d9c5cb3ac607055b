using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench.Market;

/// <summary>Durations in whole days from keyed draws.</summary>
internal static class Durations
{
    /// <summary>The usual days from delivery to return (market-parameters.json, returns/days_to_return_lognormal).</summary>
    private static readonly LeadTime UsualReturn = new(12, 0.6, 1, WorldLayout.ReturnWithinDays);

    public static int Days(LeadTime time, double uniform)
    {
        if (time.MedianDays == 0)
        {
            return time.MinimumDays;
        }

        var days = time.Sigma == 0 ? time.MedianDays : time.MedianDays * DetMath.Exp(time.Sigma * DetMath.NormalQuantile(uniform));
        return Math.Clamp((int)Math.Floor(days + 0.5), time.MinimumDays, time.MaximumDays);
    }

    /// <summary>Days from sale to return, at least one day after delivery and at most <see cref="WorldLayout.ReturnWithinDays"/>.</summary>
    public static int ReturnAfterSale(LeadTime? days, int deliveryDays, double uniform) =>
        Math.Min(WorldLayout.ReturnWithinDays, deliveryDays + Days(days ?? UsualReturn, uniform));

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
