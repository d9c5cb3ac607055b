namespace FbaBench;

/// <summary>What every offer and every listing of a world did, day by day.</summary>
internal sealed class MarketYear
{
    private readonly ListingTrack[] _listingOfOffer;

    /// <param name="definition">The world.</param>
    /// <param name="first">Its offers, in the order of every day.</param>
    /// <param name="days">Days that will be recorded.</param>
    public MarketYear(WorldDefinition definition, IReadOnlyList<OfferFigures> first, int days)
    {
        Definition = definition;
        Offers = [.. first.Select(offer => new OfferTrack(offer, days))];
        var byPath = Offers.GroupBy(offer => offer.Listing, StringComparer.Ordinal).ToDictionary(offers => offers.Key, offers => new ListingTrack([.. offers], days), StringComparer.Ordinal);
        Listings = [.. byPath.Values];
        _listingOfOffer = [.. Offers.Select(offer => byPath[offer.Listing])];
    }

    public WorldDefinition Definition { get; }

    public IReadOnlyList<OfferTrack> Offers { get; }

    public IReadOnlyList<ListingTrack> Listings { get; }

    /// <summary>Days recorded.</summary>
    public int Days { get; private set; }

    /// <summary>Reviews of orders that arrived as promised, one to five stars.</summary>
    public long[] StarsOnTime { get; } = new long[5];

    /// <summary>Reviews of orders that arrived late.</summary>
    public long[] StarsLate { get; } = new long[5];

    public SimDate DateOf(int day) => Definition.Start.AddDays(day);

    public bool IsDeal(int day) => Definition.DealEvents.Any(deal => DateOf(day) >= deal.First && DateOf(day) <= deal.Last);

    /// <summary>Units of all listings, by day.</summary>
    public double[] UnitsByDay() => Sums(listing => listing.Units);

    /// <summary>Sessions of all listings, by day.</summary>
    public double[] SessionsByDay() => Sums(listing => listing.Sessions);

    /// <summary>Days of a month.</summary>
    public IEnumerable<int> Month(int month) => Enumerable.Range(0, Days).Where(day => DateOf(day).Month == month);

    /// <summary>Records a day.</summary>
    public void Add(IReadOnlyList<OfferFigures> day)
    {
        for (var i = 0; i < day.Count; i++)
        {
            Offers[i].Add(Days, day[i]);
            _listingOfOffer[i].Add(Days, day[i]);
        }

        Days++;
    }

    /// <summary>Records reviews by what the delivery was like.</summary>
    public void Add(StarCounts onTime, StarCounts late)
    {
        Add(StarsOnTime, onTime);
        Add(StarsLate, late);
    }

    private static void Add(long[] sums, StarCounts stars)
    {
        sums[0] += stars.One;
        sums[1] += stars.Two;
        sums[2] += stars.Three;
        sums[3] += stars.Four;
        sums[4] += stars.Five;
    }

    private double[] Sums(Func<ListingTrack, int[]> what) => [.. Enumerable.Range(0, Days).Select(day => Listings.Sum(listing => (double)what(listing)[day]))];
}

/// <summary>One offer, day by day.</summary>
internal sealed class OfferTrack(OfferFigures offer, int days)
{
    public string Niche { get; } = offer.Niche;

    public string Name { get; } = offer.Name;

    /// <summary>Path of its page.</summary>
    public string Listing { get; } = offer.Listing;

    public string Category { get; } = offer.Category;

    public int[] Units { get; } = new int[days];

    /// <summary>Cents; 0 while it was not in the market.</summary>
    public long[] Price { get; } = new long[days];

    public double[] Featured { get; } = new double[days];

    public void Add(int day, in OfferFigures figures)
    {
        Units[day] = figures.Units;
        Price[day] = figures.Price.Cents;
        Featured[day] = figures.FeaturedShare;
    }
}

/// <summary>One listing, day by day: the sums of its offers.</summary>
internal sealed class ListingTrack(IReadOnlyList<OfferTrack> offers, int days)
{
    private bool _hasStars;

    public string Niche => Offers[0].Niche;

    public string Path => Offers[0].Listing;

    public string Category => Offers[0].Category;

    public IReadOnlyList<OfferTrack> Offers { get; } = offers;

    public int[] Units { get; } = new int[days];

    public int[] Orders { get; } = new int[days];

    public int[] Sessions { get; } = new int[days];

    /// <summary>Place in the search results, 0 when not shown.</summary>
    public int[] Position { get; } = new int[days];

    /// <summary>Reviews on the evening of the first day.</summary>
    public StarCounts FirstStars { get; private set; }

    /// <summary>Reviews on the evening of the last day.</summary>
    public StarCounts LastStars { get; private set; }

    public void Add(int day, in OfferFigures figures)
    {
        Units[day] += figures.Units;
        Orders[day] += figures.Orders;
        Sessions[day] += figures.Sessions;
        Position[day] = figures.SearchPosition;
        FirstStars = _hasStars ? FirstStars : figures.Stars;
        LastStars = figures.Stars;
        _hasStars = true;
    }
}
