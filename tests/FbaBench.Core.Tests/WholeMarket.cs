using FbaBench.Primitives;

namespace FbaBench.Tests;

/// <summary>A world with every mechanism on, and a seller that uses all of it.</summary>
internal static class WholeMarket
{
    public static WorldDefinition World(int days = 150, int seats = 2) => TestWorlds.Abroad(TestWorlds.Mugs(days, seats, openingStock: 900) with
    {
        Account = new() { ChargeInference = true },
        Shocks =
        [
            new("viral-spoon", new(2025, 3, 1), new(2025, 3, 12)) { Niche = "spoons", Product = "long-spoon", Traffic = 2.5 },
            new("price-war", new(2025, 3, 8), new(2025, 4, 6)) { RivalPrices = 0.8, Traffic = 0.9 },
            new("maybe", new(2025, 2, 20), new(2025, 5, 1)) { Niche = "spoons", Traffic = 1.3, Chance = 0.5 },
        ],
        DealEvents = [new("spring-deals", new(2025, 3, 25), new(2025, 3, 31), 2.5)],
        Niches = [Mugs(), TestWorlds.SpoonNiche(900) with { Rivals = SpoonRivals() }],
    });

    /// <summary>Everything that <see cref="TestWorlds.Trade"/> does, and promotions, campaigns and bought reviews.</summary>
    public static Decision Trade(Observation today)
    {
        if (!today.IsTrading)
        {
            return Decision.None;
        }

        var commands = new List<Command>(TestWorlds.Trade(today).Commands) { new ChargeInference(123_456, 9_000, 400) };
        foreach (var offer in today.Offers.Where(offer => offer.IsOpen))
        {
            if (today.Day % 40 == 10)
            {
                commands.Add(new CreateCampaign(offer.Id, new(40 + (7 * offer.Name.Length)), new(900), today.Day + 1, Math.Min(today.LastDecisionDay, today.Day + 20)));
            }

            if (today.Day % 40 == 18 && offer.Campaign is not null)
            {
                commands.Add(offer.Name.Length % 2 == 0 ? new StopCampaign(offer.Id) : new ChangeCampaign(offer.Id, new(150), new(4_000), today.LastDecisionDay));
            }

            if (today.Day % 45 == 30 && offer.Promotion.DaysLeft >= 7)
            {
                commands.Add(new StartPromotion(offer.Id, offer.Promotion.HighestPrice, 7));
            }

            if (today.Day % 45 == 34 && offer.Promotion.IsRunning && offer.Name.Length % 2 == 0)
            {
                commands.Add(new EndPromotion(offer.Id));
            }

            if (today.Day == 35)
            {
                commands.Add(new BuyReviews(offer.Id, 3));
            }

            if (today.Day % 30 == 5 && today.Credit.Available > Money.Zero)
            {
                commands.Add(new DrawCredit(today.Credit.Available));
            }

            if (today.Day % 30 == 20 && today.Credit.Owed > Money.Zero)
            {
                commands.Add(new RepayCredit(new((today.Credit.Owed.Cents + 1) / 2)));
            }

            if (today.Day % 7 == 2 && today.Day + 14 <= today.LastDecisionDay)
            {
                commands.Add(new ForecastUnits(offer.Id, today.Day + 13, offer.UnitsYesterday * 7, offer.UnitsYesterday * 14, offer.UnitsYesterday * 21));
                commands.Add(new ForecastCash(today.Day + 14, today.Cash - Money.Dollars(2_000), today.Cash, today.Cash + Money.Dollars(2_000)));
            }

            if (today.Day % 30 == 3)
            {
                commands.Add(new PlaceOrder(offer.Id, new(0), 200, FreightMode.Sea + (today.Day / 30 % 3)));
            }
        }

        return new(commands);
    }

    public static void Play(Simulation simulation, int days)
    {
        for (var i = 0; i < days && !simulation.IsOver; i++)
        {
            simulation.Step([.. Enumerable.Range(0, simulation.Definition.Seats).Select(seat => new SeatDecision(new(seat), Trade(simulation.Observe(new(seat)))))]);
        }
    }

    /// <summary>Commands on promotions, campaigns and reviews, sane and absurd, as a function of key and day.</summary>
    public static Command Absurd(KeyedDraws draws, Observation today, int i)
    {
        var bits = draws.Bits(Mechanism.Agent, 2, today.Day, i);
        var offer = bits.X0 % 9 == 0 ? new OfferId((int)(bits.X1 % 200) - 50) : today.Offers[(int)(bits.X1 % (uint)today.Offers.Count)].Id;
        long[] money = [0, -5, 1, 10, 35, 90, 250, 2_000, 100_000, 100_001, long.MaxValue, long.MinValue, 1_200, 1_500];
        int[] days = [0, -1, 1, 7, 14, 15, 400, int.MaxValue, int.MinValue, today.Day, today.Day + 1, today.Day + 9];
        var (some, other) = (new Money(money[bits.X3 % money.Length]), new Money(money[(bits.X3 / 16) % money.Length]));
        var (first, last) = (days[(bits.X3 / 256) % days.Length], days[(bits.X3 / 4_096) % days.Length]);
        return (bits.X2 % 11) switch
        {
            0 => new StartPromotion(offer, some, first),
            1 => new EndPromotion(offer),
            2 => new CreateCampaign(offer, some, other, first, last),
            3 => new ChangeCampaign(offer, some, other, last),
            4 => new StopCampaign(offer),
            5 => new DrawCredit(some),
            6 => new RepayCredit(other),
            9 => new ChargeInference(some.Cents, other.Cents, first),
            7 => new ForecastUnits(offer, last, (int)some.Cents, (int)other.Cents, (int)(some.Cents / 2)),
            8 => new ForecastCash(first, other, some, new(long.MaxValue)),
            _ => new BuyReviews(offer, first),
        };
    }

    private static NicheDefinition Mugs()
    {
        var niche = TestWorlds.MugNiche(900);
        return niche with
        {
            Products = [niche.Products[0] with { Quality = 0.5 }, niche.Products[1], TestWorlds.Product("plain-mug", 9.99m, 900) with { Shared = true, Appeal = 2 }],
            Rivals =
            [
                .. niche.Rivals,
                new("cheap", Money.Dollars(10.49m), RivalPolicy.Undercut) { Product = "plain-mug" },
                new("depot", Money.Dollars(10.99m), RivalPolicy.Cycle) { Product = "plain-mug", Fulfilment = FulfilmentChannel.Seller, ExtraDeliveryDays = 3 },
                new("late", Money.Dollars(16.99m), RivalPolicy.Undercut) { EntryDay = 60, ExitDay = 200, StockOutChance = 0.3 },
            ],
        };
    }

    private static IReadOnlyList<RivalDefinition> SpoonRivals() =>
    [
        .. TestWorlds.SpoonNiche().Rivals.Select(rival => rival with { StockOutChance = 0.4 }),
        new("wave", Money.Dollars(12.49m), RivalPolicy.Cycle) { Advertises = false, OpeningReviews = 4_000, OpeningRating = 4.6 },
    ];
}
