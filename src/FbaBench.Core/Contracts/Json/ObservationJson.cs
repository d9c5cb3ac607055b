using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using FbaBench.Contracts;

namespace FbaBench;

/// <summary>
/// Observations as compact JSON, by the schema in <see cref="Schema"/>. Fields bear the names of the typed records in camel case;
/// offers and suppliers stand by name, never by handle. Money is in dollars with two decimals, other fractions have at most six;
/// dates are <c>yyyy-MM-dd</c>, days count from 0; what is null, or zero for "none", is left out. The same observation gives the same
/// bytes on every machine.
/// </summary>
public static class ObservationJson
{
    // Apostrophes and the like stay as they are: the text is read by programs and models, not pasted into a page.
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The JSON schema (draft 2020-12) of what <see cref="Write"/> writes; the file is <c>docs/schema/observation.schema.json</c>.</summary>
    public static string Schema => field ??= Schemas.Read("observation.schema.json");

    /// <summary>Writes an observation.</summary>
    /// <param name="observation">What a seller sees.</param>
    /// <param name="detail">Everything, or only what can change from day to day.</param>
    /// <returns>UTF-8 without a byte order mark and without line breaks.</returns>
    /// <exception cref="ArgumentException">An observation made by hand holds a number that is not finite, or names an offer, supplier or enum member that it does not hold.</exception>
    public static byte[] Write(Observation observation, ObservationDetail detail = ObservationDetail.Full)
    {
        ArgumentNullException.ThrowIfNull(observation);
        var isFull = detail == ObservationDetail.Full;
        var output = new ArrayBufferWriter<byte>(4_096);
        using (var json = new Utf8JsonWriter(output, Compact))
        {
            json.WriteStartObject();
            Account(json, observation);
            if (isFull)
            {
                Terms(json, observation);
            }

            Freight(json, observation);
            Deals(json, observation.DealEvents);
            News(json, observation.News);
            OfferJson.Write(json, observation.Offers, isFull);
            Competitors(json, observation.Competitors);
            FeesJson.Write(json, observation.StorageUtilisation);
            MailJson.Write(json, observation);
            OpenOrders(json, observation);
            ForecastJson.Write(json, observation);
            Refusals(json, observation);
            json.WriteEndObject();
        }

        return output.WrittenSpan.ToArray();
    }

    private static void Account(Utf8JsonWriter json, Observation observation)
    {
        json.WriteNumber("seat", observation.Seat.Index);
        if (observation.Canary is { } canary)
        {
            json.WriteString("canary", canary);
        }

        json.WriteNumber("day", observation.Day);
        json.WriteDate("date", observation.Date);
        json.WriteNumber("lastDecisionDay", observation.LastDecisionDay);
        json.WriteBoolean("isTrading", observation.IsTrading);
        json.WriteMoney("cash", observation.Cash);
        json.WriteMoney("receivable", observation.Receivable);
        json.WriteMoney("available", observation.Available);
        json.WriteNumber("nextPayoutDay", observation.NextPayoutDay);
        json.WriteMoney("unpaidDues", observation.UnpaidDues);
        json.WriteNumber("unpaidDays", observation.UnpaidDays);
        json.WriteMoney("balancesOwed", observation.BalancesOwed);
        json.WriteMoney("overdueBalances", observation.OverdueBalances);
        json.WriteMoney("inferenceCost", observation.InferenceCost);
        json.WriteStartObject("credit");
        json.WriteMoney("owed", observation.Credit.Owed);
        json.WriteMoney("limit", observation.Credit.Limit);
        json.WriteMoney("available", observation.Credit.Available);
        json.WriteRounded("annualRate", observation.Credit.AnnualRate);
        json.WriteNumber("lastDrawDay", observation.Credit.LastDrawDay);
        json.WriteEndObject();
    }

