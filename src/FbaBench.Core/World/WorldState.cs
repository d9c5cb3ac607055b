namespace FbaBench.World;

/// <summary>The columns of a state block by name. A span is a view: writing to it changes the state.</summary>
internal sealed class WorldState(WorldModel model, WorldLayout layout, StateBlock block)
{
    public WorldModel Model { get; } = model;

    public WorldLayout Layout { get; } = layout;

    public StateBlock Block { get; } = block;

    public Span<long> Day => Block.Get(Layout.Day);

    public Span<int> Price => Block.Get(Layout.Price);

    public Span<double> NicheFactor => Block.Get(Layout.NicheFactor);

    public Span<double> FreightDeviation => Block.Get(Layout.FreightDeviation);

    public Span<long> EventDigest => Block.Get(Layout.EventDigest);

    public StateHash EventHash => new((ulong)EventDigest[0], (ulong)EventDigest[1]);

    public Span<long> Transfers => Block.Get(Layout.Transfers);

    public Span<int> Units => Block.Get(Layout.Units);

    public Span<int> Orders => Block.Get(Layout.Orders);

    public Span<int> Sessions => Block.Get(Layout.Sessions);

    public Span<int> Lost => Block.Get(Layout.Lost);

    public Span<int> Backlog => Block.Get(Layout.Backlog);

    public Span<double> DemandNoise => Block.Get(Layout.DemandNoise);

    public Span<int> Returned => Block.Get(Layout.Returned);

    public Span<long> Revenue => Block.Get(Layout.Revenue);

    public Span<long> MonthUnitDays => Block.Get(Layout.MonthUnitDays);

    public Span<long> UnitsOwned => Block.Get(Layout.UnitsOwned);

    public Span<int> RunOffPrice => Block.Get(Layout.RunOffPrice);

    public Span<int> Position => Block.Get(Layout.Position);

    public Span<double> Velocity => Block.Get(Layout.Velocity);

    public Span<double> RecentOrders => Block.Get(Layout.RecentOrders);

    public Span<double> RecentSessions => Block.Get(Layout.RecentSessions);

    public Span<double> RankSales => Block.Get(Layout.RankSales);

    public Span<int> StarCounts => Block.Get(Layout.StarCounts);

    public Span<int> ListPrice => Block.Get(Layout.ListPrice);

    public Span<double> FeaturedShare => Block.Get(Layout.FeaturedShare);

    public Span<int> PromotionPrice => Block.Get(Layout.PromotionPrice);

    public Span<int> PromotionLast => Block.Get(Layout.PromotionLast);

    public Span<long> PromotionDays => Block.Get(Layout.PromotionDays);

    public Span<int> DipLast => Block.Get(Layout.DipLast);

    public Span<int> CampaignBid => Block.Get(Layout.CampaignBid);

    public Span<long> CampaignBudget => Block.Get(Layout.CampaignBudget);

    public Span<int> CampaignFirst => Block.Get(Layout.CampaignFirst);

    public Span<int> CampaignLast => Block.Get(Layout.CampaignLast);

    public Span<long> AdReports => Block.Get(Layout.AdReports);

    public Span<long> AdTotals => Block.Get(Layout.AdTotals);

    public Span<int> AdReportDay => Block.Get(Layout.AdReportDay);

    public Span<long> ReviewsComing => Block.Get(Layout.ReviewsComing);

    public Span<int> BoughtReviews => Block.Get(Layout.BoughtReviews);

    public Span<int> LotUnits => Block.Get(Layout.LotUnits);

    public Span<int> LotStates => Block.Get(Layout.LotStates);

    public Span<int> LotOrderDay => Block.Get(Layout.LotOrderDay);

    public Span<int> LotArrivedDay => Block.Get(Layout.LotArrivedDay);

    public Span<int> LotCommand => Block.Get(Layout.LotCommand);

    public Span<int> LotSupplier => Block.Get(Layout.LotSupplier);

    public Span<int> LotRoute => Block.Get(Layout.LotRoute);

    public Span<int> LotUnitPrice => Block.Get(Layout.LotUnitPrice);

    public Span<int> LotNextDay => Block.Get(Layout.LotNextDay);

    public Span<long> LotCost => Block.Get(Layout.LotCost);

    public Span<long> LotBalance => Block.Get(Layout.LotBalance);

    public Span<long> MonthAgedUnitDays => Block.Get(Layout.MonthAgedUnitDays);

    public Span<int> FirstInbound => Block.Get(Layout.FirstInbound);

    public Span<long> ShippedInMonth => Block.Get(Layout.ShippedInMonth);

    public Span<long> ReturnedOfMonth => Block.Get(Layout.ReturnedOfMonth);

    public Span<int> ReturnUnits => Block.Get(Layout.ReturnUnits);

    public Span<int> ReturnResellable => Block.Get(Layout.ReturnResellable);

