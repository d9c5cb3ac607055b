namespace FbaBench;

/// <summary>What the page shows of an agent over all worlds of a scenario.</summary>
internal sealed class AgentPicture
{
    private readonly Dictionary<TransferReason, double[]> _charges;

    internal AgentPicture(string agent, int worlds, int months, NetWorthBand netWorth, IReadOnlyList<ScoreLine> lines, long scoreCents, Dictionary<TransferReason, double[]> charges)
    {
        Agent = agent;
        Worlds = worlds;
        Months = months;
        NetWorth = netWorth;
        Lines = lines;
        ScoreCents = scoreCents;
        _charges = charges;
    }

    public string Agent { get; }

    /// <summary>Worlds that the agent finished.</summary>
    public int Worlds { get; }

    /// <summary>Calendar months of the longest world.</summary>
    public int Months { get; }

    public NetWorthBand NetWorth { get; }

    /// <summary>
    /// From revenue to score, mean over worlds. Amounts are whole cents, each within a cent of its mean, and add up to
    /// <see cref="ScoreCents"/>.
    /// </summary>
    public IReadOnlyList<ScoreLine> Lines { get; }

    /// <summary>Mean score in whole cents.</summary>
    public long ScoreCents { get; }

    /// <summary>Mean revenue in whole cents.</summary>
    public long RevenueCents => Sum(ScoreGroup.Revenue);

    /// <summary>Mean fees in whole cents, above zero when charged.</summary>
    public long FeeCents => -Sum(ScoreGroup.Fees);

    /// <summary>Mean charge of every fee in whole cents, what was given back taken off; the sum is <see cref="FeeCents"/>.</summary>
    public IEnumerable<(TransferReason Fee, long Cents)> Fees => Lines.Where(line => line.Group == ScoreGroup.Fees)
        .GroupBy(line => ScoreReasons.FeeType(line.Reason)).Select(fee => (fee.Key, -fee.Sum(line => line.Cents)));

    /// <summary>Mean charge of a fee in a month, in dollars; negative when more was given back.</summary>
    public double MonthlyCharge(TransferReason fee, int month) => _charges.TryGetValue(fee, out var months) ? months[month] : 0;

    private long Sum(ScoreGroup group) => Lines.Where(line => line.Group == group).Sum(line => line.Cents);
}

/// <summary>Net worth over worlds in dollars: median and the band of the middle 80 %.</summary>
/// <param name="Days">The days of the entries, ascending.</param>
/// <param name="Low">10 % quantile.</param>
/// <param name="Median">Median.</param>
/// <param name="High">90 % quantile.</param>
internal sealed record NetWorthBand(IReadOnlyList<int> Days, IReadOnlyList<double> Low, IReadOnlyList<double> Median, IReadOnlyList<double> High);
