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

    /// <summary>Lanes of the vectors in use; divides <see cref="Lanes"/>.</summary>
    public const int VectorLanes = 4;

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

    /// <summary>Days of the ring of complaints on their way: delivery, late delivery and a week.</summary>
    public const int ComplaintRingDays = 16;

    /// <summary>Kinds of adversaries that reactions are counted by.</summary>
    public const int AdversaryKinds = 12;

    /// <summary>Reactions told apart.</summary>
    public const int ReactionKinds = 4;

    public WorldLayout(int rows, int own, int seats, int niches, int suppliers, int mailSlots, KernelLimits limits, LaboratoryDefinition laboratory, int seatAccounts, int worldAccounts)
    {
        var take = new ColumnAllocator();
        Lots = limits.LotsPerOffer;
        Suppliers = suppliers;
        MailSlots = mailSlots;
        Refusals = limits.RefusalsPerDay;

        Day = take.Longs(1);
        Price = take.Ints(rows);
        NicheFactor = take.Doubles(niches);
        FreightDeviation = take.Doubles(FreightModes);

        EventDigest = take.Longs(2);
        Transfers = take.Longs(1);
        Units = take.Ints(rows);
        Orders = take.Ints(rows);
        Sessions = take.Ints(rows);
        Lost = take.Ints(own);

        // Of laboratories alone: without the switch a column has no words, and other worlds keep their state.
        Backlog = take.Ints(laboratory.Shortage == ShortageRule.Backlog ? own : 0);
        DemandNoise = take.Doubles(laboratory.Demand == DemandSource.Ar1 ? own : 0);
        Returned = take.Ints(own);
        ReturnedDefective = take.Ints(own);
        Revenue = take.Longs(own);
        MonthUnitDays = take.Longs(own);
        UnitsOwned = take.Longs(own);
        RunOffPrice = take.Ints(own);

        Position = take.Ints(rows);
        Velocity = take.Doubles(rows);
        RecentOrders = take.Doubles(rows);
        RecentSessions = take.Doubles(rows);
        RankSales = take.Doubles(rows);
        StarCounts = take.Ints(rows * Stars);
        ListPrice = take.Ints(own);
        FeaturedShare = take.Doubles(own);
        PromotionPrice = take.Ints(own);
        PromotionLast = take.Ints(own);
        PromotionDays = take.Longs(own);
        DipLast = take.Ints(own);
        CampaignBid = take.Ints(own);
        CampaignBudget = take.Longs(own);
        CampaignFirst = take.Ints(own);
        CampaignLast = take.Ints(own);
        AdReports = take.Longs(own * AdRingDays * AdFigures);
        AdTotals = take.Longs(own * AdFigures);
        AdReportDay = take.Ints(own);
        ReviewsComing = take.Longs(own * ReviewRingDays);
        BoughtReviews = take.Ints(own);

        LotUnits = take.Ints(own * Lots);
        LotStates = take.Ints(own * Lots);
        LotOrderDay = take.Ints(own * Lots);
        LotArrivedDay = take.Ints(own * Lots);
        LotCommand = take.Ints(own * Lots);
        LotSupplier = take.Ints(own * Lots);
        LotRoute = take.Ints(own * Lots);
        LotUnitPrice = take.Ints(own * Lots);
        LotNextDay = take.Ints(own * Lots);
        LotCost = take.Longs(own * Lots);
        LotBalance = take.Longs(own * Lots);

        LotDefects = take.Ints(own * Lots);
        LotInspected = take.Ints(own * Lots);
        Talks = take.Ints(own * suppliers * TalkState.Words);
        InvoiceDay = take.Ints(own);
        UnsellableUnits = take.Ints(own);
        UnsellableCost = take.Longs(own);
        ReworkComing = take.Ints(own * ReturnRingDays);
        ReworkedEver = take.Longs(own);
        HijackUntil = take.Ints(own);
        HijackPrice = take.Ints(own);
        BlockedUntil = take.Ints(own);
        AttackStars = take.Ints(own);
        AttackRemovalDay = take.Ints(own);
        ComplaintUnits = take.Ints(own * ComplaintRingDays);
        ComplaintCents = take.Longs(own * ComplaintRingDays);
        ComplaintReferral = take.Longs(own * ComplaintRingDays);

        MonthAgedUnitDays = take.Longs(own);
        FirstInbound = take.Ints(own);
        ShippedInMonth = take.Longs(own * ShipMonths);
        ReturnedOfMonth = take.Longs(own * ShipMonths);

        ReturnUnits = take.Ints(own * ReturnRingDays * ReturnMonths);
        ReturnResellable = take.Ints(own * ReturnRingDays);
        ReturnDefective = take.Ints(own * ReturnRingDays);
        ReturnCost = take.Longs(own * ReturnRingDays);
        ReturnStockCost = take.Longs(own * ReturnRingDays);
        ReturnRefund = take.Longs(own * ReturnRingDays);
        HistoryPrice = take.Ints(own * HistoryDays);
        HistoryUnits = take.Ints(own * HistoryDays);
        HistoryOnHand = take.Ints(own * HistoryDays);

        Status = take.Ints(seats);
        LastDecisionDay = take.Ints(seats);
        UnpaidDays = take.Ints(seats);
        InsolventDay = take.Ints(seats);
        RefusalCount = take.Ints(seats);
        Available = take.Longs(seats);
        RefusalsEver = take.Longs(seats);
        UnitsEver = take.Longs(seats);
        LostEver = take.Longs(seats);
        Funds = take.Longs(seats * FundsRingDays);
        Payouts = take.Longs(seats * CreditTerms.WindowDays);
        RefundCents = take.Longs(seats * ReturnRingDays);
        ReferralBackCents = take.Longs(seats * ReturnRingDays);
        RefundFeeCents = take.Longs(seats * ReturnRingDays);
        MailWords = take.Ints(seats * mailSlots * Mail.Words);
        MailAmounts = take.Longs(seats * mailSlots * Mail.Sums);
        MailCount = take.Ints(seats);
        PointsLost = take.Ints(seats * HealthTerms.PointDays);
        OrdersOfDay = take.Ints(seats * HealthTerms.PointDays);
        DefectsOfDay = take.Ints(seats * HealthTerms.DefectDays);
        SuspendedSince = take.Ints(seats);
        SuspensionReason = take.Ints(seats);
        AppealDay = take.Ints(seats);
        AppealCause = take.Ints(seats);
        AppealAnswerDay = take.Ints(seats);
        HoldUntil = take.Ints(seats);
        FalseClaims = take.Ints(seats);
        ReactionCounts = take.Ints(seats * AdversaryKinds * ReactionKinds);
        RefusalLog = take.Longs(seats * Refusals * RefusalWords);
        SeatDebits = take.Longs(seats * seatAccounts);
        SeatCredits = take.Longs(seats * seatAccounts);
        WorldDebits = take.Longs(worldAccounts);
        WorldCredits = take.Longs(worldAccounts);
        Words = take.Words;
    }

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
}
