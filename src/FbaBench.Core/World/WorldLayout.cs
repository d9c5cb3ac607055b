namespace FbaBench.World;

/// <summary>Where a seller stands.</summary>
internal enum SeatStatus
{
    Trading = 0,
    RunOff = 1,
    Closed = 2,
}

/// <summary>Where a lot of goods stands.</summary>
internal enum LotState
{
    Empty = 0,
    InProduction = 1,
    Ready = 2,
    InTransit = 3,
    Receiving = 4,
    Sellable = 5,

    /// <summary>Ordered of the next stage of a supply chain: in the mail up to its next day, then waiting for that stage's stock.</summary>
    Waiting = 6,
}

/// <summary>
/// The columns of the state block. Row columns have one value an offer (own offers and rivals alike, niches padded);
/// own columns one value an own offer; lot and ring columns a fixed number an own offer.
/// </summary>
internal sealed partial class WorldLayout
{
    /// <summary>Lanes a niche is padded to.</summary>
    public const int Lanes = 16;

    /// <summary>Days of the ring of scheduled returns: the last return is 45 days after the sale.</summary>
    public const int ReturnRingDays = 48;

    /// <summary>Longest time from sale to return, in days.</summary>
    public const int ReturnWithinDays = 45;

    /// <summary>Days of price, unit and stock history an offer keeps: the storage surcharge looks back 13 weeks, today included.</summary>
    public const int HistoryDays = 91;

    /// <summary>Days of the ring of funds on their way: a placement fee is taken 45 days after receipt.</summary>
    public const int FundsRingDays = 48;

    /// <summary>Months from which returns can come on one day: at most 45 days lie between sale and return.</summary>
    public const int ReturnMonths = 3;

    /// <summary>Months of shipment an offer keeps: returns of a month are charged in the third month after.</summary>
    public const int ShipMonths = 4;

    /// <summary>Stars a review can have.</summary>
    public const int Stars = 5;

    /// <summary>Days of the ring of reviews on their way: delivery and at most ten days.</summary>
    public const int ReviewRingDays = 20;

    /// <summary>Days of advertising reports on their way.</summary>
    public const int AdRingDays = 4;

    /// <summary>Figures of an advertising report: impressions, clicks, spend, orders, units, sales.</summary>
    public const int AdFigures = 6;

    /// <summary>Modes of freight that have a price.</summary>
    public const int FreightModes = 3;

    /// <summary>Words of one reported refusal.</summary>
    public const int RefusalWords = 5;

    /// <summary>Words of what thinking cost a seat.</summary>
    public const int InferenceWords = 3;

