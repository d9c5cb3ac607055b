using System.Text.Json;

namespace FbaBench.Contracts;

/// <summary>Fees of an offer and the storage utilisation surcharge as JSON.</summary>
internal static class FeesJson
{
    public static void Write(Utf8JsonWriter json, OfferObservation offer)
    {
        json.WriteMoney("referralFee", offer.ReferralFee);
        json.WriteMoney("fulfilmentFee", offer.FulfilmentFee);
        json.WriteRounded("storageCentsPerUnitMonth", offer.StorageCentsPerUnitMonth);
        json.WriteMoney("removalFee", offer.RemovalFee);
        var fees = offer.Fees;
        json.WriteStartObject("fees");
        json.WriteStartArray("fulfilmentByPrice");
        foreach (var step in fees.FulfilmentByPrice)
        {
            json.WriteStartObject();
            json.WriteMoney("fromPrice", step.FromPrice);
            json.WriteMoney("fee", step.Fee);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("placementPerUnit");
        for (var i = 0; i < fees.PlacementPerUnit.Count; i++)
        {
            json.WriteStartObject();
            json.WriteString("supplier", offer.Quotes[i].Name);
            json.WriteMoney("fee", fees.PlacementPerUnit[i]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        LowInventory(json, fees.LowInventory);
        AgedInventory(json, fees.AgedInventory);
        Returns(json, fees.Returns);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, IReadOnlyList<StorageUtilisationPreview> previews)
    {
        json.WriteStartArray("storageUtilisation");
        foreach (var preview in previews)
        {
            json.WriteStartObject();
            json.WriteName("size", preview.Size);
            Exemption(json, preview.Exemption);
            json.WriteRounded("averageCubicFeet", preview.AverageCubicFeet);
            json.WriteRounded("ratioWeeks", preview.RatioWeeks);
            json.WriteRate("dollarsPerCubicFoot", preview.DollarsPerCubicFoot);
            json.WriteRounded("limitCubicFeet", preview.LimitCubicFeet);
            json.WriteStartArray("steps");
            foreach (var step in preview.Steps)
            {
                json.WriteStartObject();
                json.WriteRounded("upToWeeks", step.UpToWeeks);
                json.WriteRate("dollarsPerCubicFoot", step.DollarsPerCubicFoot);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void LowInventory(Utf8JsonWriter json, LowInventoryPreview preview)
    {
        json.WriteStartObject("lowInventory");
        Exemption(json, preview.Exemption);
        json.WriteRounded("daysOfSupply30", preview.DaysOfSupply30);
        json.WriteRounded("daysOfSupply90", preview.DaysOfSupply90);
        json.WriteMoney("perUnitToday", preview.PerUnitToday);
        json.WriteMoney("below14", preview.Below14);
        json.WriteMoney("below21", preview.Below21);
        json.WriteMoney("below28", preview.Below28);
        json.WriteEndObject();
    }

    private static void AgedInventory(Utf8JsonWriter json, AgedInventoryPreview preview)
    {
        json.WriteStartObject("agedInventory");
        json.WriteDate("nextAssessment", preview.NextAssessment);
        json.WriteMoney("dueThen", preview.DueThen);
        json.WriteStartArray("stock");
        foreach (var stock in preview.Stock)
        {
            json.WriteStartObject();
            json.WriteNumber("units", stock.Units);
            json.WriteNumber("ageDays", stock.AgeDays);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("steps");
        foreach (var step in preview.Steps)
        {
            json.WriteStartObject();
            json.WriteNumber("fromDays", step.FromDays);
            json.WriteRounded("centsPerUnit", step.CentsPerUnit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Returns(Utf8JsonWriter json, ReturnsPreview preview)
    {
        json.WriteStartObject("returns");
        json.WriteMoney("perUnit", preview.PerUnit);
        json.WriteRounded("freeShare", preview.FreeShare);
        json.WriteNumber("shippedThisMonth", preview.ShippedThisMonth);
        json.WriteNumber("returnedOfThisMonth", preview.ReturnedOfThisMonth);
        json.WriteMoney("dueSoFar", preview.DueSoFar);
        json.WriteEndObject();
    }

    private static void Exemption(Utf8JsonWriter json, FeeExemption exemption)
    {
        if (exemption != FeeExemption.None)
        {
            json.WriteName("exemption", exemption);
        }
    }
}
