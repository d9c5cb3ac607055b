namespace FbaBench;

/// <summary>A line of credit that grows with what a seller has been paid out (economics, section 5).</summary>
public sealed record CreditTerms
{
    /// <summary>Days of payouts that the limit looks back on, today included.</summary>
    public const int WindowDays = 90;

    /// <summary>Limit as a share of the payouts of the last 90 days, 0 to 1; default 0.1. Zero at the start, as nothing has been paid out; 0 is no credit.</summary>
    public double LimitShare { get; init; } = 0.1;

    /// <summary>Interest a year, 0.18 to 0.24 (in a laboratory 0 to 10); default 0.21. It accrues every evening on what is owed and is due at once.</summary>
    public double AnnualRate { get; init; } = 0.21;

    /// <summary>Days before the last decision day from which nothing more is lent, 0 to 3,650; default 60.</summary>
    public int ClosedBeforeEndDays { get; init; } = 60;
}
