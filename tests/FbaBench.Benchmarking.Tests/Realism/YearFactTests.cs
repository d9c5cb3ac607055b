namespace FbaBench.Tests.Facts;

/// <summary>Measures over a year, on years made by hand: two listings of one niche from 2025-01-01.</summary>
public sealed class YearFactTests
{
    private static readonly WorldDefinition World = new("by-hand", new SimDate(2025, 1, 1), 365, Money.Zero, [new NicheDefinition("niche", 100, -2.6)])
    {
        DealEvents = [new("deal", new SimDate(2025, 7, 8), new SimDate(2025, 7, 11), 2.5)],
    };

    [Fact]
    public void Last_quarter_is_its_share_of_the_year()
    {
        // 92 days of 2 against 273 of 1.
        var year = Year((date, _) => date.Month >= 10 ? 2 : 1, (_, _) => 50);
        Assert.Equal(184.0 / 457, SeasonFacts.LastQuarter(year).Value!.Value, 1e-12);
    }

    [Fact]
    public void Weekday_pattern_leaves_out_deal_events()
    {
        var year = Year((date, _) => date.Month == 7 && date.DayOfMonth is >= 8 and <= 11 ? 900 : date.WeekdayFromMonday == 0 ? 15 : 10, (_, _) => 50);
        Assert.Equal(1.5, SeasonFacts.Weekdays(year).Value!.Value, 1e-12);
    }

    [Fact]
    public void Dispersion_is_of_listings_at_one_price_in_stable_months()
    {
        // Listing a alternates 1 and 3 over 91 days; b is steadier but changes its price.
        var year = Year((date, listing) => listing == 0 ? (date.DayNumber % 2 == 0 ? 1 : 3) : 2, (_, _) => 50, (date, listing) => listing == 1 && date.Month == 5 ? 900 : 1_000);
        var units = Enumerable.Range(0, 91).Select(day => new SimDate(2025, 4, 1).AddDays(day).DayNumber % 2 == 0 ? 1 : 3).ToArray();
        Assert.Equal(Sample.VarianceOverMean(units), SeasonFacts.Dispersion(year).Value);
        Assert.InRange(SeasonFacts.Dispersion(year).Value!.Value, 0.49, 0.52);
    }

    [Fact]
    public void Conversion_into_november_is_over_the_mean_of_spring()
    {
        // February to June convert 10 % in odd and 20 % in even months: their mean is 16 %.
        var year = Year((date, _) => date.Month == 11 ? 24 : date.Month % 2 == 0 ? 20 : 10, (_, _) => 100);
        Assert.Equal(0.24 / 0.16, ConversionFacts.IntoNovember(year).Value!.Value, 1e-12);
    }

    [Fact]
    public void Conversion_of_established_listings_leaves_out_new_ones()
    {
        var year = Year((_, listing) => listing == 0 ? 12 : 40, (_, _) => 100, reviews: listing => listing == 0 ? 30 : 3);
        Assert.Equal(0.12, ConversionFacts.Established(year).Value!.Value, 1e-12);
    }

    [Fact]
    public void Ratings_are_of_listings_with_twenty_reviews_and_reviews_are_per_order()
    {
        var year = Year((_, _) => 1, (_, _) => 10, reviews: listing => listing == 0 ? 20 : 19);
        year.Add(new StarCounts(0, 0, 0, 0, 10), new StarCounts(5, 0, 0, 0, 0));
        Assert.Equal(5, ReviewFacts.Rating(year).Value);
        Assert.Equal(15.0 / 730, ReviewFacts.PerOrder(year).Value!.Value, 1e-12);
        Assert.Equal(4, ReviewFacts.LateDrop(year).Value);
        Assert.Equal(new FactValue(10.0 / 15, PartsHold: false), ReviewFacts.JShape(year));
    }

    private static MarketYear Year(Func<SimDate, int, int> units, Func<SimDate, int, int> sessions, Func<SimDate, int, int>? cents = null, Func<int, int>? reviews = null)
    {
        var year = new MarketYear(World, Day(World.Start), World.Days);
        for (var day = 0; day < World.Days; day++)
        {
            year.Add(Day(World.Start.AddDays(day)));
        }

        return year;

        OfferFigures[] Day(SimDate date) => [.. Enumerable.Range(0, 2).Select(listing => new OfferFigures(
            "niche", $"l{listing}", $"niche/l{listing}", "toys_games", -1, new(cents?.Invoke(date, listing) ?? 1_000), units(date, listing), units(date, listing),
            sessions(date, listing), listing + 1, 1, new(0, 0, 0, 0, reviews?.Invoke(listing) ?? 100)))];
    }
}
