namespace FbaBench;

/// <summary>Unsellable units: to rework where what comes back is worth more than it costs, else to a liquidator once they fill a carton.</summary>
internal static class Disposal
{
    private const int Carton = 10;

    public static void Clear(Observation today, ReadOnlySpan<GoodsSource> sources, List<Command> commands)
    {
        for (var i = 0; i < sources.Length; i++)
        {
            var offer = today.Offers[i];
            if (offer.UnsellableUnits < Carton)
            {
                continue;
            }

            var worth = today.Rules.ReworkShare * sources[i].LandedCost.Cents;
            var isWorth = worth > (offer.RemovalFee + today.Rules.ReworkFee).Cents && today.Day + today.Rules.ReworkDays + Carton < today.LastDecisionDay;
            commands.Add(new DisposeUnsellable(offer.Id, offer.UnsellableUnits, isWorth ? DisposalPath.Rework : DisposalPath.Liquidate));
        }
    }
}