    public WorldLayout(int rows, int own, int seats, int niches, int suppliers, int mailSlots, KernelLimits limits, LaboratoryDefinition laboratory, int seatAccounts, int worldAccounts)
    {
        var take = new ColumnAllocator();
        Lots = limits.LotsPerOffer;
        Suppliers = suppliers;
        MailSlots = mailSlots;
        Refusals = limits.RefusalsPerDay;

        Day = take.Longs(ColumnOwner.World, 1, nameof(Day));
        Price = take.Ints(ColumnOwner.Row, rows, nameof(Price));
        NicheFactor = take.Doubles(ColumnOwner.Niche, niches, nameof(NicheFactor));
        FreightDeviation = take.Doubles(ColumnOwner.World, FreightModes, nameof(FreightDeviation));

        EventDigest = take.Longs(ColumnOwner.World, 2, nameof(EventDigest));
        Transfers = take.Longs(ColumnOwner.World, 1, nameof(Transfers));
        Units = take.Ints(ColumnOwner.Row, rows, nameof(Units));
        Orders = take.Ints(ColumnOwner.Row, rows, nameof(Orders));
        Sessions = take.Ints(ColumnOwner.Row, rows, nameof(Sessions));
        Lost = take.Ints(ColumnOwner.Offer, own, nameof(Lost));

        // Of laboratories alone: without the switch a column has no words, and other worlds keep their state.
        Backlog = take.Ints(ColumnOwner.Offer, laboratory.Shortage == ShortageRule.Backlog ? own : 0, nameof(Backlog));
        DemandNoise = take.Doubles(ColumnOwner.Offer, laboratory.Demand == DemandSource.Ar1 ? own : 0, nameof(DemandNoise));
        Returned = take.Ints(ColumnOwner.Offer, own, nameof(Returned));
        ReturnedDefective = take.Ints(ColumnOwner.Offer, own, nameof(ReturnedDefective));
        Revenue = take.Longs(ColumnOwner.Offer, own, nameof(Revenue));
        MonthUnitDays = take.Longs(ColumnOwner.Offer, own, nameof(MonthUnitDays));
        UnitsOwned = take.Longs(ColumnOwner.Offer, own, nameof(UnitsOwned));
        RunOffPrice = take.Ints(ColumnOwner.Offer, own, nameof(RunOffPrice));

        Position = take.Ints(ColumnOwner.Row, rows, nameof(Position));
        Velocity = take.Doubles(ColumnOwner.Row, rows, nameof(Velocity));
        RecentOrders = take.Doubles(ColumnOwner.Row, rows, nameof(RecentOrders));
        RecentSessions = take.Doubles(ColumnOwner.Row, rows, nameof(RecentSessions));
        RankSales = take.Doubles(ColumnOwner.Row, rows, nameof(RankSales));
        StarCounts = take.Ints(ColumnOwner.Row, rows * Stars, nameof(StarCounts));
        ListPrice = take.Ints(ColumnOwner.Offer, own, nameof(ListPrice));
        FeaturedShare = take.Doubles(ColumnOwner.Offer, own, nameof(FeaturedShare));
        PromotionPrice = take.Ints(ColumnOwner.Offer, own, nameof(PromotionPrice));
        PromotionLast = take.Ints(ColumnOwner.Offer, own, nameof(PromotionLast));
        PromotionDays = take.Longs(ColumnOwner.Offer, own, nameof(PromotionDays));
        DipLast = take.Ints(ColumnOwner.Offer, own, nameof(DipLast));
        CampaignBid = take.Ints(ColumnOwner.Offer, own, nameof(CampaignBid));
        CampaignBudget = take.Longs(ColumnOwner.Offer, own, nameof(CampaignBudget));
        CampaignFirst = take.Ints(ColumnOwner.Offer, own, nameof(CampaignFirst));
        CampaignLast = take.Ints(ColumnOwner.Offer, own, nameof(CampaignLast));
        AdReports = take.Longs(ColumnOwner.Offer, own * AdRingDays * AdFigures, nameof(AdReports));
        AdTotals = take.Longs(ColumnOwner.Offer, own * AdFigures, nameof(AdTotals));
        AdReportDay = take.Ints(ColumnOwner.Offer, own, nameof(AdReportDay));
        ReviewsComing = take.Longs(ColumnOwner.Offer, own * ReviewRingDays, nameof(ReviewsComing));
        BoughtReviews = take.Ints(ColumnOwner.Offer, own, nameof(BoughtReviews));

        LotUnits = take.Ints(ColumnOwner.Offer, own * Lots, nameof(LotUnits));
        LotStates = take.Ints(ColumnOwner.Offer, own * Lots, nameof(LotStates));
        LotOrderDay = take.Ints(ColumnOwner.Offer, own * Lots, nameof(LotOrderDay));
        LotArrivedDay = take.Ints(ColumnOwner.Offer, own * Lots, nameof(LotArrivedDay));
        LotCommand = take.Ints(ColumnOwner.Offer, own * Lots, nameof(LotCommand));
        LotSupplier = take.Ints(ColumnOwner.Offer, own * Lots, nameof(LotSupplier));
        LotRoute = take.Ints(ColumnOwner.Offer, own * Lots, nameof(LotRoute));
        LotUnitPrice = take.Ints(ColumnOwner.Offer, own * Lots, nameof(LotUnitPrice));
        LotNextDay = take.Ints(ColumnOwner.Offer, own * Lots, nameof(LotNextDay));
        LotCost = take.Longs(ColumnOwner.Offer, own * Lots, nameof(LotCost));
        LotBalance = take.Longs(ColumnOwner.Offer, own * Lots, nameof(LotBalance));

        LotDefects = take.Ints(ColumnOwner.Offer, own * Lots, nameof(LotDefects));
        LotInspected = take.Ints(ColumnOwner.Offer, own * Lots, nameof(LotInspected));
        Talks = take.Ints(ColumnOwner.Offer, own * suppliers * TalkState.Words, nameof(Talks));
        InvoiceDay = take.Ints(ColumnOwner.Offer, own, nameof(InvoiceDay));
        UnsellableUnits = take.Ints(ColumnOwner.Offer, own, nameof(UnsellableUnits));
        UnsellableCost = take.Longs(ColumnOwner.Offer, own, nameof(UnsellableCost));
        ReworkComing = take.Ints(ColumnOwner.Offer, own * ReturnRingDays, nameof(ReworkComing));
        ReworkedEver = take.Longs(ColumnOwner.Offer, own, nameof(ReworkedEver));
        HijackUntil = take.Ints(ColumnOwner.Offer, own, nameof(HijackUntil));
        HijackPrice = take.Ints(ColumnOwner.Offer, own, nameof(HijackPrice));
        BlockedUntil = take.Ints(ColumnOwner.Offer, own, nameof(BlockedUntil));
        AttackStars = take.Ints(ColumnOwner.Offer, own, nameof(AttackStars));
        AttackRemovalDay = take.Ints(ColumnOwner.Offer, own, nameof(AttackRemovalDay));
        ComplaintUnits = take.Ints(ColumnOwner.Offer, own * ComplaintRingDays, nameof(ComplaintUnits));
        ComplaintCents = take.Longs(ColumnOwner.Offer, own * ComplaintRingDays, nameof(ComplaintCents));
        ComplaintReferral = take.Longs(ColumnOwner.Offer, own * ComplaintRingDays, nameof(ComplaintReferral));

        MonthAgedUnitDays = take.Longs(ColumnOwner.Offer, own, nameof(MonthAgedUnitDays));
        FirstInbound = take.Ints(ColumnOwner.Offer, own, nameof(FirstInbound));
        ShippedInMonth = take.Longs(ColumnOwner.Offer, own * ShipMonths, nameof(ShippedInMonth));
        ReturnedOfMonth = take.Longs(ColumnOwner.Offer, own * ShipMonths, nameof(ReturnedOfMonth));

        ReturnUnits = take.Ints(ColumnOwner.Offer, own * ReturnRingDays * ReturnMonths, nameof(ReturnUnits));
        ReturnResellable = take.Ints(ColumnOwner.Offer, own * ReturnRingDays, nameof(ReturnResellable));
        ReturnDefective = take.Ints(ColumnOwner.Offer, own * ReturnRingDays, nameof(ReturnDefective));
        ReturnCost = take.Longs(ColumnOwner.Offer, own * ReturnRingDays, nameof(ReturnCost));
        ReturnStockCost = take.Longs(ColumnOwner.Offer, own * ReturnRingDays, nameof(ReturnStockCost));
        ReturnRefund = take.Longs(ColumnOwner.Offer, own * ReturnRingDays, nameof(ReturnRefund));
        HistoryPrice = take.Ints(ColumnOwner.Offer, own * HistoryDays, nameof(HistoryPrice));
        HistoryUnits = take.Ints(ColumnOwner.Offer, own * HistoryDays, nameof(HistoryUnits));
        HistoryOnHand = take.Ints(ColumnOwner.Offer, own * HistoryDays, nameof(HistoryOnHand));

        Status = take.Ints(ColumnOwner.Seat, seats, nameof(Status));
        LastDecisionDay = take.Ints(ColumnOwner.Seat, seats, nameof(LastDecisionDay));
        UnpaidDays = take.Ints(ColumnOwner.Seat, seats, nameof(UnpaidDays));
        InsolventDay = take.Ints(ColumnOwner.Seat, seats, nameof(InsolventDay));
        RefusalCount = take.Ints(ColumnOwner.Seat, seats, nameof(RefusalCount));
        Available = take.Longs(ColumnOwner.Seat, seats, nameof(Available));
        RefusalsEver = take.Longs(ColumnOwner.Seat, seats, nameof(RefusalsEver));
        UnitsEver = take.Longs(ColumnOwner.Seat, seats, nameof(UnitsEver));
        LostEver = take.Longs(ColumnOwner.Seat, seats, nameof(LostEver));
        Funds = take.Longs(ColumnOwner.Seat, seats * FundsRingDays, nameof(Funds));
        Payouts = take.Longs(ColumnOwner.Seat, seats * CreditTerms.WindowDays, nameof(Payouts));
        RefundCents = take.Longs(ColumnOwner.Seat, seats * ReturnRingDays, nameof(RefundCents));
        ReferralBackCents = take.Longs(ColumnOwner.Seat, seats * ReturnRingDays, nameof(ReferralBackCents));
        RefundFeeCents = take.Longs(ColumnOwner.Seat, seats * ReturnRingDays, nameof(RefundFeeCents));
        MailWords = take.Ints(ColumnOwner.Seat, seats * mailSlots * Mail.Words, nameof(MailWords));
        MailAmounts = take.Longs(ColumnOwner.Seat, seats * mailSlots * Mail.Sums, nameof(MailAmounts));
        MailCount = take.Ints(ColumnOwner.Seat, seats, nameof(MailCount));
        PointsLost = take.Ints(ColumnOwner.Seat, seats * HealthTerms.PointDays, nameof(PointsLost));
        OrdersOfDay = take.Ints(ColumnOwner.Seat, seats * HealthTerms.PointDays, nameof(OrdersOfDay));
        DefectsOfDay = take.Ints(ColumnOwner.Seat, seats * HealthTerms.DefectDays, nameof(DefectsOfDay));
        SuspendedSince = take.Ints(ColumnOwner.Seat, seats, nameof(SuspendedSince));
        SuspensionReason = take.Ints(ColumnOwner.Seat, seats, nameof(SuspensionReason));
        AppealDay = take.Ints(ColumnOwner.Seat, seats, nameof(AppealDay));
        AppealCause = take.Ints(ColumnOwner.Seat, seats, nameof(AppealCause));
        AppealAnswerDay = take.Ints(ColumnOwner.Seat, seats, nameof(AppealAnswerDay));
        HoldUntil = take.Ints(ColumnOwner.Seat, seats, nameof(HoldUntil));
        FalseClaims = take.Ints(ColumnOwner.Seat, seats, nameof(FalseClaims));
        ReactionCounts = take.Ints(ColumnOwner.Seat, seats * AdversaryKinds * ReactionKinds, nameof(ReactionCounts));
        RefusalLog = take.Longs(ColumnOwner.Seat, seats * Refusals * RefusalWords, nameof(RefusalLog));
        SeatDebits = take.Longs(ColumnOwner.Seat, seats * seatAccounts, nameof(SeatDebits));
        SeatCredits = take.Longs(ColumnOwner.Seat, seats * seatAccounts, nameof(SeatCredits));
        WorldDebits = take.Longs(ColumnOwner.World, worldAccounts, nameof(WorldDebits));
        WorldCredits = take.Longs(ColumnOwner.World, worldAccounts, nameof(WorldCredits));
        Inference = take.Longs(ColumnOwner.Seat, seats * InferenceWords, nameof(Inference));
        Forecasts = new(take, seats, limits.ForecastsPerSeat);
        Words = take.Words;
        Columns = take.Columns;
    }