    private static void Terms(Utf8JsonWriter json, Observation observation)
    {
        var account = observation.Account;
        json.WriteStartObject("account");
        json.WriteNumber("reserveDays", account.ReserveDays);
        json.WriteNumber("payoutEveryDays", account.PayoutEveryDays);
        json.WriteStartArray("deliveryDays");
        foreach (var chance in account.DeliveryDays)
        {
            json.WriteNumberValue(JsonValues.Rounded(chance));
        }

        json.WriteEndArray();
        json.WriteRounded("lateFeeShare", account.LateFeeShare);
        json.WriteNumber("insolventAfterDays", account.InsolventAfterDays);
        json.WriteRounded("runOffPriceFall", AccountTerms.RunOffPriceFall);
        json.WriteNumber("runOffSellingDays", account.RunOffSellingDays);
        json.WriteNumber("runOffDays", account.RunOffDays);
        if (account.StorageLimitMonths is { } months)
        {
            json.WriteRounded("storageLimitMonths", months);
            json.WriteMoney("storageOverage", account.StorageOverage);
        }

        json.WriteBoolean("chargeInference", account.ChargeInference);
        json.WriteEndObject();

        var rules = observation.Rules;
        json.WriteStartObject("rules");
        json.WriteNumber("sponsoredSlots", rules.SponsoredSlots);
        json.WriteMoney("lowestBid", rules.LowestBid);
        json.WriteNumber("adReportDelayDays", rules.AdReportDelayDays);
        json.WriteMoney("promotionFee", rules.PromotionFee);
        json.WriteRounded("promotionRevenueShare", rules.PromotionRevenueShare);
        json.WriteNumber("mostPromotedDaysIn60", rules.MostPromotedDaysIn60);
        json.WriteMoney("reviewCommission", rules.ReviewCommission);
        json.WriteMoney("reviewFine", rules.ReviewFine);
        json.WriteNumber("suspendedBelow", rules.SuspendedBelow);
        json.WriteRounded("defectRateLimit", rules.DefectRateLimit);
        json.WriteNumber("fewestOrders", rules.FewestOrders);
        json.WriteMoney("inspectionFee", rules.InspectionFee);
        json.WriteRounded("toleratedDefects", rules.ToleratedDefects);
        json.WriteMoney("reworkFee", rules.ReworkFee);
        json.WriteRounded("reworkShare", rules.ReworkShare);
        json.WriteNumber("reworkDays", rules.ReworkDays);
        json.WriteEndObject();
    }

    private static void Freight(Utf8JsonWriter json, Observation observation)
    {
        json.WriteStartArray("freight");
        foreach (var mode in observation.Freight)
        {
            json.WriteStartObject();
            json.WriteName("mode", mode.Mode);
            json.WriteRounded("priceFactor", mode.PriceFactor);
            json.WriteRounded("transitFactor", mode.TransitFactor);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("tariffs");
        foreach (var tariff in observation.Tariffs)
        {
            json.WriteStartObject();
            json.WriteString("origin", tariff.Origin);
            json.WriteRounded("share", tariff.Share);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Deals(Utf8JsonWriter json, IReadOnlyList<DealEvent> deals)
    {
        json.WriteStartArray("dealEvents");
        foreach (var deal in deals)
        {
            json.WriteStartObject();
            json.WriteString("name", deal.Name);
            json.WriteDate("first", deal.First);
            json.WriteDate("last", deal.Last);
            json.WriteRounded("traffic", deal.Traffic);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void News(Utf8JsonWriter json, IReadOnlyList<NewsItem> news)
    {
        json.WriteStartArray("news");
        foreach (var item in news)
        {
            json.WriteStartObject();
            json.WriteString("name", item.Name);
            json.WriteNumber("firstDay", item.FirstDay);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Competitors(Utf8JsonWriter json, IReadOnlyList<CompetitorObservation> competitors)
    {
        json.WriteStartArray("competitors");
        foreach (var competitor in competitors)
        {
            json.WriteStartObject();
            json.WriteString("niche", competitor.Niche);
            json.WriteString("name", competitor.Name);
            json.WriteString("listing", competitor.Listing);
            if (competitor.Price > Money.Zero)
            {
                json.WriteMoney("price", competitor.Price);
            }

            OfferJson.Listing(json, "public", competitor.Public);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void OpenOrders(Utf8JsonWriter json, Observation observation)
    {
        json.WriteStartArray("openOrders");
        foreach (var order in observation.OpenOrders)
        {
            var (offer, supplier) = ObservedNames.Of(observation, order);
            json.WriteStartObject();
            json.WriteString("offer", offer);
            json.WriteString("supplier", supplier);
            json.WriteNumber("units", order.Units);
            json.WriteName("stage", order.Stage);
            json.WriteNumber("orderedDay", order.Id.Day);
            json.WriteNumber("commandIndex", order.Id.CommandIndex);
            json.WriteNumber("expectedDay", order.ExpectedDay);
            json.WriteMoney("balance", order.Balance);
            json.WriteName("freight", order.Freight);
            json.WriteMoney("charges", order.Charges);
            json.WriteOptional("defects", order.Defects);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Refusals(Utf8JsonWriter json, Observation observation)
    {
        json.WriteNumber("refusalCount", observation.RefusalCount);
        json.WriteStartArray("refusals");
        foreach (var refusal in observation.Refusals)
        {
            json.WriteStartObject();
            json.WriteNumber("commandIndex", refusal.CommandIndex);
            json.WriteName("reason", refusal.Reason);
            json.WriteString("message", refusal.Message);
            var units = RefusalUnits.Of(refusal.Reason);
            Value(json, "given", units.Given, refusal.Given);
            Value(json, "low", units.Low, refusal.Low);
            Value(json, "high", units.High, refusal.High);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Value(Utf8JsonWriter json, string name, RefusalUnit unit, long value)
    {
        if (unit == RefusalUnit.Dollars)
        {
            json.WriteMoney(name, new(value));
        }
        else if (unit == RefusalUnit.Number)
        {
            json.WriteNumber(name, value);
        }
    }
}
