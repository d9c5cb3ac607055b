namespace FbaBench.Tests.Kernel.Training;

/// <summary>Actions of every kind, drawn by day, and the commands that they stand for, made as the documentation says and not as the kernel does.</summary>
internal static class Actions
{
    private static readonly float[] Prices = [float.NaN, 0.8f, 1, 1.1f, 1.3f, 0, -1, float.PositiveInfinity];
    private static readonly float[] Orders = [float.NaN, 0, 9.4f, 9.5f, 250, 612.5f, -5, 1e20f];
    private static readonly float[] Bids = [float.NaN, 0, 0.4f, 0.75f, 1e9f, -1];
    private static readonly float[] Budgets = [float.NaN, 0, 5, 40.005f, 1e12f];
    private static readonly float[] Sold = [float.NaN, 0, 0.9f, 3.7f, -2, 7];

    /// <summary>Mostly sensible actions, so that money is made and lost; by number of the day and what else is given.</summary>
    public static void Fill(Span<float> into, int day, int salt)
    {
        for (var i = 0; i < into.Length; i++)
        {
            var draw = unchecked((uint)((((day * 7_919) + salt) * 104_729) + (i * 1_299_709)) * 2_654_435_761u) >> 12;
            var from = (OfferAction)(i % TrainingLayout.OfferActions) switch
            {
                OfferAction.PriceMultiplier => draw % 4 == 0 ? Prices : [1f],
                OfferAction.OrderUnits => draw % 29 == 0 ? Orders : [0f],
                OfferAction.Bid => draw % 6 == 0 ? Bids : [float.NaN],
                OfferAction.DailyBudget => Budgets,
                _ => draw % 9 == 0 ? Sold : [0f],
            };
            into[i] = from[(int)(draw / 40 % (uint)from.Length)];
        }
    }

    public static Decision Commands(Observation today, WorldDefinition world, ReadOnlySpan<float> action)
    {
        var leastBid = Money.Max(world.Market.Advertising.Reserve, new(1));
        var shared = world.Niches.SelectMany(niche => niche.Products.Where(product => product.Shared).Select(product => niche.Name + "/" + product.Name)).ToHashSet();
        var commands = new List<Command>();
        for (var i = 0; i < today.Offers.Count && today.IsTrading; i++)
        {
            var offer = today.Offers[i];
            var multiplier = action[TrainingLayout.IndexOf(i, OfferAction.PriceMultiplier)];
            if (multiplier > 0)
            {
                var price = new Money((long)Math.Clamp(Math.Floor(((double)multiplier * offer.ReferencePrice.Cents) + 0.5), 1, 100_000_000));
                if (price != offer.Price)
                {
                    commands.Add(new SetPrice(offer.Id, price));
                }
            }
            else if (multiplier <= 0 && offer.IsOpen)
            {
                commands.Add(new CloseOffer(offer.Id));
            }

            var units = action[TrainingLayout.IndexOf(i, OfferAction.OrderUnits)];
            if (Math.Floor(units + 0.5) >= offer.BestQuote.MinimumUnits)
            {
                commands.Add(new PlaceOrder(offer.Id, offer.BestQuote.Supplier, (int)Math.Min(world.Limits.UnitsPerOrder, Math.Floor(units + 0.5))));
            }

            Advertise(commands, today, offer, world.Days - 1, leastBid, shared.Contains(offer.Name) ? float.NaN : action[TrainingLayout.IndexOf(i, OfferAction.Bid)], action[TrainingLayout.IndexOf(i, OfferAction.DailyBudget)]);
            var sold = Math.Min(offer.UnitsOnHand, Math.Floor(action[TrainingLayout.IndexOf(i, OfferAction.LiquidateUnits)]));
            if (sold >= 1)
            {
                commands.Add(new Liquidate(offer.Id, (int)sold));
            }
        }

        return new(commands);
    }

    private static void Advertise(List<Command> commands, Observation today, OfferObservation offer, int lastDay, Money leastBid, float bid, float budget)
    {
        if (bid <= 0 && offer.Campaign is not null)
        {
            commands.Add(new StopCampaign(offer.Id));
        }

        if (!(bid > 0))
        {
            return;
        }

        var click = new Money((long)Math.Clamp(Math.Floor((bid * 100.0) + 0.5), leastBid.Cents, 100_000));
        var daily = float.IsNaN(budget)
            ? Money.Max(click, offer.Campaign?.DailyBudget ?? click)
            : new Money((long)Math.Clamp(Math.Floor((budget * 100.0) + 0.5), click.Cents, 100_000_000));
        if (offer.Campaign is not { } running)
        {
            commands.Add(new CreateCampaign(offer.Id, click, daily, today.Day, lastDay));
        }
        else if (running.Bid != click || running.DailyBudget != daily)
        {
            commands.Add(new ChangeCampaign(offer.Id, click, daily, lastDay));
        }
    }
}
