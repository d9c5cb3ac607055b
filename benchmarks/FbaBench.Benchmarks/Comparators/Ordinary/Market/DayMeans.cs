namespace FbaBench.Benchmarks.Ordinary;

/// <summary>Mean orders and visits of a listing on a day.</summary>
internal sealed class Mean
{
    public double Orders { get; set; }

    public double Visits { get; set; }

    /// <summary>Orders that the search results alone would not have brought.</summary>
    public double AdOnly { get; set; }
}

/// <summary>What an own campaign gets in one phase of a day, in means.</summary>
internal sealed record ClickMean(OwnListing Listing, int Phase, decimal Price, double Orders, double Visits, double Sessions);

/// <summary>A niche's day in means.</summary>
internal sealed class DayMeans
{
    public required Dictionary<Listing, Mean> Of { get; init; }

    public List<ClickMean> Clicks { get; } = [];

    /// <summary>The slots in the morning.</summary>
    public IReadOnlyList<Slot> Morning { get; set; } = [];

    public Considered? MorningChances { get; set; }

    public void Add(Considered considered, double sessions, int phase)
    {
        foreach (var (listing, chances) in considered.Listings)
        {
            var mean = Of[listing];
            mean.Orders += sessions * chances.Buy;
            mean.Visits += sessions * chances.Visit;
            mean.AdOnly += sessions * chances.AdOnly;
        }

        Clicks.AddRange(considered.Slots
            .Where(one => one.Key.Listing is OwnListing)
            .Select(one => new ClickMean((OwnListing)one.Key.Listing, phase, one.Key.Price, sessions * one.Value.Buy, sessions * one.Value.Visit, sessions)));
    }
}
