namespace FbaBench.Tests.Contracts.Json;

/// <summary>Two seats in a world with fees, deals, sponsored slots and reviews; seat 0 gives commands of every kind, some of them wrong.</summary>
internal sealed class PlayedRun
{
    private const int DaysToDecide = 90;

    private readonly Simulation _simulation = TestWorlds.Start(TestWorlds.Established(TestWorlds.Mugs(days: DaysToDecide, seats: 2)) with
    {
        DealEvents = [new("spring-deals", new(2025, 3, 25), new(2025, 3, 31), 1.6)],
    });

    /// <summary>What the observations held at least once.</summary>
    public HashSet<string> Seen { get; } = [];

    public IEnumerable<(Observation Observation, Decision Decision)> Days()
    {
        while (!_simulation.IsOver)
        {
            var today = _simulation.Observe(new(0));
            Note(today);
            var decision = Decide(today);
            yield return (today, decision);
            _simulation.Step([new(new(0), decision), new(new(1), TestWorlds.Trade(_simulation.Observe(new(1)), 0.95m))]);
        }
    }

    private static Decision Decide(Observation today)
    {
        if (!today.IsTrading)
        {
            return Decision.None;
        }

        var blue = today.Offers[0];
        var commands = new List<Command>(TestWorlds.Trade(today).Commands);
        switch (today.Day)
        {
            case 1:
                commands.Add(new CreateCampaign(blue.Id, Money.Dollars(0.85m), Money.Dollars(25), 1, 60));
                commands.Add(new BuyReviews(blue.Id, 3));
                break;
            case 9:
                commands.Add(new ChangeCampaign(blue.Id, Money.Dollars(1.10m), Money.Dollars(30), 70));
                commands.Add(new CreateCampaign(blue.Id, Money.Dollars(0.85m), Money.Dollars(25), 9, 60));
                break;
            case 12:
                commands.Add(new StartPromotion(blue.Id, blue.Promotion.HighestPrice, 5));
                commands.Add(new StartPromotion(today.Offers[2].Id, Money.Dollars(500), 5));
                break;
            case 14:
                commands.Add(new EndPromotion(blue.Id));
                commands.Add(new PlaceOrder(blue.Id, new(1), 1_000_000));
                break;
            case 40:
                commands.Add(new StopCampaign(blue.Id));
                commands.Add(new CloseOffer(today.Offers[2].Id));
                break;
            case 80:
                commands.Add(new CloseBusiness());
                break;
        }

        return new(commands);
    }

    private void Note(Observation today)
    {
        See("promotion", today.Offers.Any(offer => offer.Promotion.IsRunning));
        See("campaign", today.Offers.Any(offer => offer.Campaign is not null));
        See("report", today.Offers.Any(offer => offer.AdReport is not null));
        See("order", today.OpenOrders.Count > 0);
        See("refusal", today.Refusals.Count > 0);
        See("deal", today.DealEvents.Count > 0);
        See("no price", today.Competitors.Any(competitor => competitor.Price == Money.Zero));
        See("run-off", !today.IsTrading);
        See("review", today.Offers.Any(offer => offer.Listing.Reviews > 0));
    }

    private void See(string what, bool isSeen)
    {
        if (isSeen)
        {
            Seen.Add(what);
        }
    }
}
