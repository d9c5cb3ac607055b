using static System.FormattableString;

namespace FbaBench.Contracts;

/// <summary>Own offers as text.</summary>
internal static class OfferText
{
    public const string ListingHeader = "search position | best-seller rank | reviews | rating | reviews of 1, 2, 3, 4, 5 stars";

    private const string NotShown = "not shown";
    private const string None = "none";

    public static string Listing(ListingObservation listing)
    {
        var stars = listing.Stars;
        return Invariant($"{TextLines.Of(listing.SearchPosition, NotShown)} | {TextLines.Of(listing.BestSellerRank, None)} | {listing.Reviews} | {TextLines.Of(listing.Rating, None)} | {stars.One}, {stars.Two}, {stars.Three}, {stars.Four}, {stars.Five}");
    }

    public static void Write(TextLines lines, IReadOnlyList<OfferObservation> offers)
    {
        lines.Section("YOUR OFFERS: stock (prices and costs of a unit in dollars)");
        lines.Line("offer | list price | landed cost | units on hand | units inbound | unsellable units | days of supply | units sold in 30 days | days on sale of 30");
        foreach (var offer in offers)
        {
            lines.Row(
                offer.Name, offer.IsOpen ? offer.Price.ToString() : "closed", offer.LandedCost.ToString(), TextLines.Of(offer.UnitsOnHand), TextLines.Of(offer.UnitsInbound), TextLines.Of(offer.UnsellableUnits), Supply(offer), TextLines.Of(offer.UnitsLast30Days), TextLines.Of(offer.LiveDaysLast30));
        }

        foreach (var offer in offers)
        {
            if (offer.UnitsBacklogged > 0)
            {
                lines.Line($"{offer.Name}: {TextLines.Of(offer.UnitsBacklogged)} units are owed to buyers who wait for stock.");
            }
        }

        foreach (var offer in offers)
        {
            if (offer.InvoiceDay is { } invoice)
            {
                lines.Line(Invariant($"{offer.Name}: the last received order was placed on day {invoice}."));
            }

            if (offer.ClosedUntil is { } closed)
            {
                lines.Line(Invariant($"{offer.Name}: the marketplace keeps the listing closed until day {closed}."));
            }
        }

        lines.Section("YOUR OFFERS: yesterday (revenue in dollars)");
        lines.Line("offer | sessions | orders | units sold | units wanted and not there | units returned | of them defective | revenue | featured to shoppers");
        foreach (var offer in offers)
        {
            lines.Row(
                offer.Name, TextLines.Of(offer.SessionsYesterday), TextLines.Of(offer.OrdersYesterday), TextLines.Of(offer.UnitsYesterday), TextLines.Of(offer.LostYesterday), TextLines.Of(offer.ReturnedYesterday), TextLines.Of(offer.ReturnedDefectiveYesterday), offer.RevenueYesterday.ToString(), TextLines.Percent(offer.FeaturedOfferShare));
        }

        lines.Section("YOUR OFFERS: listings");
        lines.Line("offer | " + ListingHeader);
        foreach (var offer in offers)
        {
            lines.Row(offer.Name, Listing(offer.Listing));
        }

        lines.Section("YOUR OFFERS: promotions and campaigns (dollars)");
        foreach (var offer in offers)
        {
            lines.Line($"{offer.Name}: {Featured(offer)} {Promotion(offer.Promotion)} {Campaign(offer.Campaign)}");
        }
    }

    public static void Reports(TextLines lines, IReadOnlyList<OfferObservation> offers)
    {
        lines.Section("ADVERTISING REPORTS (spend and sales in dollars)");
        var count = 0;
        foreach (var offer in offers)
        {
            if (offer.AdReport is { } report)
            {
                if (count++ == 0)
                {
                    lines.Line("offer | about | impressions | clicks | spend | orders | units | sales | spend of sales (ACoS) | clicks of impressions");
                }

                Figures(lines, offer.Name, Invariant($"day {report.Day}"), report.OfDay);
                Figures(lines, offer.Name, "campaign to that day", report.SinceStart);
            }
        }

        if (count == 0)
        {
            lines.Line(None);
        }
    }

    public static void Products(TextLines lines, IReadOnlyList<OfferObservation> offers)
    {
        lines.Section("YOUR PRODUCTS AND THEIR SUPPLIERS, which never change (dollars of a unit)");
        foreach (var offer in offers)
        {
            var info = offer.Info;
            var size = info.Size;
            lines.Line($"{info.Name}: niche {info.Niche}, fee category {info.Category}, {TextLines.Of(size.Length)} x {TextLines.Of(size.Width)} x {TextLines.Of(size.Height)} inches ({TextLines.Of(size.CubicFeet)} cubic feet), {TextLines.Of(info.WeightPounds)} pounds, reference price {info.ReferencePrice}, cheapest at its minimum {info.BestQuote.Name}.");
            foreach (var quote in info.Quotes)
            {
                var ladder = string.Join(", ", quote.Ladder.Select(step => Invariant($"{step.UnitPrice} from {step.Units} units")));
                lines.Line(Invariant($"- {quote.Name}: {ladder}; at least {quote.MinimumUnits} units; freight and duty {quote.InboundPerUnit}; landed cost at the minimum {quote.LandedCostAtMinimum}; deposit {TextLines.Percent(quote.DepositShare)}; sellable in about {quote.LeadTimeDays} days, at most {quote.LongestLeadTimeDays}; {(quote.IsVerified ? "verified" : "NOT verified by the marketplace")}; {(quote.Negotiates ? "negotiates" : "fixed prices")}; makes {(quote.UnitsPerDay == 0 ? "any number" : Invariant($"{quote.UnitsPerDay} units"))} a day."));
                foreach (var route in quote.Routes)
                {
                    lines.Line($"  - by {FreightText.Route(route)}.");
                }

                if (quote.Origin.Length > 0 || quote.DutyShare > 0 || quote.BesidePerUnit > Money.Zero)
                {
                    lines.Line($"  Goods from {(quote.Origin.Length == 0 ? "no stated origin" : quote.Origin)}; duty {TextLines.Percent(quote.DutyShare)} on arrival, tariffs on top; {quote.BesidePerUnit} a unit beside.");
                }
            }
        }
    }

    /// <summary>Days of supply; their highest value stands for stock that has not sold.</summary>
    private static string Supply(OfferObservation offer) => offer.DaysOfSupply >= 9_999 ? "nothing sold" : TextLines.Of(offer.DaysOfSupply);

    private static string Featured(OfferObservation offer) => offer.HighestFeaturedPrice is { } highest
        ? $"Featured up to a price of {highest}."
        : "Featured at any price.";

    private static string Promotion(PromotionState promotion)
    {
        var now = promotion.IsRunning ? Invariant($"Promoted at {promotion.Price} until day {promotion.LastDay}.") : "No promotion.";
        return Invariant($"{now} One started today could last {promotion.DaysLeft} days at {promotion.HighestPrice} or less.");
    }

    private static string Campaign(CampaignState? campaign) => campaign is { } running
        ? Invariant($"Campaign from day {running.FirstDay} to {running.LastDay}: {running.Bid} a click, {running.DailyBudget} a day.")
        : "No campaign.";

    private static void Figures(TextLines lines, string offer, string about, AdFigures figures) => lines.Row(
        offer, about, TextLines.Of(figures.Impressions), TextLines.Of(figures.Clicks), figures.Spend.ToString(), TextLines.Of(figures.Orders), TextLines.Of(figures.Units), figures.Sales.ToString(), TextLines.Percent(figures.Acos, None), TextLines.Percent(figures.ClickThroughRate, None));
}
