namespace FbaBench;

/// <summary>
/// Logarithms of what two gamblers own who bet against one mean of values in [0, 1], one that it is higher, one that it is lower. If the
/// mean is true neither's wealth is expected to grow, whatever the values' law, and half of each added up stays below 1/α at all
/// times with chance 1 − α (Ville). A stake never risks more than half of the wealth.
/// </summary>
internal struct Wealth(double mean)
{
    private const double MostRisked = 0.5;

    public double Higher { get; private set; }

    public double Lower { get; private set; }

    public void Add(double value, double stake)
    {
        Higher += Math.Log(1 + HigherGain(mean, value, stake));
        Lower += Math.Log(1 + LowerGain(mean, value, stake));
    }

    /// <summary>Gain a unit of wealth of who bets on a higher mean; falls as the mean rises.</summary>
    public static double HigherGain(double mean, double value, double stake) => Math.Min(stake, MostRisked / mean) * (value - mean);

    /// <summary>Gain a unit of wealth of who bets on a lower mean; rises with the mean.</summary>
    public static double LowerGain(double mean, double value, double stake) => Math.Min(stake, MostRisked / (1 - mean)) * (mean - value);
}
