namespace FbaBench;

/// <summary>
/// A tuned rule: asks cost plus the margin that a logit demand of the literature's price response makes best, and keeps
/// stock to a base level of lead time, safety and one cycle, within its cash.
/// </summary>
/// <remarks>
/// Margin rule: with a constant logit slope, the best price is the unit's cost after the referral share plus the reference
/// price over the elasticity; the elasticity is the literature's median for private label, 2.6 (market-parameters.json,
/// demand_choice).
/// </remarks>
public sealed class BaseStock : IAgent
{
    private const double Elasticity = 2.6;

    /// <inheritdoc/>
    public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(today);
        var commands = new List<Command>();
        foreach (var offer in today.Offers)
        {
            var price = MarginPrice(offer);
            if (price != offer.Price)
            {
                commands.Add(new SetPrice(offer.Id, price));
            }
        }

        StockPlan.AddOrders(today, commands);
        return new(new Decision(commands));
    }

    /// <summary>Cost of a unit after the referral share, plus the reference price over the elasticity.</summary>
    internal static Money MarginPrice(in OfferObservation offer)
    {
        var asked = offer.IsOpen ? offer.Price : offer.ReferencePrice;
        var referralShare = offer.ReferralFee.Cents / (double)asked.Cents;
        var unit = offer.BestQuote.LandedCostAtMinimum + offer.FulfilmentFee;
        var price = (unit.Cents / (1 - referralShare)) + (offer.ReferencePrice.Cents / Elasticity);
        return new(Math.Max(1, (long)Math.Round(price)));
    }
}