    /// <summary>All columns by name, in the order of their words.</summary>
    public IReadOnlyList<NamedColumn> Columns { get; }

    public int Words { get; }

    public int Lots { get; }

    public int Refusals { get; }

    /// <summary>Most suppliers of a product.</summary>
    public int Suppliers { get; }

    /// <summary>Messages that a seat can have at once.</summary>
    public int MailSlots { get; }

    public Column<long> Day { get; }

    /// <summary>Price in cents; 0 means closed.</summary>
    public Column<int> Price { get; }

    public Column<double> NicheFactor { get; }

    /// <summary>Deviation of the log price of sea, air and express freight from usual.</summary>
    public Column<double> FreightDeviation { get; }

    /// <summary>Running digest of all events so far: high and low word.</summary>
    public Column<long> EventDigest { get; }

    /// <summary>Number of transfers posted so far; the next one's identity.</summary>
    public Column<long> Transfers { get; }

    /// <summary>Units sold on the last day, by row; 0 before the first day.</summary>
    public Column<int> Units { get; }

    public Column<int> Orders { get; }

    public Column<int> Sessions { get; }

    public Column<int> Lost { get; }

    /// <summary>Units that shoppers wait for; empty but with <see cref="ShortageRule.Backlog"/>.</summary>
    public Column<int> Backlog { get; }

