namespace FbaBench.World;

/// <summary>Columns of lots, suppliers, returns, mail and the account's health.</summary>
internal sealed partial class WorldLayout
{
    public Column<int> LotUnits { get; }

    public Column<int> LotStates { get; }

    public Column<int> LotOrderDay { get; }

    /// <summary>Day on which the goods reached the warehouse door.</summary>
    public Column<int> LotArrivedDay { get; }

    public Column<int> LotCommand { get; }

    public Column<int> LotSupplier { get; }

    /// <summary>Index of the route among the supplier's.</summary>
    public Column<int> LotRoute { get; }

    /// <summary>Price of a unit of goods as ordered, in cents.</summary>
    public Column<int> LotUnitPrice { get; }

    /// <summary>Day of the next step: ready, at the door, or sellable; for sellable lots the day they became so.</summary>
    public Column<int> LotNextDay { get; }

    /// <summary>Cents paid for the lot's units so far (deposit, then full landed cost), lowered as they are sold.</summary>
    public Column<long> LotCost { get; }

    /// <summary>Balance still owed, in cents.</summary>
    public Column<long> LotBalance { get; }

    /// <summary>Units by the day they come back, a ring, and by the month of their sale.</summary>
    public Column<int> ReturnUnits { get; }

    public Column<int> ReturnResellable { get; }

    public Column<long> ReturnCost { get; }

    /// <summary>The part of <see cref="ReturnCost"/> that goes back on the shelf.</summary>
    public Column<long> ReturnStockCost { get; }

    public Column<long> ReturnRefund { get; }

    /// <summary>Defective units of a lot; nobody knows them without an inspection.</summary>
    public Column<int> LotDefects { get; }

    /// <summary>1 once an inspector has seen the lot.</summary>
    public Column<int> LotInspected { get; }

    /// <summary>Dealings with suppliers, see <see cref="TalkState"/>.</summary>
    public Column<int> Talks { get; }

    /// <summary>Day after the one on which the last received order was placed; 0 before the first receipt.</summary>
    public Column<int> InvoiceDay { get; }

    /// <summary>Units in the warehouse that cannot be sold; without book value.</summary>
    public Column<int> UnsellableUnits { get; }

    /// <summary>Landed cost that they had.</summary>
    public Column<long> UnsellableCost { get; }

    /// <summary>Reworked units by the day they come back, a ring.</summary>
    public Column<int> ReworkComing { get; }

    /// <summary>Units sent to rework so far: shares of it are exact whatever the batches.</summary>
    public Column<long> ReworkedEver { get; }

    /// <summary>Last day of a counterfeiter on the listing; 0 without one.</summary>
    public Column<int> HijackUntil { get; }

    /// <summary>List price when it came.</summary>
    public Column<int> HijackPrice { get; }

    /// <summary>Last day for which the marketplace keeps the listing closed; 0 when it does not.</summary>
    public Column<int> BlockedUntil { get; }

    /// <summary>One-star reviews of attacks that can still be reported or were, those on their way included.</summary>
    public Column<int> AttackStars { get; }

    /// <summary>Day on which the marketplace deletes them; 0 when it does not.</summary>
    public Column<int> AttackRemovalDay { get; }

    /// <summary>Units of complaints by the day they come, a ring.</summary>
    public Column<int> ComplaintUnits { get; }

    /// <summary>What was paid for them.</summary>
    public Column<long> ComplaintCents { get; }

    /// <summary>Referral fees that were paid for them.</summary>
    public Column<long> ComplaintReferral { get; }

    /// <summary>Units that came back as defective, of <see cref="Returned"/>.</summary>
    public Column<int> ReturnedDefective { get; }

    /// <summary>The same by the day they come back, a ring.</summary>
    public Column<int> ReturnDefective { get; }

    /// <summary>Messages, see <see cref="Mail"/>.</summary>
    public Column<int> MailWords { get; }

    public Column<long> MailAmounts { get; }

    /// <summary>Messages so far.</summary>
    public Column<int> MailCount { get; }

    /// <summary>Points lost by day, a ring of 180 days.</summary>
    public Column<int> PointsLost { get; }

    /// <summary>Orders by day, a ring of 180 days.</summary>
    public Column<int> OrdersOfDay { get; }

    /// <summary>Orders with a defect by day, a ring of 60 days.</summary>
    public Column<int> DefectsOfDay { get; }

    /// <summary>Day after the one on which the account was suspended; 0 when it is not.</summary>
    public Column<int> SuspendedSince { get; }

    /// <summary>The <see cref="SuspensionCause"/> of the suspension.</summary>
    public Column<int> SuspensionReason { get; }

    /// <summary>Day after the one of the appeal; 0 without one.</summary>
    public Column<int> AppealDay { get; }

    /// <summary>The cause that it names.</summary>
    public Column<int> AppealCause { get; }

    /// <summary>Day on which it is answered.</summary>
    public Column<int> AppealAnswerDay { get; }

    /// <summary>Last day for which payouts are held.</summary>
    public Column<int> HoldUntil { get; }

    /// <summary>Claims of the seller that were false.</summary>
    public Column<int> FalseClaims { get; }

    /// <summary>Reactions by kind of adversary.</summary>
    public Column<int> ReactionCounts { get; }
}
