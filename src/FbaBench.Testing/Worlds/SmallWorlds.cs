namespace FbaBench;

/// <summary>
/// Worlds for unit tests: small enough that an episode takes a few milliseconds, large enough that every decision matters. Their numbers are made up; nothing follows from a score in them. Each is another world for every seed.
/// </summary>
public static class SmallWorlds
{
    private const int LeastDays = 1;
    private const int MostDays = 365;

    /// <summary>A seller of two mugs with goods for a month and 5,000 dollars, against three rivals: <c>small-shop</c>.</summary>
    /// <param name="days">Decision days, 1 to 365.</param>
    public static IScenario Shop(int days = 14) => new SmallShop("small-shop", days);

    /// <summary>The shop without cash and without goods: nothing can be bought and nothing sold. <c>small-poor</c>.</summary>
    /// <param name="days">Decision days, 1 to 365.</param>
    public static IScenario Poor(int days = 7) => new SmallShop("small-poor", days) { Cash = Money.Zero, Stock = 0 };

    /// <summary>A market in which the seller has no offers at all: <see cref="Observation.Offers"/> is empty on every day. <c>small-empty</c>.</summary>
    /// <param name="days">Decision days, 1 to 365.</param>
    public static IScenario Empty(int days = 7) => new SmallShop("small-empty", days) { Products = 0, Rivals = 5 };

    /// <summary>The shop with a second seller of the same mugs on seat 1: <c>small-duel</c>.</summary>
    /// <param name="opponent">Name of the opponent, see <see cref="IScenario.Opponents"/>.</param>
    /// <param name="days">Decision days, 1 to 365.</param>
    public static IScenario Duel(string opponent = "base-stock", int days = 14) => new SmallShop("small-duel", days) { Opponents = [opponent] };

    /// <summary>Another scenario's first days: all else is as it is there. Named after it and the days, for example <c>first-year-30d</c>.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="days">Decision days, 1 to 365; where its worlds have fewer they stay as they are.</param>
    /// <exception cref="ArgumentException">The name would be too long.</exception>
    public static IScenario FirstDays(IScenario scenario, int days)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return new FirstDaysOf(scenario, Checked(days));
    }

    internal static int Checked(int days) => days is >= LeastDays and <= MostDays
        ? days
        : throw new ArgumentOutOfRangeException(nameof(days), days, $"A small world has {LeastDays} to {MostDays} days.");
}
