namespace FbaBench;

/// <summary>Why an interval is not trusted.</summary>
[Flags]
public enum IntervalDoubt
{
    /// <summary>Nothing speaks against it.</summary>
    None = 0,

    /// <summary>One world or none: there is no interval.</summary>
    SingleWorld = 1,

    /// <summary>Fewer worlds than max(32, 25 · skewness²): the t interval of skewed data covers less than it says.</summary>
    TooFewWorlds = 2,

    /// <summary>Every world has the same value: the spread is unknown, not zero; what is rare was not met.</summary>
    NoSpread = 4,

    /// <summary>One to four worlds lie further from the median than five robust standard deviations: what is rare was met too seldom for its share to be known.</summary>
    RareOutcomes = 8,

    /// <summary>Two worlds carry more than half of the spread: the interval is theirs.</summary>
    HeavyTails = 16,
}