    /// <summary>Yesterday's deviation of demand in standard deviations; empty but with <see cref="DemandSource.Ar1"/>.</summary>
    public Column<double> DemandNoise { get; }

    public Column<int> Returned { get; }

    public Column<long> Revenue { get; }

    /// <summary>Sum over the days of this month of the units on hand at the day's end.</summary>
    public Column<long> MonthUnitDays { get; }

    /// <summary>
    /// Units bought less those sold, liquidated and cancelled, plus those that came back sellable: kept apart from the lots,
    /// so that the audit can compare.
    /// </summary>
    public Column<long> UnitsOwned { get; }

    /// <summary>Reference price of the run-off in cents; 0 when the offer is not sold on.</summary>
    public Column<int> RunOffPrice { get; }

    /// <summary>Place of the row's listing in the niche's search results of the last day, from 1; 0 when it was not shown.</summary>
    public Column<int> Position { get; }

    /// <summary>Organic orders a day, exponentially weighted; of a listing, at its first row.</summary>
    public Column<double> Velocity { get; }

    /// <summary>Orders a day, weighted as <see cref="Velocity"/>, from all channels.</summary>
    public Column<double> RecentOrders { get; }

    public Column<double> RecentSessions { get; }

    /// <summary>Units sold, decayed: what the best-seller rank goes by.</summary>
    public Column<double> RankSales { get; }

