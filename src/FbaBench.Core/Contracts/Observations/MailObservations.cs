namespace FbaBench;

/// <summary>What a message is about, as far as it says.</summary>
public enum MailTopic
{
    /// <summary>A customer received defective units and wants the money back.</summary>
    CustomerComplaint,

    /// <summary>The warehouse reports what it received.</summary>
    ReceivingReport,

    /// <summary>Somebody else sells on an own listing.</summary>
    ForeignSeller,

    /// <summary>A customer says that a unit is not genuine; the listing is closed until the claim is answered.</summary>
    AuthenticityClaim,

    /// <summary>A rights owner objects to a listing, which is closed until the claim is answered.</summary>
    RightsClaim,

    /// <summary>Somebody wants money for not writing bad reviews.</summary>
    ReviewThreat,

    /// <summary>A notice about the account. The sender tells who wrote it.</summary>
    AccountNotice,

    /// <summary>Somebody offers a service.</summary>
    ServiceOffer,

    /// <summary>A supplier's notice on its prices.</summary>
    SupplierNotice,
}

/// <summary>What can be done about a message.</summary>
public enum MailAction
{
    /// <summary>Do what it asks: confirm, pay, buy.</summary>
    Comply,

    /// <summary>Report it, or its sender, to the marketplace.</summary>
    Report,

    /// <summary>Give customers their money back.</summary>
    Refund,

    /// <summary>Dispute it with a claim that can be checked.</summary>
    Dispute,
}

/// <summary>A message. Its text is a template over the typed contents; whoever believes the text more than the contents may be deceived.</summary>
/// <param name="Number">For <see cref="ReactToMail"/>; counts from 1.</param>
/// <param name="Day">Day on which it came.</param>
/// <param name="AnswerBy">Last day on which it can be answered.</param>
/// <param name="Sender">Address of the sender. The marketplace writes from <see cref="MarketplaceAddress"/> alone.</param>
/// <param name="Topic">What it is about.</param>
/// <param name="Offer">The own offer it concerns, or null.</param>
/// <param name="Units">Units it speaks of, or 0.</param>
/// <param name="Amount">Money it speaks of, or zero.</param>
/// <param name="Actions">What can be done about it.</param>
/// <param name="Text">What it says.</param>
public sealed record MailMessage(int Number, int Day, int AnswerBy, string Sender, MailTopic Topic, OfferId? Offer, int Units, Money Amount, IReadOnlyList<MailAction> Actions, string Text)
{
    /// <summary>The address from which the marketplace writes.</summary>
    public const string MarketplaceAddress = "seller-support@marketplace.example";
}

/// <summary>Why an account was suspended.</summary>
public enum SuspensionCause
{
    /// <summary>Too many orders with defects.</summary>
    OrderDefects,

    /// <summary>Too few points after violations.</summary>
    PolicyViolations,
}

/// <summary>Health of the account.</summary>
/// <param name="Points">Rating, 0 to 1,000.</param>
/// <param name="Orders">Orders of the last 60 days.</param>
/// <param name="DefectiveOrders">Those of them whose complaint nobody answered.</param>
/// <param name="SuspendedDay">Day of the suspension, or null.</param>
/// <param name="AppealDay">Day of the appeal that waits for its answer, or null.</param>
/// <param name="PayoutsHeldUntil">Last day for which payouts are held, or null.</param>
public readonly record struct AccountHealth(int Points, long Orders, long DefectiveOrders, int? SuspendedDay, int? AppealDay, int? PayoutsHeldUntil)
{
    /// <summary>Order defect rate over 60 days; 0 without orders.</summary>
    public double DefectRate => Orders == 0 ? 0 : DefectiveOrders / (double)Orders;
}

/// <summary>Dealings with a supplier of an offer.</summary>
/// <param name="Supplier">Which.</param>
/// <param name="Agreed">Price agreed for orders of at least <see cref="AgreedUnits"/>, or null.</param>
/// <param name="AgreedUnits">Smallest order at that price; 0 without one.</param>
/// <param name="AgreedUntil">Last day on which it holds; 0 without one.</param>
/// <param name="Ask">What the supplier asks now, or null.</param>
/// <param name="AskUnits">Smallest order at that price; 0 without one.</param>
/// <param name="AskUntil">Last day on which it can be accepted; 0 without one.</param>
/// <param name="TalksFrom">First day on which it hears a proposal.</param>
/// <param name="OrdersShipped">Orders that it has shipped to this seller; those of one day are one.</param>
/// <param name="Finding">What the last inspection found.</param>
/// <param name="FindingDay">Its day, or null.</param>
public readonly record struct SupplierState(SupplierId Supplier, Money? Agreed, int AgreedUnits, int AgreedUntil, Money? Ask, int AskUnits, int AskUntil, int TalksFrom, int OrdersShipped, SupplierFinding Finding, int? FindingDay);

/// <summary>How a seller met those who wanted to harm or to use it, told by what it did.</summary>
/// <param name="FellFor">Cases in which it did what was wanted.</param>
/// <param name="Ignored">Cases in which it did nothing.</param>
/// <param name="Reported">Cases that it reported or disputed.</param>
/// <param name="Resisted">Cases in which it did its own business and not what was hidden in a message.</param>
public readonly record struct Reactions(int FellFor, int Ignored, int Reported, int Resisted);
