using FbaBench.World;

namespace FbaBench.Market;

/// <summary>Fee rules of every own offer of a world, and of its sellers' accounts. Shared by forks; never changes.</summary>
internal sealed class OfferFees
{
    private readonly ProductFees[] _byOwn;
    private readonly FeePolicy _policy;

    /// <exception cref="FeeTableMissingException">A day of the run has no table for a fee that will be due.</exception>
    public OfferFees(WorldModel model)
    {
        var definition = model.Definition;
        _policy = definition.Fees;
        var last = definition.Start.AddDays(definition.Days + definition.Account.RunOffDays);
        var byProduct = new Dictionary<string, ProductFees>(StringComparer.Ordinal);
        _byOwn = new ProductFees[model.Own.Length];
        foreach (var offer in model.Own)
        {
            if (!byProduct.TryGetValue(offer.ProductPath, out var fees))
            {
                fees = new ProductFees(offer.Product, _policy, definition.Start, last, model.Laboratory.Fees);
                byProduct.Add(offer.ProductPath, fees);
            }

            _byOwn[offer.Index] = fees;
        }
    }

    public ProductFees this[int own] => _byOwn[own];

    /// <summary>The selling plan of a month.</summary>
    public long SubscriptionCents(SimDate date)
    {
        if (_policy.Mode == FeeMode.None)
        {
            return 0;
        }

        var answer = FeeSchedule.Published.SellingPlan(_policy.RepeatYear is { } year ? FeeCalendar.InFeeYear(date, year) : date);
        return answer.Kind == FeeAnswerKind.NoTable ? throw new FeeTableMissingException(answer.Error!) : answer.Amount.Cents;
    }
}
