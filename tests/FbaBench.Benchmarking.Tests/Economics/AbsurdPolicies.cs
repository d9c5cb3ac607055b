namespace FbaBench.Tests.Economics;

/// <summary>Policies that no seller would follow.</summary>
internal static class AbsurdPolicies
{
    /// <summary>All of them by name.</summary>
    public static IReadOnlyDictionary<string, Func<IPolicy>> All { get; } = new Dictionary<string, Func<IPolicy>>
    {
        ["nothing"] = () => new Simple(_ => []),
        ["refused commands"] = () => new Simple(today => [.. Refused(today)]),
        ["a cent"] = () => new Simple(today => [.. Open(today, 0), .. Orders(today, 1)]),
        ["everything at once"] = () => new Simple(today => [.. Everything(today)]),
        ["random absurdities"] = () => new Simple(today => [.. Absurd(today)]),
        ["close at once"] = () => new Simple(_ => [new CloseBusiness()]),
    };

    private static IEnumerable<Command> Open(Observation today, double factor) =>
        today.Offers.Select(offer => new SetPrice(offer.Id, new(Math.Max(1, (long)(factor * offer.ReferencePrice.Cents)))));

    private static IEnumerable<Command> Orders(Observation today, int times) =>
        today.Offers.Select(offer => new PlaceOrder(offer.Id, offer.BestQuote.Supplier, times * offer.BestQuote.MinimumUnits));

    /// <summary>One command of each kind that must be refused.</summary>
    private static IEnumerable<Command> Refused(Observation today)
    {
        var offer = today.Offers[today.Day % today.Offers.Count];
        yield return new SetPrice(new(-1), Money.Dollars(20));
        yield return new SetPrice(new(int.MaxValue), Money.Dollars(20));
        yield return new SetPrice(offer.Id, new(long.MinValue));
        yield return new SetPrice(offer.Id, new(long.MaxValue));
        yield return new PlaceOrder(offer.Id, new(-1), 10);
        yield return new PlaceOrder(offer.Id, offer.BestQuote.Supplier, offer.BestQuote.MinimumUnits - 1);
        yield return new PlaceOrder(offer.Id, offer.BestQuote.Supplier, int.MinValue);
        yield return new PlaceOrder(offer.Id, offer.BestQuote.Supplier, 1_000_000);
        yield return new Liquidate(offer.Id, int.MaxValue);
        yield return new Liquidate(offer.Id, -5);
        yield return new StartPromotion(offer.Id, offer.ReferencePrice * 2, 7);
        yield return new StartPromotion(offer.Id, new(-1), 7);
        yield return new StartPromotion(offer.Id, new(1), 61);
        yield return new EndPromotion(offer.Id);
        yield return new CreateCampaign(offer.Id, new(-1), new(-1), today.Day, today.LastDecisionDay);
        yield return new CreateCampaign(offer.Id, Money.Dollars(1), Money.Dollars(1), today.Day, int.MaxValue);
        yield return new ChangeCampaign(offer.Id, Money.Dollars(1), Money.Dollars(1), today.LastDecisionDay);
        yield return new StopCampaign(offer.Id);
        yield return new BuyReviews(offer.Id, -1);
        yield return new BuyReviews(offer.Id, int.MaxValue);
        yield return null!;
    }

    private static IEnumerable<Command> Everything(Observation today)
    {
        foreach (var command in Open(today, 1.15).Concat(Orders(today, 1)))
        {
            yield return command;
        }

        foreach (var offer in today.Offers)
        {
            yield return new CreateCampaign(offer.Id, Money.Dollars(1_000), Money.Dollars(1_000_000), today.Day, today.LastDecisionDay);
            yield return new StartPromotion(offer.Id, offer.Promotion.HighestPrice, Math.Max(1, offer.Promotion.DaysLeft));
            yield return new BuyReviews(offer.Id, 10);
        }
    }

    /// <summary>A dozen commands of any kind with absurd figures, drawn by day; some are accepted.</summary>
    private static IEnumerable<Command> Absurd(Observation today)
    {
        long[] prices = [0, -5, 1, 100_000_000, 100_000_001, long.MaxValue, long.MinValue, 500, 1_299, 2_599];
        int[] units = [0, -1, 1, 10, 199, 500, 1_000_000_000, int.MaxValue, int.MinValue];
        var seed = new WorldSeed((ulong)today.Day);
        for (var i = 0; i < 12; i++)
        {
            var offer = today.Offers[(int)(today.Offers.Count * seed.Uniform("offer", i))].Id;
            var price = new Money(prices[(int)(prices.Length * seed.Uniform("price", i))]);
            var number = units[(int)(units.Length * seed.Uniform("units", i))];
            yield return (int)(10 * seed.Uniform("kind", i)) switch
            {
                0 or 1 => new SetPrice(offer, price),
                2 => new PlaceOrder(offer, new((int)(4 * seed.Uniform("supplier", i)) - 1), number),
                3 => new Liquidate(offer, number),
                4 => new CloseOffer(offer),
                5 => new StartPromotion(offer, price, number),
                6 => new CreateCampaign(offer, price, price, today.Day, number),
                7 => new ChangeCampaign(offer, price, price, number),
                8 => new BuyReviews(offer, number),
                _ => new EndPromotion(offer),
            };
        }
    }

    /// <summary>A policy with refused commands before its own.</summary>
    public sealed class WithRefused(IPolicy policy) : IPolicy
    {
        public List<Command> Decide(Observation today) => [.. Refused(today), .. policy.Decide(today)];
    }

    private sealed class Simple(Func<Observation, List<Command>> decide) : IPolicy
    {
        public List<Command> Decide(Observation today) => decide(today);
    }
}
