namespace FbaBench;

/// <summary>How a shop is fitted and turned into a world.</summary>
public sealed record ShopFitOptions
{
    /// <summary>Products of the world, the first by revenue; 1 to 200, default 12.</summary>
    public int Top { get; init; } = 12;

    /// <summary>
    /// Products that are fitted one by one and checked; at least <see cref="Top"/>, at most 500, default 60. More of them tell more of
    /// how products differ, from which thin ones borrow; all others count in the shop's months.
    /// </summary>
    public int Fitted { get; init; } = 60;

    /// <summary>Whole months at the end that the check holds back; 0 (no check) to 12, default 2. The world is fitted on all of them.</summary>
    public int HeldBackMonths { get; init; } = 2;

    /// <summary>Currency of the prices, three letters, when the file does not name it.</summary>
    public string? Currency { get; init; }

    /// <summary>US dollars for one unit of the currency, above 0. Needed unless the currency is USD; there is no built-in rate.</summary>
    public decimal? UsdRate { get; init; }

    /// <summary>Fee category of products that the second file says nothing about; default <c>home_kitchen</c>, stated on the page.</summary>
    public string Category { get; init; } = "home_kitchen";

    /// <summary>Opening cash of the world in dollars; default: one minimum order of every product, landed, rounded up to a thousand, 5,000 at least.</summary>
    public decimal? OpeningCash { get; init; }

    /// <summary>Days of sales in stock at the start, 0 to 365, default 60: the first order takes about 70 days.</summary>
    public int OpeningDays { get; init; } = 60;

    /// <summary>What the price response is measured on; anything but the default is an error planted by a test.</summary>
    internal Scenarios.PriceMeasure Measure { get; init; }

    internal void Check()
    {
        Range(nameof(Top), Top, 1, 200);
        Range(nameof(Fitted), Fitted, 1, 500);
        Range(nameof(HeldBackMonths), HeldBackMonths, 0, 12);
        Range(nameof(OpeningDays), OpeningDays, 0, 365);
        if (UsdRate is <= 0 or > 1_000_000)
        {
            throw new ArgumentException($"A rate of {UsdRate} dollars was given; it is above 0 and at most a million.", nameof(UsdRate));
        }

        if (OpeningCash is < 0 or > 1_000_000_000)
        {
            throw new ArgumentException($"Opening cash of {OpeningCash} dollars was given; allowed are 0 to a thousand million.", nameof(OpeningCash));
        }

        var known = FeeSchedule.Published.Categories(Scenarios.OwnShopWorld.Start);
        if (!known.Contains(Category, StringComparer.Ordinal))
        {
            throw new ArgumentException($"'{Category}' is not a fee category; there are {string.Join(", ", known)}.", nameof(Category));
        }
    }

    private static void Range(string name, int value, int low, int high)
    {
        if (value < low || value > high)
        {
            throw new ArgumentException($"{name} is {value}; allowed are {low} to {high}.", name);
        }
    }
}
