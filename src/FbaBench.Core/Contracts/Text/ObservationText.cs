using FbaBench.Contracts;
using static System.FormattableString;

namespace FbaBench;

/// <summary>
/// Observations as plain English for a language model: short lines and small tables, the account first, then offers, competitors,
/// orders, reports and what was refused. Money is in dollars with two decimals, other fractions have at most three; days count from 0.
/// The same observation gives the same text on every machine and under every culture.
/// </summary>
public static class ObservationText
{
    private static readonly string[] Weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    /// <summary>Writes an observation.</summary>
    /// <param name="observation">What a seller sees.</param>
    /// <param name="detail">Everything, or only what can change from day to day.</param>
    /// <returns>Lines that end with a line feed.</returns>
    /// <exception cref="ArgumentException">An observation made by hand names an offer, supplier or enum member that it does not hold.</exception>
    public static string Write(Observation observation, ObservationDetail detail = ObservationDetail.Full)
    {
        ArgumentNullException.ThrowIfNull(observation);
        var lines = new TextLines();
        Account(lines, observation);
        OfferText.Write(lines, observation.Offers);
        FeesText.Write(lines, observation.Offers);
        MailText.Write(lines, observation);
        MailText.Suppliers(lines, observation.Offers);
        Competitors(lines, observation.Competitors);
        OpenOrders(lines, observation);
        ForecastText.Write(lines, observation);
        OfferText.Reports(lines, observation.Offers);
        FeesText.Write(lines, observation.StorageUtilisation);
        FreightText.Write(lines, observation);
        Deals(lines, observation.DealEvents);
        News(lines, observation);
        if (detail == ObservationDetail.Full)
        {
            OfferText.Products(lines, observation.Offers);
            Terms(lines, observation);
        }

        Refusals(lines, observation);
        return lines.ToString();
    }

    private static void Account(TextLines lines, Observation today)
    {
        lines.Line(Invariant($"Day {today.Day}, {Weekdays[today.Date.WeekdayFromMonday]} {today.Date}. Your last day to decide is {OnDay(today, today.LastDecisionDay)}. You sit on {today.Seat}."));
        lines.Line(today.IsTrading ? "Your business trades." : "Your business no longer trades: commands have no effect.");
        if (today.Canary is { } canary)
        {
            lines.Line($"Benchmark data, not to be trained on: {canary}");
        }

        lines.Section("MONEY (dollars)");
        lines.Line($"Cash: {today.Cash}.");
        lines.Line($"With the marketplace: {today.Receivable}; the next payout, on {OnDay(today, today.NextPayoutDay)}, would bring {today.Available}.");
        lines.Line(Invariant($"Unpaid dues: {today.UnpaidDues}. Days in a row with dues or balances unpaid: {today.UnpaidDays}."));
        lines.Line($"Balances owed on open orders: {today.BalancesOwed}; overdue of them: {today.OverdueBalances}.");
        lines.Line($"Credit: {today.Credit.Owed} owed of at most {today.Credit.Limit}; {today.Credit.Available} could be drawn at {TextLines.Percent(today.Credit.AnnualRate)} a year, until {OnDay(today, today.Credit.LastDrawDay)}.");
        if (today.InferenceCost > Money.Zero)
        {
            lines.Line($"Thinking has cost {today.InferenceCost} so far{(today.Account.ChargeInference ? ", which you pay" : "")}.");
        }
    }

    private static void Competitors(TextLines lines, IReadOnlyList<CompetitorObservation> competitors)
    {
        lines.Section("COMPETITORS as seen yesterday (price in dollars)");
        if (competitors.Count == 0)
        {
            lines.Line("none");
            return;
        }

        lines.Line("niche | seller | listing | price | " + OfferText.ListingHeader);
        foreach (var competitor in competitors)
        {
            lines.Row(competitor.Niche, competitor.Name, competitor.Listing, competitor.Price > Money.Zero ? competitor.Price.ToString() : "not on sale", OfferText.Listing(competitor.Public));
        }
    }

    private static void OpenOrders(TextLines lines, Observation today)
    {
        lines.Section("OPEN ORDERS (balance in dollars)");
        if (today.OpenOrders.Count == 0)
        {
            lines.Line("none");
            return;
        }

        lines.Line("offer | supplier | units | stage | sellable about | balance owed | freight and duty to come | travels by | ordered on day | by command | defective units counted");
        foreach (var order in today.OpenOrders)
        {
            var (offer, supplier) = ObservedNames.Of(today, order);
            lines.Row(
                offer, supplier, TextLines.Of(order.Units), TextLines.Words(order.Stage), OnDay(today, order.ExpectedDay), order.Balance.ToString(), order.Charges.ToString(), TextLines.Words(order.Freight), TextLines.Of(order.Id.Day), TextLines.Of(order.Id.CommandIndex), TextLines.Of(order.Defects, "not inspected"));
        }
    }

