using FbaBench.World;

namespace FbaBench.Benchmarks.Ordinary;

/// <summary>Keeps what happened on the day to the seller's listings.</summary>
internal sealed class DayLog
{
    private readonly List<DomainEvent> _happened = [];

    public DayLog(EventBus bus)
    {
        bus.Subscribe<ShelfRanOut>(KeepAsync);
        bus.Subscribe<UnitsSold>(KeepAsync);
        bus.Subscribe<ListingClosed>(KeepAsync);
        bus.Subscribe<ProofRequested>(KeepAsync);
        bus.Subscribe<PromotionCharged>(KeepAsync);
        bus.Subscribe<ClicksCharged>(KeepAsync);
        bus.Subscribe<CampaignEnded>(KeepAsync);
        bus.Subscribe<UnitsReworked>(KeepAsync);
        bus.Subscribe<UnitsReturned>(KeepAsync);
    }

    public IEnumerable<DomainEvent> Happened => _happened;

    public void Clear() => _happened.Clear();

    /// <summary>The day in the kernel's terms.</summary>
    public IEnumerable<SimEvent> ToEvents(int day) => _happened.SelectMany(ToEvents).Select(one => one with { Day = day });

    private Task KeepAsync(DomainEvent happened)
    {
        _happened.Add(happened);
        return Task.CompletedTask;
    }

    private static IEnumerable<SimEvent> ToEvents(DomainEvent happened) => happened switch
    {
        ShelfRanOut one => [Event(EventKind.StockOut, one.Listing, one.Units)],
        UnitsSold { Fees.LowInventory: > 0 } one => [Event(EventKind.LowInventory, one.Listing, one.Units, 0, one.Fees.LowInventory), Sale(one)],
        UnitsSold one => [Sale(one)],
        ListingClosed one => [Event(EventKind.ListingClosed, one.Listing, one.Days, (int)MailKind.Authenticity)],
        ProofRequested one => [Event(EventKind.MailSent, one.Listing, 0, (int)MailKind.Authenticity)],
        PromotionCharged one => [Event(EventKind.PromotionFee, one.Listing, one.Units, 0, one.Fee)],
        ClicksCharged one => [Event(EventKind.Advertising, one.Listing, (int)one.Clicks, one.Orders, one.Spend)],
        CampaignEnded one => [Event(EventKind.CampaignEnded, one.Listing)],
        UnitsReworked one => [Event(EventKind.Reworked, one.Listing, one.Units)],
        UnitsReturned one => [Event(EventKind.Returned, one.Listing, one.Units, one.Resellable, one.Refund)],
        _ => [],
    };

    private static SimEvent Sale(UnitsSold sold) => Event(EventKind.Sale, sold.Listing, sold.Units, sold.Orders, sold.Revenue);

    private static SimEvent Event(EventKind kind, Listing listing, int units = 0, int detail = 0, decimal amount = 0) =>
        new(0, kind, new Seat(0), new OfferId(listing.Row), units, detail, Money.Dollars(amount));
}
