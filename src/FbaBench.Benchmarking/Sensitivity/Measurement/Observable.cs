using System.Globalization;

namespace FbaBench;

/// <summary>An outcome of an episode that experiments compare.</summary>
/// <param name="Name">Its name in files of experiments.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Of">Reads it from the days that were watched.</param>
internal sealed record Observable(string Name, string Unit, Func<WatchedDays, double> Of)
{
    /// <summary>Cash after the run-off: the score and the opening cash.</summary>
    public const string NetWorth = "net-worth";

    private const string AccountPrefix = "account:";
    private const string MailPrefix = "mail:";

    private static readonly Observable[] All =
    [
        new(NetWorth, "USD", static days => days.FinalCash),
        new("units-sold", "units", static days => days.UnitsSold),
        new("units-lost", "units", static days => days.UnitsLost),
        new("sessions", "sessions", static days => days.Sessions),
        new("orders", "orders", static days => days.Orders),
        new("units-per-order", "units/order", static days => days.Units / (double)days.Orders),
        new("conversion", "orders/session", static days => days.Orders / (double)days.Sessions),
        new("returns", "units", static days => days.Returned),
        new("reviews", "reviews", static days => days.Reviews),
        new("rating", "stars", static days => days.Rating),
        new("rank-steps", "mean |d ln rank| a day", static days => days.RankSteps),
        new("position-steps", "mean |d position| a day", static days => days.PositionSteps),
        new("rival-price", "USD", static days => days.RivalPrice),
        new("featured-share", "share", static days => days.FeaturedShare),
        new("closed-days", "offer days", static days => days.ClosedDays),
        new("suspended-days", "days", static days => days.SuspendedDays),
        new("held-days", "days", static days => days.HeldDays),
        new("receivable", "USD", static days => days.Receivable),
        new("stock", "units", static days => days.Stock),
        new("cash", "USD", static days => days.Cash),
        new("health-points", "points", static days => days.HealthPoints),
        new("inbound", "units", static days => days.Inbound),
        new("lead-deviation", "days", static days => days.LeadDeviation),
        new("landed-cost", "USD/unit", static days => days.LandedCost),
        new("late-star-gap", "stars", static days => days.LateStarGap),
        new("unsellable", "unit days", static days => days.Unsellable),
        new("weekday-swing", "Monday/Saturday units", static days => days.WeekdaySwing),
        new("peak-share", "share of units", static days => days.PeakShare),
        new("freight-steps", "mean |d ln price| a day", static days => days.FreightSteps),
        new("click-price", "USD", static days => days.ClickPrice),
        new("forecast-error", "absolute error/outcome", static days => days.ForecastError),
        new("cash-forecast-error", "absolute error/outcome", static days => days.CashForecastError),
    ];

    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static Observable Find(string name)
    {
        if (name.StartsWith(AccountPrefix, StringComparison.Ordinal) && Enum.TryParse<Account>(name[AccountPrefix.Length..], ignoreCase: true, out var account) && Enum.IsDefined(account))
        {
            return new(name, "USD", days => days.Balance(account));
        }

        if (name.StartsWith(MailPrefix, StringComparison.Ordinal) && Enum.TryParse<MailTopic>(name[MailPrefix.Length..], ignoreCase: true, out var topic) && Enum.IsDefined(topic))
        {
            return new(name, "messages", days => days.MessagesOf(topic));
        }

        return Array.Find(All, one => one.Name == name)
            ?? throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"there is no observable '{name}'; there are {string.Join(", ", All.Select(one => one.Name))}, account:NAME and mail:TOPIC."));
    }
}
