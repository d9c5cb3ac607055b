namespace FbaBench.Tests.Contracts.Json;

/// <summary>A small observation in which every field has a value, and a second offer in which all that can be missing is.</summary>
internal static class SampleObservation
{
    public static Observation Create() => new()
    {
        Seat = new(1),
        Day = 42,
        Date = new(2025, 2, 26),
        LastDecisionDay = 364,
        IsTrading = true,
        Cash = Money.Dollars(12_345.60m),
        Receivable = Money.Dollars(-210.07m),
        Available = Money.Dollars(98m),
        NextPayoutDay = 55,
        UnpaidDues = Money.Dollars(7.01m),
        UnpaidDays = 2,
        Credit = new(Money.Dollars(410.25m), Money.Dollars(1_200.50m), Money.Dollars(790.25m), 0.22, 304),
        InferenceCost = Money.Dollars(3.21m),
        Account = new() { ReserveDays = 8, PayoutEveryDays = 13, DeliveryDays = [0.25, 0.75], LateFeeShare = 0.0012, InsolventAfterDays = 5, RunOffSellingDays = 61, RunOffDays = 106, StorageLimitMonths = 5.5, StorageOverage = Money.Dollars(9.5m) },
        Rules = new()
        {
            SponsoredSlots = 4,
            LowestBid = Money.Dollars(0.11m),
            AdReportDelayDays = 3,
            PromotionFee = Money.Dollars(5.50m),
            PromotionRevenueShare = 0.025,
            MostPromotedDaysIn60 = 14,
            ReviewCommission = Money.Dollars(6.25m),
            ReviewFine = Money.Dollars(2_500m),
            SuspendedBelow = 100,
            DefectRateLimit = 0.01,
            FewestOrders = 99,
            InspectionFee = Money.Dollars(301),
            ToleratedDefects = 0.04,
            ReworkFee = Money.Dollars(1.51m),
            ReworkShare = 0.61,
            ReworkDays = 22,
        },
        Freight = [new(FreightMode.Sea, 1.25, 1.5), new(FreightMode.Air, 0.98, 1)],
        Tariffs = [new("china", 0.1)],
        DealEvents = [new("spring-deals", new(2025, 3, 25), new(2025, 3, 31), 1.6)],
        News = [new("price-war", -3), new("viral-mug", 40)],
        Offers = [Mug(), Spoon()],
        Competitors =
        [
            new("mugs", "acme", Money.Dollars(17.99m), "acme-mug", new(2, 31, new(9, 5, 8, 17, 61))),
            new("spoons", "bold", Money.Zero, "bold", new(null, null, default)),
        ],
        StorageUtilisation =
        [
            new(SizeClass.Standard, FeeExemption.NewSeller, 12.3456789, 18.5, 0.44m, [new(22, 0), new(null, 0.69m)], 41.125),
            new(SizeClass.Bulky, FeeExemption.None, 0, null, 0, []),
        ],
        Health = new(188, 1_204, 7, 40, 41, 47),
        Mail =
        [
            new(11, 40, 43, "customer@mail.example", MailTopic.CustomerComplaint, new OfferId(6), 2, Money.Dollars(36.98m), [MailAction.Refund], "2 of your blue-mug arrived broken."),
            new(12, 41, 48, MailMessage.MarketplaceAddress, MailTopic.AccountNotice, null, 0, Money.Zero, [MailAction.Comply, MailAction.Report], "Please confirm."),
        ],
        OpenOrders =
        [
            new(new(new(1), 30, 3), new(6), new(0), 500, OrderStage.InTransit, 77, Money.Dollars(1_665m), FreightMode.Sea, Money.Dollars(33.40m)) { Defects = 9 },
            new(new(new(1), 12, 0), new(6), new(1), 240, OrderStage.AwaitingPayment, 91, Money.Dollars(120.50m), FreightMode.Quoted, Money.Zero),
        ],
        Forecasts = new(
            [new(new(6), 30, 41, 100, 120, 150, 131), new(new(7), 40, 60, 0, 2, 5, null)],
            [new(41, Money.Dollars(9_000), Money.Dollars(12_000.50m), Money.Dollars(15_000), Money.Dollars(12_345.60m)), new(60, Money.Dollars(-100), Money.Dollars(800), Money.Dollars(2_500), null)]),
        Refusals =
        [
            new(4, RefusalReason.PriceOutOfRange, -1, 1, 100_000_000),
            new(5, RefusalReason.UnknownOffer, 99, 0, 0),
        ],
        RefusalCount = 3,
    };

