namespace FbaBench;

/// <summary>An episode's metrics while its days go by, and whether its books balance on every evening.</summary>
internal sealed class MeasuredEpisode(IReadOnlyList<Metric> metrics)
{
    private readonly MetricFolds _folds = new(metrics);
    private int _unbalanced;
    private Books? _last;

    /// <summary>Whether no metric keeps an observation, or reads a morning.</summary>
    public bool ReadsOnlyTheEvening => _folds.ReadsOnlyTheEvening;

    public void Take(EpisodeDay day)
    {
        _last = day.Books;
        _unbalanced += Balances(_last) ? 0 : 1;
        _folds.Take(day);
    }

    public MetricsDocument Finish(EpisodeResult result) => new()
    {
        Key = result.Key,
        StateHash = result.StateHash,
        EventHash = result.EventHash,
        UnbalancedDays = _unbalanced,
        Settled = _last is { } books && books.NetWorth == books.Balance(Account.Cash),
        Values = _folds.Finish(),
    };

    /// <summary>Debits equal credits, and what was earned is what was gained.</summary>
    private static bool Balances(Books books)
    {
        long sum = 0;
        for (var account = Account.Cash; account <= Account.Inference; account++)
        {
            sum += books.Balance(account).Cents;
        }

        return sum == 0 && books.NetWorth == books.NetIncome - books.Balance(Account.Capital);
    }
}
