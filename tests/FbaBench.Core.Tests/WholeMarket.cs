using FbaBench.Primitives;

namespace FbaBench.Tests;

/// <summary>A world with every mechanism on, and a seller that uses all of it.</summary>
internal static class WholeMarket
{
    public static WorldDefinition World(int days = 150, int seats = 2) => Risky(TestWorlds.Abroad(TestWorlds.Mugs(days, seats, openingStock: 900) with
    {
        Account = new() { ChargeInference = true, StorageLimitMonths = 6 },
        Shocks =
        [
            new("viral-spoon", new(2025, 3, 1), new(2025, 3, 12)) { Niche = "spoons", Product = "long-spoon", Traffic = 2.5 },
            new("price-war", new(2025, 3, 8), new(2025, 4, 6)) { RivalPrices = 0.8, Traffic = 0.9 },
            new("maybe", new(2025, 2, 20), new(2025, 5, 1)) { Niche = "spoons", Traffic = 1.3, Chance = 0.5 },
        ],
        Cash = Money.Dollars(90_000),
        DealEvents = [new("spring-deals", new(2025, 3, 25), new(2025, 3, 31), 2.5)],
        Niches = [Mugs(), TestWorlds.SpoonNiche(900) with { Rivals = SpoonRivals() }],
    }));

    /// <summary>The same world with suppliers that err, negotiate or cheat, losses in the warehouse, and every adversary often.</summary>
    public static WorldDefinition Risky(WorldDefinition world) => world with
    {
        Health = new() { FewestOrders = 20, DefectRateLimit = 0.0005 },
        Supply = new() { LostShare = 0.01, DamagedShare = 0.01, FalseReturnShare = 0.137 },
        Adversaries = AdversaryTerms.Usual with
        {
            HijackChance = 0.1,
            AuthenticityClaimsPer1000Units = 1,
            RightsClaimChance = 0.05,
            ReviewAttackChance = 0.02,
            PhishingChance = 0.8,
            NoticeChance = 0.5,
            BrokerChance = 0.8,
            InjectionShare = 0.5,
            DocumentChance = 0.8,
        },
        Niches = [.. world.Niches.Select(niche => niche with { Products = [.. niche.Products.Select(Risky)] })],
    };

    private static ProductDefinition Risky(ProductDefinition product) => product with
    {
        Suppliers =
        [
            product.Suppliers[0] with { DefectRate = 0.03, BadLotChance = 0.2, Bargain = 0.12, UnitsPerDay = 40 },
            product.Suppliers[1],
            product.Suppliers[0] with { Name = "unknown", Ladder = [new(200, Money.Dollars(2.60m))], IsVerified = false, DishonestChance = 0.6, DefectRate = 0.03 },
        ],
    };

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

            Deal(today, offer, commands);
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

        foreach (var mail in today.Mail.Where(mail => mail.Number % 4 > 0 && (mail.Number + today.Day) % 3 == 0))
        {
            var action = mail.Actions[mail.Number % mail.Actions.Count];
            var invoice = today.Offers.Where(offer => offer.Id == mail.Offer).Select(offer => offer.InvoiceDay ?? -1).FirstOrDefault();
            commands.Add(new ReactToMail(mail.Number, action, action != MailAction.Dispute ? 0 : mail.Topic == MailTopic.ReceivingReport ? mail.Units : invoice));
        }

        if (today.Health is { SuspendedDay: not null, AppealDay: null })
        {
            commands.Add(new AppealSuspension(today.Health.DefectRate > 0.005 ? SuspensionCause.OrderDefects : SuspensionCause.PolicyViolations));
        }

        return new(commands);
    }

    /// <summary>Negotiates, inspects, rejects, buys of the unknown supplier, and has unsellable units taken away.</summary>
    private static void Deal(Observation today, OfferObservation offer, List<Command> commands)
    {
        var factory = offer.Suppliers[0];
        if (today.Day % 20 == 6)
        {
            commands.Add(new MakeSupplierOffer(offer.Id, new(0), 200, new(today.UnitPrice(offer.Info, offer.Quotes[0], 200).Cents * 94 / 100)));
        }

        if (today.Day == 2 && offer.Name.Length % 2 == 0)
        {
            commands.Add(new MakeSupplierOffer(offer.Id, new(0), 200, new(1)));
        }

        if (factory.Ask is not null && today.Day % 20 == 9)
        {
            commands.Add(new AcceptSupplierOffer(offer.Id, new(0)));
        }

        if (today.Day % 60 == 15)
        {
            commands.Add(new PlaceOrder(offer.Id, new(2), 200, FreightMode.Air));
            commands.Add(new InspectSupplier(offer.Id, new(offer.Name.Length % 2 * 2)));
        }

        foreach (var order in today.OpenOrders.Where(order => order.Offer == offer.Id && order.Defects > order.Units / 25))
        {
            commands.Add(new RejectOrder(order.Id));
        }

        if (offer.UnsellableUnits >= 6)
        {
            commands.Add(new DisposeUnsellable(offer.Id, offer.UnsellableUnits / 2, DisposalPath.Liquidate));
            commands.Add(new DisposeUnsellable(offer.Id, offer.UnsellableUnits / 3, DisposalPath.Rework));
        }
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
        var (supplier, number) = (new SupplierId((int)((bits.X3 / 7) % 5) - 1), (int)((bits.X3 / 64) % 60));
        return (bits.X2 % 18) switch
        {
            8 => new MakeSupplierOffer(offer, supplier, first == 7 ? 200 : first, new(300 - number)),
            9 => new AcceptSupplierOffer(offer, supplier),
            10 => new InspectSupplier(offer, supplier),
            11 => new RejectOrder(new(today.Seat, today.Day - number, (int)(bits.X0 % 12))),
            12 => new DisposeUnsellable(offer, last % 4, (DisposalPath)(number % 4) - 1),
            13 => new ReactToMail(number % 3 == 0 ? number - 5 : today.Mail.Select(mail => mail.Number).FirstOrDefault(), (MailAction)(number % 6) - 1, number % 5 == 0 ? first : number % 4),
            14 => new AppealSuspension((SuspensionCause)(number % 4) - 1),
            0 => new StartPromotion(offer, some, first),
            1 => new EndPromotion(offer),
            2 => new CreateCampaign(offer, some, other, first, last),
            3 => new ChangeCampaign(offer, some, other, last),
            4 => new StopCampaign(offer),
            5 => new DrawCredit(some),
            6 => new RepayCredit(other),
            15 => new ChargeInference(some.Cents, other.Cents, first),
            16 => new ForecastUnits(offer, last, (int)some.Cents, (int)other.Cents, (int)(some.Cents / 2)),
            17 => new ForecastCash(first, other, some, new(long.MaxValue)),
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
