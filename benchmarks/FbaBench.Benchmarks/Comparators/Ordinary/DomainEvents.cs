using FbaBench.Market;

namespace FbaBench.Benchmarks.Ordinary;

/// <summary>Something that happened on the day.</summary>
internal abstract record DomainEvent;

internal sealed record ShoppersChose(Listing Listing, Demand Wanted, int Visits) : DomainEvent;

internal sealed record ShelfWasEmpty(OwnListing Listing, int Units) : DomainEvent;

internal sealed record ShelfRanOut(OwnListing Listing, int Units) : DomainEvent;

internal sealed record UnitsSold(OwnListing Listing, int Units, int Orders, decimal Revenue, SaleFees Fees) : DomainEvent;

internal sealed record UnitsShipped(OwnListing Listing, int Units, decimal Cost) : DomainEvent;

internal sealed record ListingClosed(OwnListing Listing, int Days) : DomainEvent;

internal sealed record ProofRequested(OwnListing Listing) : DomainEvent;

internal sealed record PromotionCharged(OwnListing Listing, int Units, decimal Fee) : DomainEvent;

internal sealed record ClicksCharged(OwnListing Listing, long Clicks, int Orders, decimal Spend) : DomainEvent;

internal sealed record CampaignEnded(OwnListing Listing) : DomainEvent;

internal sealed record UnitsReworked(OwnListing Listing, int Units) : DomainEvent;

internal sealed record UnitsReturned(OwnListing Listing, int Units, int Resellable, decimal StockCost, decimal WrittenOff, decimal Refund) : DomainEvent;

internal sealed record RefundsPaid(decimal Amount, decimal Referral, decimal Fee) : DomainEvent;

/// <summary>Fees of a sale, all its units together.</summary>
internal sealed record SaleFees(decimal Referral, decimal Fulfilment, decimal LowInventory);
