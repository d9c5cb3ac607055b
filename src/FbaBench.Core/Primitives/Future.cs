namespace FbaBench.Primitives;

/// <summary>
/// Another future of a world: from a day on everything is drawn under another key. What a world is (which suppliers cheat, how far they can be talked down, which shocks
/// come) and what is drawn for a month, a week or an earlier day stays as it was.
/// </summary>
/// <param name="Key">Key of its draws.</param>
/// <param name="FromDay">First day that is drawn anew.</param>
/// <param name="Month">Month of that day, counted as draws of months are: months after it are drawn anew.</param>
internal readonly record struct Future(ulong Key, int FromDay, int Month)
{
    private const int WeekDays = 7;
    private const int RivalMonthDays = 30;

    public static Future None { get; } = new(0, int.MaxValue, int.MaxValue);

    /// <summary>Whether there is one at all.</summary>
    public bool IsAnother => FromDay != int.MaxValue;

    /// <summary>Whether a draw belongs to it. Most are numbered by days, some by months or weeks, and some have no time.</summary>
    public bool Has(Mechanism mechanism, int day) => mechanism switch
    {
        Mechanism.Shock or Mechanism.Reservation or Mechanism.Honesty => false,
        Mechanism.ListingMonth or Mechanism.SeatMonth or Mechanism.ReviewDetection or Mechanism.AttackReview => day > Month,
        Mechanism.RivalBid => day > FromDay / WeekDays,
        Mechanism.RivalPresence => day > FromDay / RivalMonthDays,
        _ => day >= FromDay,
    };
}
