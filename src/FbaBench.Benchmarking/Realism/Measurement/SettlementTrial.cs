namespace FbaBench;

/// <summary>
/// What becomes of the sales of the first 300 days: on the fork at their end the seller closes, and everything that is under way arrives. Mean days until funds are
/// available by Little's law: held funds summed over mornings, over the funds that came in.
/// </summary>
internal sealed class SettlementTrial
{
    public const int LastDay = 300;

    /// <summary>Returns come at most 45 days after the sale; funds of a late delivery leave their reserve sooner.</summary>
    private const int WaitDays = 48;

    private readonly Dictionary<string, (long Sold, long Returned)> _byCategory = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> _categories = [];

    /// <summary>Net funds of sales, in cents.</summary>
    public double Net { get; private set; }

    /// <summary>Funds held and not available, summed over mornings.</summary>
    public double HeldCentDays { get; private set; }

    /// <summary>Funds available and not paid out, summed over mornings.</summary>
    public double WaitingCentDays { get; private set; }

    public double PaidOut { get; private set; }

    /// <summary>Units sold and units of them returned, by category of the fee tables.</summary>
    public IReadOnlyDictionary<string, (long Sold, long Returned)> ByCategory => _byCategory;

    /// <summary>Counts a day and the morning after it.</summary>
    public void Add(Simulation evening, Observation morning)
    {
        foreach (var offer in morning.Offers)
        {
            _categories.TryAdd(offer.Id.Index, offer.Info.Category);
        }

        HeldCentDays += (morning.Receivable - morning.Available).Cents;
        WaitingCentDays += Math.Max(0, morning.Available.Cents);
        foreach (var transfer in evening.Transfers)
        {
            var cents = (double)transfer.Amount.Cents;
            Net += transfer.Reason switch
            {
                TransferReason.Sale => cents,
                TransferReason.ReferralFee or TransferReason.FulfilmentFee or TransferReason.LowInventory => -cents,
                _ => 0,
            };
            PaidOut += transfer.Reason == TransferReason.Payout ? cents : 0;
        }

        foreach (var item in evening.Events)
        {
            if (item.Kind is EventKind.Sale or EventKind.Returned)
            {
                var category = _categories[item.Offer.Index];
                var (sold, returned) = _byCategory.GetValueOrDefault(category);
                _byCategory[category] = item.Kind == EventKind.Sale ? (sold + item.Units, returned) : (sold, returned + item.Units);
            }
        }
    }

    /// <summary>Closes every offer on a fork and waits.</summary>
    public void Finish(Simulation morning)
    {
        var fork = morning.Fork();
        IReadOnlyList<Command> commands = [.. fork.Observe(Forks.Seat).Offers.Select(offer => new CloseOffer(offer.Id))];
        for (var day = 0; day < WaitDays; day++)
        {
            fork.Play(commands);
            commands = [];
            Add(fork, fork.Observe(Forks.Seat));
        }
    }
}