    private static OfferObservation Mug()
    {
        var factory = new Quote(new(0), "factory", 200, [new(200, Money.Dollars(3.20m)), new(450, Money.Dollars(2.90m))], Money.Dollars(1.30m), 0.3, 65, 135)
        {
            Origin = "china",
            DutyShare = 0.285,
            BesidePerUnit = Money.Dollars(0.02m),
            IsVerified = false,
            Negotiates = true,
            UnitsPerDay = 75,
            Routes = [new(FreightMode.Sea, FreightRoute.Sea.Rates, 66, 136), new(FreightMode.Air, new() { PerShipment = Money.Dollars(40), PerKilogram = Money.Dollars(6), KilogramsPerCubicMetre = 166.67 }, 40, 60)],
        };
        var local = new Quote(new(1), "local", 10, [new(10, Money.Dollars(6))], Money.Dollars(0.05m), 1, 4, 9);
        return new()
        {
            Info = new()
            {
                Id = new(6),
                Name = "mugs/blue-mug",
                Niche = "mugs",
                Category = "home_kitchen",
                Size = new(6.5, 5, 4),
                WeightPounds = 0.9,
                ReferencePrice = Money.Dollars(18.99m),
                Quotes = [factory, local],
                BestQuote = factory,
            },
            Price = Money.Dollars(18.49m),
            Listing = new(7, 23, new(11, 12, 13, 14, 150)),
            FeaturedOfferShare = 0.97,
            HighestFeaturedPrice = Money.Dollars(21.83m),
            Promotion = new(Money.Dollars(15.99m), 46, 10, Money.Dollars(16.64m)),
            Campaign = new(Money.Dollars(0.85m), Money.Dollars(25), 36, 59),
            AdReport = new(39, new(1_201, 16, Money.Dollars(9.76m), 1, 2, Money.Dollars(31.98m)), new(4_804, 67, Money.Dollars(41.02m), 5, 6, Money.Dollars(95.94m))),
            LandedCost = Money.Dollars(4.47m),
            UnitsOnHand = 133,
            UnitsInbound = 740,
            UnitsBacklogged = 6,
            UnsellableUnits = 14,
            InvoiceDay = 5,
            Suppliers = [new(new(0), Money.Dollars(3.05m), 210, 160, Money.Dollars(3.01m), 220, 49, 44, 3, SupplierFinding.PoorGoods, 38), new(new(1), null, 0, 0, null, 0, 0, 0, 0, SupplierFinding.None, null)],
            ClosedUntil = 61,
            UnitsYesterday = 19,
            OrdersYesterday = 18,
            SessionsYesterday = 188,
            ReturnedYesterday = 4,
            ReturnedDefectiveYesterday = 1,
            LostYesterday = 34,
            RevenueYesterday = Money.Dollars(303.81m),
            UnitsLast30Days = 411,
            LiveDaysLast30 = 28,
            ReferralFee = Money.Dollars(2.40m),
            FulfilmentFee = Money.Dollars(3.95m),
            StorageCentsPerUnitMonth = 5.416666666,
            RemovalFee = Money.Dollars(1.04m),
            Fees = new()
            {
                FulfilmentByPrice = [new(Money.Zero, Money.Dollars(3.18m)), new(Money.Dollars(10), Money.Dollars(3.95m))],
                PlacementPerUnit = [Money.Dollars(0.32m), Money.Dollars(0.33m)],
                LowInventory = new(FeeExemption.NewProduct, 9.7, 24.6, Money.Dollars(0.47m), Money.Dollars(0.89m), Money.Dollars(0.63m), Money.Dollars(0.36m)),
                AgedInventory = new(new(2025, 3, 15), Money.Dollars(4.44m), [new(50, 181), new(83, 29)], [new(211, 0.29), new(241, 0.58)]),
                Returns = new(Money.Dollars(2.12m), 0.081, 388, 27, Money.Dollars(8.48m)),
            },
        };
    }

    private static OfferObservation Spoon()
    {
        var quote = new Quote(new(0), "forge", 100, [new(100, Money.Dollars(1))], Money.Zero, 0.5, 40, 60);
        return new()
        {
            Info = new() { Id = new(7), Name = "spoons/long-spoon", Niche = "spoons", Category = "kitchen", Size = new(9, 2, 1), WeightPounds = 0.25, ReferencePrice = Money.Dollars(12.49m), Quotes = [quote], BestQuote = quote },
            Price = Money.Zero,
            Listing = default,
            FeaturedOfferShare = 0,
            HighestFeaturedPrice = null,
            Promotion = new(Money.Zero, -1, 0, Money.Dollars(11.24m)),
            Campaign = null,
            AdReport = null,
            LandedCost = Money.Dollars(1),
            UnitsOnHand = 0,
            UnitsInbound = 0,
            UnsellableUnits = 0,
            InvoiceDay = null,
            Suppliers = [],
            ClosedUntil = null,
            UnitsYesterday = 0,
            OrdersYesterday = 0,
            SessionsYesterday = 0,
            ReturnedYesterday = 0,
            ReturnedDefectiveYesterday = 0,
            LostYesterday = 0,
            RevenueYesterday = Money.Zero,
            UnitsLast30Days = 0,
            LiveDaysLast30 = 0,
            ReferralFee = Money.Dollars(1.87m),
            FulfilmentFee = Money.Dollars(3.06m),
            StorageCentsPerUnitMonth = 0,
            RemovalFee = Money.Dollars(0.84m),
            Fees = new()
            {
                FulfilmentByPrice = [],
                PlacementPerUnit = [],
                LowInventory = new(FeeExemption.None, null, null, Money.Zero, Money.Zero, Money.Zero, Money.Zero),
                AgedInventory = new(new(2025, 3, 15), Money.Zero, [], []),
                Returns = new(Money.Zero, null, 0, 0, Money.Zero),
            },
        };
    }
}
