namespace FbaBench;

/// <summary>
/// The health of a seller's account: a rating in points, the order defect rate, and suspension (market-parameters.json, account_health).
/// Points are 200, plus 4 for every 200 orders of the last 180 days, less those of the violations in the last 180 days, held within 0 and 1,000.
/// </summary>
public sealed record HealthTerms
{
    /// <summary>Days over which orders and violations count.</summary>
    public const int PointDays = 180;

    /// <summary>Days over which the order defect rate is taken.</summary>
    public const int DefectDays = 60;

    /// <summary>Points at the start.</summary>
    public const int OpeningPoints = 200;

    /// <summary>Orders that earn <see cref="PointsEarned"/>.</summary>
    public const int OrdersForPoints = 200;

    /// <summary>Points for every <see cref="OrdersForPoints"/> orders.</summary>
    public const int PointsEarned = 4;

    /// <summary>Below them the account is suspended, 0 to 200; default 100.</summary>
    public int SuspendedBelow { get; init; } = 100;

    /// <summary>Order defect rate from which the account is suspended, 0.000001 to 1; default 0.01.</summary>
    public double DefectRateLimit { get; init; } = 0.01;

    /// <summary>Fewest orders in the window for the rate to count, 1 to 1,000,000; default 100, a modelling assumption.</summary>
    public int FewestOrders { get; init; } = 100;

    /// <summary>Points of a claim against a listing that nobody answered, 0 to 1,000; default 4.</summary>
    public int ClaimPoints { get; init; } = 4;

    /// <summary>Points of a notice that nobody answered, 0 to 1,000; default 2.</summary>
    public int NoticePoints { get; init; } = 2;

    /// <summary>Points of bought reviews that are found, and of claims that are false, 0 to 1,000; default 8.</summary>
    public int ViolationPoints { get; init; } = 8;

    /// <summary>Days from an appeal to its answer; default median 10, sigma 0.9, 2 to 90.</summary>
    public LeadTime Reinstatement { get; init; } = new(10, 0.9, 2, 90);

    /// <summary>Days after which an account is reinstated without an appeal, 1 to 365; default 90.</summary>
    public int LongestSuspension { get; init; } = 90;

    /// <summary>Days for which payouts are held when nobody answered a notice, that day included, 0 to 90; default 14, a modelling assumption.</summary>
    public int HoldDays { get; init; } = 14;
}
