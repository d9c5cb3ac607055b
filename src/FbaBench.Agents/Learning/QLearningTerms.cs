namespace FbaBench;

/// <summary>
/// How a seller learns: Q-learning in a table (Watkins 1989), exploring with probability e^(−β t) in period t. The defaults are those of Calvano, Calzolari,
/// Denicolò and Pastorello (American Economic Review 2020).
/// </summary>
public sealed record QLearningTerms
{
    /// <summary>α, the weight of what a period taught, above 0 to 1; default 0.15.</summary>
    public double LearningRate { get; init; } = 0.15;

    /// <summary>β, by which the logarithm of the chance to explore falls in a period, 1e-9 to 1; default 4e-6.</summary>
    public double ExplorationDecay { get; init; } = 4e-6;

    /// <summary>δ, the worth of a period's profit one period earlier, 0 to below 1; default 0.95.</summary>
    public double Discount { get; init; } = 0.95;

    /// <summary>Periods without a change of either seller's best price in any state after which learning ends, 1 to 1,000,000,000; default 100,000.</summary>
    public int UnchangedPeriods { get; init; } = 100_000;

    /// <summary>Periods after which learning ends though prices still change, 1 to 1,000,000,000; default 20,000,000.</summary>
    public int MostPeriods { get; init; } = 20_000_000;

    /// <summary>e^(−β) as its series: the same bits on every machine.</summary>
    internal double KeptExploration
    {
        get
        {
            var (sum, term) = (1.0, 1.0);
            for (var i = 1; i <= 25; i++)
            {
                term *= -ExplorationDecay / i;
                sum += term;
            }

            return sum;
        }
    }

    internal QLearningTerms Checked()
    {
        Check(nameof(LearningRate), LearningRate is > 0 and <= 1, LearningRate, "above 0 to 1");
        Check(nameof(ExplorationDecay), ExplorationDecay is >= 1e-9 and <= 1, ExplorationDecay, "1e-9 to 1");
        Check(nameof(Discount), Discount is >= 0 and < 1, Discount, "0 to below 1");
        Check(nameof(UnchangedPeriods), UnchangedPeriods is >= 1 and <= 1_000_000_000, UnchangedPeriods, "1 to 1,000,000,000");
        Check(nameof(MostPeriods), MostPeriods is >= 1 and <= 1_000_000_000, MostPeriods, "1 to 1,000,000,000");
        return this;
    }

    private static void Check(string name, bool holds, double value, string right)
    {
        if (!holds)
        {
            throw new ArgumentException(FormattableString.Invariant($"{name} is {value}; allowed is {right}."));
        }
    }
}
