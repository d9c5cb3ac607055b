namespace FbaBench;

/// <summary>
/// Gives commands at random, all of them valid as far as the observation tells: prices from half to twice the reference
/// price, small orders that cash covers, now and then a closed offer or a liquidation. A floor that any plan should beat.
/// </summary>
public sealed class RandomValid : IForkableAgent
{
    private const double PriceChance = 0.10;
    private const double OrderChance = 0.02;
    private const double CloseChance = 0.005;
    private const double LiquidateChance = 0.002;
    private const double ShareOfCashAnOrder = 0.25;

    /// <inheritdoc/>
    public bool ReadsOnlyWhileDeciding => true;

    /// <inheritdoc/>
    public IForkableAgent Fork() => new RandomValid();

    /// <inheritdoc/>
    public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(today);
        ArgumentNullException.ThrowIfNull(context);
        var commands = new List<Command>();
        var cash = today.Cash - today.BalancesOwed;
        for (var i = 0; i < today.Offers.Count; i++)
        {
            var offer = today.Offers[i];
            if (context.Uniform("price", today.Day, i) < PriceChance)
            {
                var factor = 0.5 + (1.5 * context.Uniform("factor", today.Day, i));
                commands.Add(new SetPrice(offer.Id, new Money(Math.Max(1, (long)(offer.ReferencePrice.Cents * factor)))));
            }
            else if (offer.IsOpen && context.Uniform("close", today.Day, i) < CloseChance)
            {
                commands.Add(new CloseOffer(offer.Id));
            }

            if (context.Uniform("order", today.Day, i) < OrderChance && Order(offer, context, today.Day, i, cash) is { } order)
            {
                commands.Add(order.Command);
                cash -= order.Cost;
            }

            if (offer.UnitsOnHand > 0 && context.Uniform("liquidate", today.Day, i) < LiquidateChance)
            {
                commands.Add(new Liquidate(offer.Id, 1 + (int)(context.Uniform("units", today.Day, i) * (offer.UnitsOnHand - 1))));
            }
        }

        return new(new Decision(commands));
    }

    private static (PlaceOrder Command, Money Cost)? Order(OfferObservation offer, AgentContext context, int day, int i, Money cash)
    {
        var quote = offer.Quotes[(int)(context.Uniform("supplier", day, i) * offer.Quotes.Count)];
        var units = (int)(quote.MinimumUnits * (1 + context.Uniform("order-size", day, i)));
        var cost = quote.LandedCost(units) * units;
        return cost.Cents <= ShareOfCashAnOrder * cash.Cents ? (new PlaceOrder(offer.Id, quote.Supplier, units), cost) : null;
    }
}
