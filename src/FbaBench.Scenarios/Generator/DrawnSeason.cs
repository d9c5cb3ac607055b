namespace FbaBench.Scenarios.Generator;

/// <summary>The year of a niche. Patterns other than the generic one are modelling assumptions.</summary>
internal static class DrawnSeason
{
    /// <summary>market-parameters.json, seasonality/month_index_generic.</summary>
    public static IReadOnlyList<double> Generic { get; } = [0.92, 0.88, 0.95, 0.93, 0.95, 0.95, 1.05, 0.95, 0.93, 0.98, 1.25, 1.26];

    /// <summary>As holiday-peak: a real gift shop sold 38 % in the fourth quarter (seasonality/q4_share), single products more.</summary>
    public static IReadOnlyList<double> Gifts { get; } = [0.66, 0.7, 0.75, 0.75, 0.77, 0.77, 0.82, 0.83, 0.85, 1.0, 1.8, 2.3];

    /// <summary>Spring and early summer.</summary>
    public static IReadOnlyList<double> Garden { get; } = [0.45, 0.6, 1.1, 1.9, 2.1, 1.7, 1.2, 0.9, 0.7, 0.5, 0.45, 0.4];

    /// <summary>Beach, pool and camping.</summary>
    public static IReadOnlyList<double> Summer { get; } = [0.5, 0.5, 0.7, 1.0, 1.5, 2.0, 2.1, 1.5, 0.75, 0.5, 0.5, 0.45];

    /// <summary>The milder weekday pattern of market-parameters.json (seasonality/us_day_of_week_alternative).</summary>
    public static IReadOnlyList<double> Weekdays { get; } = [1.06, 1.04, 1.02, 1.0, 0.96, 0.93, 0.99];

    /// <summary>Sales by month, January first, mean 1.</summary>
    public static double[] Months(Draws niche, IReadOnlyList<double> pattern, double volatility)
    {
        var strength = Knob.Linear(volatility, 0.6, 1.4);
        var deviation = Knob.Linear(volatility, 0.02, 0.12);
        return NicheLevel.ToMeanOne(pattern.Select((index, month) => (1 + (strength * (index - 1))) * niche.LogNormal($"month-{month + 1}", 1, deviation)));
    }
}
