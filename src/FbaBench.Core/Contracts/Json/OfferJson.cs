using System.Text.Json;

namespace FbaBench.Contracts;

/// <summary>Own offers as JSON, and what anybody sees of a listing.</summary>
internal static class OfferJson
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<OfferObservation> offers, bool isFull)
    {
        json.WriteStartArray("offers");
        foreach (var offer in offers)
        {
            json.WriteStartObject();
            json.WriteString("name", offer.Name);
            if (isFull)
            {
                Info(json, offer.Info);
            }

            Stock(json, offer);
            Suppliers(json, offer);
            Listing(json, "listing", offer.Listing);
            Market(json, offer);
            Report(json, offer.AdReport);
            FeesJson.Write(json, offer);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Listing(Utf8JsonWriter json, string name, ListingObservation listing)
    {
        json.WriteStartObject(name);
        json.WriteOptional("searchPosition", listing.SearchPosition);
        json.WriteOptional("bestSellerRank", listing.BestSellerRank);
        json.WriteNumber("reviews", listing.Reviews);
        json.WriteRounded("rating", listing.Rating);
        json.WriteStartArray("stars");
        json.WriteNumberValue(listing.Stars.One);
        json.WriteNumberValue(listing.Stars.Two);
        json.WriteNumberValue(listing.Stars.Three);
        json.WriteNumberValue(listing.Stars.Four);
        json.WriteNumberValue(listing.Stars.Five);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Info(Utf8JsonWriter json, OfferInfo info)
    {
        json.WriteStartObject("info");
        json.WriteString("niche", info.Niche);
        json.WriteString("category", info.Category);
        json.WriteStartObject("size");
        json.WriteRounded("lengthInches", info.Size.Length);
        json.WriteRounded("widthInches", info.Size.Width);
        json.WriteRounded("heightInches", info.Size.Height);
        json.WriteRounded("cubicFeet", info.Size.CubicFeet);
        json.WriteEndObject();
        json.WriteRounded("weightPounds", info.WeightPounds);
        json.WriteMoney("referencePrice", info.ReferencePrice);
        json.WriteString("bestQuote", info.BestQuote.Name);
        json.WriteStartArray("quotes");
        foreach (var quote in info.Quotes)
        {
            Quote(json, quote);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Quote(Utf8JsonWriter json, Quote quote)
    {
        json.WriteStartObject();
        json.WriteString("supplier", quote.Name);
        json.WriteNumber("minimumUnits", quote.MinimumUnits);
        json.WriteStartArray("ladder");
        foreach (var step in quote.Ladder)
        {
            json.WriteStartObject();
            json.WriteNumber("units", step.Units);
            json.WriteMoney("unitPrice", step.UnitPrice);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteMoney("inboundPerUnit", quote.InboundPerUnit);
        json.WriteMoney("landedCostAtMinimum", quote.LandedCostAtMinimum);
        json.WriteRounded("depositShare", quote.DepositShare);
        json.WriteNumber("leadTimeDays", quote.LeadTimeDays);
        json.WriteNumber("longestLeadTimeDays", quote.LongestLeadTimeDays);
        json.WriteString("origin", quote.Origin);
        json.WriteRounded("dutyShare", quote.DutyShare);
        json.WriteMoney("besidePerUnit", quote.BesidePerUnit);
        json.WriteBoolean("isVerified", quote.IsVerified);
        json.WriteBoolean("negotiates", quote.Negotiates);
        json.WriteNumber("unitsPerDay", quote.UnitsPerDay);
        json.WriteStartArray("routes");
        foreach (var route in quote.Routes)
        {
            Route(json, route);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Route(Utf8JsonWriter json, RouteQuote route)
    {
        json.WriteStartObject();
        json.WriteName("mode", route.Mode);
        json.WriteNumber("leadTimeDays", route.LeadTimeDays);
        json.WriteNumber("longestLeadTimeDays", route.LongestLeadTimeDays);
        json.WriteStartObject("rates");
        json.WriteMoney("perShipment", route.Rates.PerShipment);
        json.WriteMoney("perCubicMetre", route.Rates.PerCubicMetre);
        json.WriteMoney("perContainer", route.Rates.PerContainer);
        json.WriteRounded("containerCubicMetres", route.Rates.ContainerCubicMetres);
        json.WriteMoney("perKilogram", route.Rates.PerKilogram);
        json.WriteRounded("kilogramsPerCubicMetre", route.Rates.KilogramsPerCubicMetre);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Suppliers(Utf8JsonWriter json, OfferObservation offer)
    {
        json.WriteStartArray("suppliers");
        foreach (var state in offer.Suppliers)
        {
            json.WriteStartObject();
            json.WriteString("supplier", ObservedNames.Supplier(offer.Info, state.Supplier));
            if (state.Agreed is { } agreed)
            {
                json.WriteMoney("agreed", agreed);
                json.WriteNumber("agreedUnits", state.AgreedUnits);
                json.WriteNumber("agreedUntil", state.AgreedUntil);
            }

            if (state.Ask is { } ask)
            {
                json.WriteMoney("ask", ask);
                json.WriteNumber("askUnits", state.AskUnits);
                json.WriteNumber("askUntil", state.AskUntil);
            }

            json.WriteNumber("talksFrom", state.TalksFrom);
            json.WriteNumber("ordersShipped", state.OrdersShipped);
            json.WriteName("finding", state.Finding);
            json.WriteOptional("findingDay", state.FindingDay);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Stock(Utf8JsonWriter json, OfferObservation offer)
    {
        json.WriteBoolean("isOpen", offer.IsOpen);
        if (offer.IsOpen)
        {
            json.WriteMoney("price", offer.Price);
        }

        json.WriteMoney("landedCost", offer.LandedCost);
        json.WriteNumber("unitsOnHand", offer.UnitsOnHand);
        json.WriteNumber("unitsInbound", offer.UnitsInbound);
        if (offer.UnitsBacklogged > 0)
        {
            json.WriteNumber("unitsBacklogged", offer.UnitsBacklogged);
        }

        json.WriteRounded("daysOfSupply", offer.DaysOfSupply);
        json.WriteNumber("unsellableUnits", offer.UnsellableUnits);
        json.WriteOptional("invoiceDay", offer.InvoiceDay);
        json.WriteOptional("closedUntil", offer.ClosedUntil);
        json.WriteNumber("unitsYesterday", offer.UnitsYesterday);
        json.WriteNumber("ordersYesterday", offer.OrdersYesterday);
        json.WriteNumber("sessionsYesterday", offer.SessionsYesterday);
        json.WriteNumber("returnedYesterday", offer.ReturnedYesterday);
        json.WriteNumber("returnedDefectiveYesterday", offer.ReturnedDefectiveYesterday);
        json.WriteNumber("lostYesterday", offer.LostYesterday);
        json.WriteMoney("revenueYesterday", offer.RevenueYesterday);
        json.WriteNumber("unitsLast30Days", offer.UnitsLast30Days);
        json.WriteNumber("liveDaysLast30", offer.LiveDaysLast30);
    }

    private static void Market(Utf8JsonWriter json, OfferObservation offer)
    {
        json.WriteRounded("featuredOfferShare", offer.FeaturedOfferShare);
        if (offer.HighestFeaturedPrice is { } highest)
        {
            json.WriteMoney("highestFeaturedPrice", highest);
        }

        var promotion = offer.Promotion;
        json.WriteStartObject("promotion");
        json.WriteBoolean("isRunning", promotion.IsRunning);
        if (promotion.IsRunning)
        {
            json.WriteMoney("price", promotion.Price);
            json.WriteNumber("lastDay", promotion.LastDay);
        }

        json.WriteNumber("daysLeft", promotion.DaysLeft);
        json.WriteMoney("highestPrice", promotion.HighestPrice);
        json.WriteEndObject();
        if (offer.Campaign is { } campaign)
        {
            json.WriteStartObject("campaign");
            json.WriteMoney("bid", campaign.Bid);
            json.WriteMoney("dailyBudget", campaign.DailyBudget);
            json.WriteNumber("firstDay", campaign.FirstDay);
            json.WriteNumber("lastDay", campaign.LastDay);
            json.WriteEndObject();
        }
    }

    private static void Report(Utf8JsonWriter json, AdReport? report)
    {
        if (report is { } known)
        {
            json.WriteStartObject("adReport");
            json.WriteNumber("day", known.Day);
            Figures(json, "ofDay", known.OfDay);
            Figures(json, "sinceStart", known.SinceStart);
            json.WriteEndObject();
        }
    }

    private static void Figures(Utf8JsonWriter json, string name, AdFigures figures)
    {
        json.WriteStartObject(name);
        json.WriteNumber("impressions", figures.Impressions);
        json.WriteNumber("clicks", figures.Clicks);
        json.WriteMoney("spend", figures.Spend);
        json.WriteNumber("orders", figures.Orders);
        json.WriteNumber("units", figures.Units);
        json.WriteMoney("sales", figures.Sales);
        json.WriteRounded("acos", figures.Acos);
        json.WriteRounded("clickThroughRate", figures.ClickThroughRate);
        json.WriteEndObject();
    }
}
