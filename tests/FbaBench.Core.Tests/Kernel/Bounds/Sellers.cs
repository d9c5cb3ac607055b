using FbaBench.Primitives;

namespace FbaBench.Tests.Kernel.Bounds;

/// <summary>Sellers that try to raise the potential: anything at all, extremes, loss first, and one that knows the draws.</summary>
internal static class Sellers
{
    public static readonly string[] All = ["random", "extreme", "rank-buying", "hindsight-greedy"];
    private static readonly double[] Prices = [0.35, 0.6, 0.85, 1, 1.3, 1.9];

    public static Decision Decide(string seller, Simulation simulation, KeyedDraws draws)
    {
        var today = simulation.Observe(new Seat(0));
        return !today.IsTrading ? Decision.None : seller switch
        {
            "random" => Random(today, draws),
            "extreme" => Extreme(today),
            "rank-buying" => RankBuying(today),
            _ => Greedy(simulation, today),
        };
    }

    /// <summary>What a seller of the whole market does, commands sane and absurd, prices anywhere.</summary>
    private static Decision Random(Observation today, KeyedDraws draws)
    {
        var commands = new List<Command>(WholeMarket.Trade(today).Commands);
        foreach (var offer in today.Offers)
        {
            var bits = draws.Bits(Mechanism.Agent, 5, today.Day, offer.Id.Index);
            var factor = 0.05 * Math.Exp(5 * KeyedDraws.ToUniform(bits.X0));
            commands.Add(new SetPrice(offer.Id, new(Math.Max(1, (long)(offer.ReferencePrice.Cents * factor)))));
            if (bits.X1 % 3 == 0)
            {
                var quote = offer.Quotes[(int)(bits.X1 % (uint)offer.Quotes.Count)];
                commands.Add(new PlaceOrder(offer.Id, quote.Supplier, quote.MinimumUnits + (int)(bits.X2 % 90)));
            }

            if (bits.X3 % 5 == 0 && offer.UnitsOnHand > 0)
            {
                commands.Add(new Liquidate(offer.Id, 1 + (int)(bits.X2 % (uint)offer.UnitsOnHand)));
            }

            if (bits.X3 % 4 == 0)
            {
                commands.Add(new BuyReviews(offer.Id, 1 + (int)(bits.X2 % 40)));
                commands.Add(new CreateCampaign(offer.Id, new(20 + (bits.X2 % 300)), new(500 + (bits.X0 % 5_000)), today.Day + 1, Math.Min(today.LastDecisionDay, today.Day + 6)));
            }

            if (offer.UnsellableUnits > 0)
            {
                commands.Add(new DisposeUnsellable(offer.Id, offer.UnsellableUnits, bits.X2 % 2 == 0 ? DisposalPath.Rework : DisposalPath.Liquidate));
            }
        }

        return new(commands);
    }

    /// <summary>A cent on one day and far too much on the next; all money into stock, then all of it to liquidators.</summary>
    private static Decision Extreme(Observation today)
    {
        var commands = new List<Command>();
        foreach (var offer in today.Offers)
        {
            commands.Add(new SetPrice(offer.Id, today.Day % 3 == 0 ? new(1) : today.Day % 3 == 1 ? new(100_000_000) : offer.ReferencePrice * 3));
            if (today.Day % 5 == 0)
            {
                var quote = offer.Quotes[today.Day / 5 % offer.Quotes.Count];
                commands.Add(new PlaceOrder(offer.Id, quote.Supplier, Math.Max(quote.MinimumUnits, (int)(today.Cash.Cents / 2 / Math.Max(1, quote.LandedCostAtMinimum.Cents)))));
            }
            else if (today.Day % 5 == 4 && offer.UnitsOnHand > 0)
            {
                commands.Add(new Liquidate(offer.Id, offer.UnitsOnHand));
            }
        }

        return new(commands);
    }

    /// <summary>Buys sales, reviews and clicks at a loss in the first half, and asks for it in the second.</summary>
    private static Decision RankBuying(Observation today)
    {
        var commands = new List<Command>();
        var first = today.Day < today.LastDecisionDay / 2;
        foreach (var offer in today.Offers)
        {
            commands.Add(new SetPrice(offer.Id, new(Math.Max(1, offer.ReferencePrice.Cents * (first ? 40 : 125) / 100))));
            if (offer.UnitsOnHand + offer.UnitsInbound < 60)
            {
                commands.Add(new PlaceOrder(offer.Id, offer.Quotes[^1].Supplier, 40));
            }

            if (first && today.Day % 4 == 0)
            {
                commands.Add(new BuyReviews(offer.Id, 20));
                commands.Add(new CreateCampaign(offer.Id, new(200), new(4_000), today.Day + 1, Math.Min(today.LastDecisionDay, today.Day + 4)));
            }
        }

        return new(commands);
    }

    /// <summary>Plays each price of a grid on a copy of the world, offer by offer, and takes the one that leaves the most; orders of the fastest supplier what the day before showed to be wanted.</summary>
    private static Decision Greedy(Simulation simulation, Observation today)
    {
        var commands = new List<Command>();
        foreach (var offer in today.Offers)
        {
            if (offer.UnitsOnHand + offer.UnitsInbound < 30 + (3 * offer.UnitsYesterday))
            {
                commands.Add(new PlaceOrder(offer.Id, offer.Quotes[^1].Supplier, 30));
            }
        }

        foreach (var offer in today.Offers)
        {
            var best = Prices.Select(factor => new SetPrice(offer.Id, new(Math.Max(1, (long)(offer.ReferencePrice.Cents * factor)))))
                .MaxBy(price =>
                {
                    var copy = simulation.Fork();
                    copy.Step([new(new Seat(0), new([.. commands, price]))]);
                    return copy.Books(new Seat(0)).NetWorth.Cents;
                })!;
            commands.Add(best);
        }

        return new(commands);
    }
}