    private static void Deals(TextLines lines, IReadOnlyList<DealEvent> deals)
    {
        lines.Section("DEAL EVENTS of the next 60 days");
        foreach (var deal in deals)
        {
            lines.Line($"{deal.Name}: {deal.First} to {deal.Last}, {TextLines.Of(deal.Traffic)} times the shoppers.");
        }

        if (deals.Count == 0)
        {
            lines.Line("none");
        }
    }

    /// <summary>Nothing where nothing shakes the market.</summary>
    private static void News(TextLines lines, Observation today)
    {
        if (today.News.Count > 0)
        {
            lines.Section("NEWS");
        }

        foreach (var item in today.News)
        {
            lines.Line($"{item.Name}: since {OnDay(today, item.FirstDay)}.");
        }
    }

    private static void Terms(TextLines lines, Observation today)
    {
        var account = today.Account;
        var rules = today.Rules;
        lines.Section("TERMS that never change (dollars)");
        lines.Line(Invariant($"Money of a sale is available {account.ReserveDays + 1} days after delivery; payouts come every {account.PayoutEveryDays} days."));
        lines.Line($"Delivered by days after the sale: {string.Join(", ", account.DeliveryDays.Select((chance, i) => Invariant($"{TextLines.Percent(chance)} after {i + 1}")))}.");
        lines.Line($"Unpaid dues cost {TextLines.Percent(account.LateFeeShare)} a day; {TextLines.Of(account.InsolventAfterDays)} days in a row with dues or balances unpaid end the business.");
        lines.Line(Invariant($"After the last decision day stock sells for {account.RunOffSellingDays} days at a price that falls by {TextLines.Percent(AccountTerms.RunOffPriceFall)}, the rest is liquidated; settled {account.RunOffDays} days after it."));
        if (account.StorageLimitMonths is { } months)
        {
            lines.Line($"From a year after the first receipt on, volume of a size class above {TextLines.Of(months)} months of shipments, at least 25 cubic feet, costs {account.StorageOverage} a cubic foot and month.");
        }

        lines.Line(Invariant($"Sponsored slots: {rules.SponsoredSlots}; lowest bid {rules.LowestBid} a click; a day's report arrives {rules.AdReportDelayDays} days later."));
        lines.Line(Invariant($"Promotions: {rules.PromotionFee} at the start and {TextLines.Percent(rules.PromotionRevenueShare)} of promoted revenue; at most {rules.MostPromotedDaysIn60} days in any 60."));
        lines.Line(Invariant($"Suspension: below {rules.SuspendedBelow} points, or when {TextLines.Percent(rules.DefectRateLimit)} of at least {rules.FewestOrders} orders in {HealthTerms.DefectDays} days had a defect."));
        lines.Line(Invariant($"An inspection costs {rules.InspectionFee}; inspected orders with more than {TextLines.Percent(rules.ToleratedDefects)} defective units can be rejected for the deposit. Rework costs {rules.ReworkFee} a unit beside removal, takes {rules.ReworkDays} days and saves {TextLines.Percent(rules.ReworkShare)}."));
        lines.Line($"Bought reviews: the reference price and {rules.ReviewCommission} each; forbidden, fine when found {rules.ReviewFine}.");
    }

    private static void Refusals(TextLines lines, Observation today)
    {
        lines.Section(Invariant($"REFUSED of yesterday's commands: {today.RefusalCount}"));
        foreach (var refusal in today.Refusals)
        {
            lines.Line(refusal.Message);
        }

        if (today.RefusalCount > today.Refusals.Count)
        {
            lines.Line(Invariant($"Not listed: {today.RefusalCount - today.Refusals.Count} more."));
        }
    }

    /// <summary>A day with its date, where the calendar has it.</summary>
    private static string OnDay(Observation today, int day)
    {
        var number = today.Date.DayNumber + ((long)day - today.Day);
        return number >= 0 && number <= DateOnly.MaxValue.DayNumber ? Invariant($"day {day} ({today.Date.AddDays(day - today.Day)})") : Invariant($"day {day}");
    }
}