    /// <summary>Reviews of a listing by stars, at its first row.</summary>
    public Column<int> StarCounts { get; }

    /// <summary>Price outside promotions, in cents; 0 while closed.</summary>
    public Column<int> ListPrice { get; }

    public Column<double> FeaturedShare { get; }

    /// <summary>Promoted price in cents; 0 without a promotion.</summary>
    public Column<int> PromotionPrice { get; }

    public Column<int> PromotionLast { get; }

    /// <summary>A bit for each of the last 60 days, the lowest being today: whether it was promoted.</summary>
    public Column<long> PromotionDays { get; }

    /// <summary>Last day of the dip after a promotion; 0 without one.</summary>
    public Column<int> DipLast { get; }

    /// <summary>Bid in cents; 0 without a campaign.</summary>
    public Column<int> CampaignBid { get; }

    public Column<long> CampaignBudget { get; }

    public Column<int> CampaignFirst { get; }

    public Column<int> CampaignLast { get; }

    /// <summary>Advertising figures by day, a ring.</summary>
    public Column<long> AdReports { get; }

    /// <summary>Advertising figures of the campaign up to the last report.</summary>
    public Column<long> AdTotals { get; }

    /// <summary>Day after the one of the last report; 0 before the first.</summary>
    public Column<int> AdReportDay { get; }

    /// <summary>Reviews by the day they appear, a ring, twelve bits for each number of stars.</summary>
    public Column<long> ReviewsComing { get; }

    /// <summary>Bought reviews that stand or are on their way.</summary>
    public Column<int> BoughtReviews { get; }

    /// <summary>As <see cref="MonthUnitDays"/>, of units in lots older than 30 days.</summary>
    public Column<long> MonthAgedUnitDays { get; }

    /// <summary>Day of the first receipt, negative before the start; <see cref="int.MaxValue"/> until there was one.</summary>
    public Column<int> FirstInbound { get; }

    /// <summary>Units sold by month of the sale, a ring.</summary>
    public Column<long> ShippedInMonth { get; }

    /// <summary>Units that came back so far, by month of their sale, a ring.</summary>
    public Column<long> ReturnedOfMonth { get; }

    /// <summary>Price by day, a ring; 0 on days out of the market.</summary>
    public Column<int> HistoryPrice { get; }

    public Column<int> HistoryUnits { get; }

    /// <summary>Units on hand at the day's end, a ring.</summary>
    public Column<int> HistoryOnHand { get; }

    public Column<int> Status { get; }

    /// <summary>T of the run-off: the last day on which the seat decides.</summary>
    public Column<int> LastDecisionDay { get; }

    public Column<int> UnpaidDays { get; }

    /// <summary>Day of insolvency, or −1.</summary>
    public Column<int> InsolventDay { get; }

    public Column<int> RefusalCount { get; }

    /// <summary>Funds with the marketplace that may be paid out, in cents; negative when the seller owes it.</summary>
    public Column<long> Available { get; }

    public Column<long> RefusalsEver { get; }

    public Column<long> UnitsEver { get; }

    public Column<long> LostEver { get; }

    /// <summary>Net proceeds by the day they become available, a ring.</summary>
    public Column<long> Funds { get; }

    /// <summary>Payouts by day, a ring.</summary>
    public Column<long> Payouts { get; }

    public Column<long> RefundCents { get; }

    public Column<long> ReferralBackCents { get; }

    public Column<long> RefundFeeCents { get; }

    public Column<long> RefusalLog { get; }

    public Column<long> SeatDebits { get; }

    public Column<long> SeatCredits { get; }

    public Column<long> WorldDebits { get; }

    public Column<long> WorldCredits { get; }

    /// <summary>What thinking cost so far: micro-dollars, input tokens, output tokens.</summary>
    public Column<long> Inference { get; }

    public ForecastColumns Forecasts { get; }
}
