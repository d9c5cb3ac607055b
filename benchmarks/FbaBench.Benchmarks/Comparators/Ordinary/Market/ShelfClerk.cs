namespace FbaBench.Benchmarks.Ordinary;

/// <summary>Serves first choices from the shelves.</summary>
internal sealed class ShelfClerk
{
    private readonly EventBus _bus;

    public ShelfClerk(EventBus bus)
    {
        _bus = bus;
        bus.Subscribe<ShoppersChose>(ServeAsync);
    }

    private async Task ServeAsync(ShoppersChose chose)
    {
        var listing = chose.Listing;
        listing.Wanted = chose.Wanted;
        listing.Served = listing.Serve(chose.Wanted);
        listing.Orders = listing.Served.Orders;
        listing.Units = listing.Served.Units;
        listing.Sessions = chose.Wanted.Orders + chose.Visits;
        listing.Take(listing.Units);
        if (listing is OwnListing own && own.Served != own.Wanted)
        {
            await _bus.PublishAsync(new ShelfWasEmpty(own, own.Wanted.Units - own.Served.Units)).ConfigureAwait(false);
        }
    }
}
