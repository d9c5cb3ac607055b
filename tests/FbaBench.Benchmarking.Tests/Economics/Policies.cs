namespace FbaBench.Tests.Economics;

/// <summary>How a simple policy orders.</summary>
public enum Reorder
{
    Never,
    Once,
    BaseStock,
}

/// <summary>One price for ever: a multiple of the landed cost of the best quote.</summary>
internal sealed class ConstantPrice(double factor, Reorder reorder) : IAgent
{
    public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
    {
        var commands = new List<Command>();
        if (today.Day == 0)
        {
            commands.AddRange(today.Offers.Select(offer => new SetPrice(offer.Id, new((long)(offer.BestQuote.LandedCostAtMinimum.Cents * factor)))));
        }

        if (reorder == Reorder.BaseStock || (reorder == Reorder.Once && today.Day == 0))
        {
            StockPlan.AddOrders(today, GoodsSource.Of(today), commands, StockRule.Tuned);
        }

        return new(new Decision(commands));
    }
}

/// <summary>Base stock with a trick before the end.</summary>
internal sealed class EndGame(EndGame.Trick trick) : IAgent
{
    public enum Trick
    {
        None,
        WindDown,
        WindDownLate,
        Dump,
        OverOrder,
        RaisePrices,
        CutPrices,
    }

    private readonly BaseStock _base = new();

    public async ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
    {
        var decision = await _base.DecideAsync(today, context, cancellationToken);
        var left = today.LastDecisionDay - today.Day;
        return new Decision(
        [
            .. decision.Commands.Where(command => !(command is PlaceOrder && Stops(left)) && !(command is SetPrice && Reprices(left))),
            .. Extra(today, left),
        ]);
    }

    private bool Stops(int left) => (trick == Trick.WindDown && left < 150) || (trick == Trick.WindDownLate && left < 90);

    private bool Reprices(int left) => trick is Trick.RaisePrices or Trick.CutPrices && left <= 28;

    private IEnumerable<Command> Extra(Observation today, int left)
    {
        foreach (var offer in today.Offers)
        {
            switch (trick)
            {
                case Trick.Dump when left == 0 && offer.UnitsOnHand > 0:
                    yield return new Liquidate(offer.Id, offer.UnitsOnHand);
                    break;
                case Trick.OverOrder when left == 75:
                    yield return new PlaceOrder(offer.Id, offer.BestQuote.Supplier, offer.BestQuote.MinimumUnits);
                    break;
                case Trick.RaisePrices when left == 28:
                    yield return new SetPrice(offer.Id, offer.Price * 2);
                    break;
                case Trick.CutPrices when left == 28:
                    yield return new SetPrice(offer.Id, new(offer.Price.Cents * 85 / 100));
                    break;
            }
        }
    }
}
