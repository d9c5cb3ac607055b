namespace FbaBench.Tests.Docs;

// Shown in docs/observation.md.
/// <summary>Plays by what something outside decides: a model, a script, another process.</summary>
sealed class Outside(Func<string, string> decide) : IAgent
{
    private string _mistakes = "";

    public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
    {
        var detail = today.Day == 0 ? ObservationDetail.Full : ObservationDetail.Daily;
        var answer = decide(ObservationText.Write(today, detail) + _mistakes);
        var reading = DecisionJson.Read(answer, today);
        _mistakes = string.Join('\n', reading.Problems.Select(problem => problem.Message));
        return new(reading.Decision);
    }
}

/// <summary>The morning that docs/observation.md shows, and what was decided on it.</summary>
static class ShownMorning
{
    public const string Answer = """
        [
          {"command":"setPrice","offer":"mugs/blue-mug","price":17.99},
          {"command":"placeOrder","offer":"mugs/blue-mug","supplier":"factory","units":300},
          {"command":"setPrice","offer":"blue-mug","price":18.499}
        ]
        """;

    public static Observation Create()
    {
        var factory = new Quote(new(0), "factory", 300, [new(300, Money.Dollars(3.20m)), new(600, Money.Dollars(3.00m))], Money.Dollars(1.30m), 0.3, 71, 135) { Negotiates = true };
        return new()
        {
            Seat = new(0),
            Day = 13,
            Date = new(2025, 1, 28),
            LastDecisionDay = 89,
            IsTrading = true,
            Cash = Money.Dollars(19_733.03m),
            Receivable = Money.Dollars(738.47m),
            Available = Money.Dollars(210.40m),
            NextPayoutDay = 13,
            UnpaidDues = Money.Zero,
            UnpaidDays = 0,
            Credit = new(Money.Zero, Money.Zero, Money.Zero, 0.21, 29),
            InferenceCost = Money.Zero,
            Account = new() { StorageLimitMonths = 6 },
            Rules = new()
            {
                SponsoredSlots = 5,
                LowestBid = Money.Dollars(0.10m),
                AdReportDelayDays = 2,
                PromotionFee = Money.Dollars(5),
                PromotionRevenueShare = 0.025,
                MostPromotedDaysIn60 = 14,
                ReviewCommission = Money.Dollars(6),
                ReviewFine = Money.Dollars(2_500),
                SuspendedBelow = 100,
                DefectRateLimit = 0.01,
                FewestOrders = 100,
                InspectionFee = Money.Dollars(300),
                ToleratedDefects = 0.04,
                ReworkFee = Money.Dollars(1.50m),
                ReworkShare = 0.6,
                ReworkDays = 21,
            },
            Freight = [],
            Tariffs = [],
            DealEvents = [new("spring-deals", new(2025, 3, 25), new(2025, 3, 31), 1.6)],
            News = [],
            Offers = [Mug(factory)],
            Competitors =
            [
                new("mugs", "acme", Money.Dollars(17.09m), "acme", new(3, 3, new(8, 4, 7, 15, 68))),
                new("mugs", "bold", Money.Zero, "bold", new(null, 2, new(8, 4, 7, 15, 70))),
            ],
            StorageUtilisation = [new(SizeClass.Standard, FeeExemption.None, 25.5, 8, 0, [new(22, 0), new(28, 0.44m), new(null, 0.76m)], 110)],
            Health = new(200, 64, 0, null, null, null),
            Mail = [new(1, 12, 15, "customer@mail.example", MailTopic.CustomerComplaint, new OfferId(0), 1, Money.Dollars(18.99m), [MailAction.Refund], "1 of your blue-mug arrived broken. We want our 18.99 dollars back.")],
            OpenOrders = [new(new(new(0), 0, 1), new(0), new(0), 300, OrderStage.InProduction, 71, Money.Dollars(1_062), FreightMode.Quoted, Money.Zero)],
            Forecasts = new([], []),
            Refusals = [new(2, RefusalReason.PromotionTooSmall, 1_799, 1, 1_709)],
            RefusalCount = 1,
        };
    }

    private static OfferObservation Mug(Quote factory) => new()
    {
        Info = new()
        {
            Id = new(0),
            Name = "mugs/blue-mug",
            Niche = "mugs",
            Category = "home_kitchen",
            Size = new(6, 5, 4),
            WeightPounds = 0.9,
            ReferencePrice = Money.Dollars(18.99m),
            Quotes = [factory],
            BestQuote = factory,
        },
        Price = Money.Dollars(18.99m),
        Listing = new(6, 5, new(0, 0, 0, 1, 3)),
        FeaturedOfferShare = 1,
        HighestFeaturedPrice = Money.Dollars(21.83m),
        Promotion = new(Money.Zero, -1, 14, Money.Dollars(17.09m)),
        Campaign = new(Money.Dollars(1.10m), Money.Dollars(30), 1, 70),
        AdReport = new(11, new(926, 12, Money.Dollars(9.73m), 2, 2, Money.Dollars(37.98m)), new(8_690, 96, Money.Dollars(81.93m), 14, 16, Money.Dollars(303.84m))),
        LandedCost = Money.Dollars(4.50m),
        UnitsOnHand = 128,
        UnitsInbound = 300,
        UnsellableUnits = 1,
        InvoiceDay = null,
        Suppliers = [new(new(0), null, 0, 0, Money.Dollars(3.08m), 300, 19, 13, 0, SupplierFinding.None, null)],
        ClosedUntil = null,
        UnitsYesterday = 9,
        OrdersYesterday = 8,
        SessionsYesterday = 89,
        ReturnedYesterday = 0,
        ReturnedDefectiveYesterday = 0,
        LostYesterday = 0,
        RevenueYesterday = Money.Dollars(170.91m),
        UnitsLast30Days = 72,
        LiveDaysLast30 = 13,
        ReferralFee = Money.Dollars(2.85m),
        FulfilmentFee = Money.Dollars(4.55m),
        StorageCentsPerUnitMonth = 5.41666,
        RemovalFee = Money.Dollars(1.04m),
        Fees = new()
        {
            FulfilmentByPrice = [new(new(1), Money.Dollars(3.78m)), new(Money.Dollars(10), Money.Dollars(4.55m))],
            PlacementPerUnit = [Money.Dollars(0.32m)],
            LowInventory = new(FeeExemption.None, 32.3, 32.3, Money.Zero, Money.Dollars(0.97m), Money.Dollars(0.70m), Money.Dollars(0.36m)),
            AgedInventory = new(new(2025, 2, 15), Money.Zero, [new(128, 13)], [new(181, 3.472), new(211, 6.944)]),
            Returns = new(Money.Dollars(2.85m), 0.081, 72, 1, Money.Zero),
        },
    };
}