    public Span<long> ReturnCost => Block.Get(Layout.ReturnCost);

    public Span<long> ReturnStockCost => Block.Get(Layout.ReturnStockCost);

    public Span<long> ReturnRefund => Block.Get(Layout.ReturnRefund);

    public Span<int> HistoryPrice => Block.Get(Layout.HistoryPrice);

    public Span<int> HistoryUnits => Block.Get(Layout.HistoryUnits);

    public Span<int> HistoryOnHand => Block.Get(Layout.HistoryOnHand);

    public Span<int> Status => Block.Get(Layout.Status);

    public Span<int> LastDecisionDay => Block.Get(Layout.LastDecisionDay);

    public Span<int> UnpaidDays => Block.Get(Layout.UnpaidDays);

    public Span<int> InsolventDay => Block.Get(Layout.InsolventDay);

    public Span<int> RefusalCount => Block.Get(Layout.RefusalCount);

    public Span<long> Available => Block.Get(Layout.Available);

    public Span<long> RefusalsEver => Block.Get(Layout.RefusalsEver);

    public Span<long> UnitsEver => Block.Get(Layout.UnitsEver);

    public Span<long> LostEver => Block.Get(Layout.LostEver);

    public Span<long> Funds => Block.Get(Layout.Funds);

    public Span<long> Payouts => Block.Get(Layout.Payouts);

    public Span<long> RefundCents => Block.Get(Layout.RefundCents);

    public Span<long> ReferralBackCents => Block.Get(Layout.ReferralBackCents);

    public Span<long> RefundFeeCents => Block.Get(Layout.RefundFeeCents);

    public Span<long> RefusalLog => Block.Get(Layout.RefusalLog);

    public Span<long> SeatDebits => Block.Get(Layout.SeatDebits);

    public Span<long> SeatCredits => Block.Get(Layout.SeatCredits);

    public Span<long> WorldDebits => Block.Get(Layout.WorldDebits);

    public Span<long> WorldCredits => Block.Get(Layout.WorldCredits);

    public Span<int> LotDefects => Block.Get(Layout.LotDefects);

    public Span<int> LotInspected => Block.Get(Layout.LotInspected);

    public Span<int> Talks => Block.Get(Layout.Talks);

    public Span<int> InvoiceDay => Block.Get(Layout.InvoiceDay);

    public Span<int> UnsellableUnits => Block.Get(Layout.UnsellableUnits);

    public Span<long> UnsellableCost => Block.Get(Layout.UnsellableCost);

    public Span<int> ReworkComing => Block.Get(Layout.ReworkComing);

    public Span<long> ReworkedEver => Block.Get(Layout.ReworkedEver);

    public Span<int> HijackUntil => Block.Get(Layout.HijackUntil);

    public Span<int> HijackPrice => Block.Get(Layout.HijackPrice);

    public Span<int> BlockedUntil => Block.Get(Layout.BlockedUntil);

    public Span<int> AttackStars => Block.Get(Layout.AttackStars);

    public Span<int> AttackRemovalDay => Block.Get(Layout.AttackRemovalDay);

    public Span<int> ComplaintUnits => Block.Get(Layout.ComplaintUnits);

    public Span<long> ComplaintCents => Block.Get(Layout.ComplaintCents);

    public Span<long> ComplaintReferral => Block.Get(Layout.ComplaintReferral);

    public Span<int> ReturnedDefective => Block.Get(Layout.ReturnedDefective);

    public Span<int> ReturnDefective => Block.Get(Layout.ReturnDefective);

    public Span<int> MailWords => Block.Get(Layout.MailWords);

    public Span<long> MailAmounts => Block.Get(Layout.MailAmounts);

    public Span<int> MailCount => Block.Get(Layout.MailCount);

    public Span<int> PointsLost => Block.Get(Layout.PointsLost);

    public Span<int> OrdersOfDay => Block.Get(Layout.OrdersOfDay);

    public Span<int> DefectsOfDay => Block.Get(Layout.DefectsOfDay);

    public Span<int> SuspendedSince => Block.Get(Layout.SuspendedSince);

    public Span<int> SuspensionReason => Block.Get(Layout.SuspensionReason);

    public Span<int> AppealDay => Block.Get(Layout.AppealDay);

    public Span<int> AppealCause => Block.Get(Layout.AppealCause);

    public Span<int> AppealAnswerDay => Block.Get(Layout.AppealAnswerDay);

    public Span<int> HoldUntil => Block.Get(Layout.HoldUntil);

    public Span<int> FalseClaims => Block.Get(Layout.FalseClaims);

    public Span<int> ReactionCounts => Block.Get(Layout.ReactionCounts);

    /// <summary>The same world on a copy of the block.</summary>
    public WorldState Copy() => new(Model, Layout, Block.Copy());
}
