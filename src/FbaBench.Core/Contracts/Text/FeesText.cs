using static System.FormattableString;

namespace FbaBench.Contracts;

/// <summary>Fees of offers and the storage utilisation surcharge as text.</summary>
internal static class FeesText
{
    private const string NothingShipped = "nothing shipped";

    public static void Write(TextLines lines, IReadOnlyList<OfferObservation> offers)
    {
        lines.Section("FEES of a unit (dollars unless said otherwise)");
        foreach (var offer in offers)
        {
            var fees = offer.Fees;
            lines.Line($"{offer.Name}: at the {(offer.IsOpen ? "list" : "reference")} price referral {offer.ReferralFee} and fulfilment {offer.FulfilmentFee}; storage {TextLines.Of(offer.StorageCentsPerUnitMonth)} cents a month; removal {offer.RemovalFee}.");
            Line(lines, "Fulfilment by price", fees.FulfilmentByPrice.Select(step => $"{step.Fee} from {step.FromPrice}"));
            Line(lines, "Placement of a unit received today", fees.PlacementPerUnit.Select((fee, i) => $"{offer.Quotes[i].Name} {fee}"));
            LowInventory(lines, fees.LowInventory);
            AgedInventory(lines, fees.AgedInventory);
            Returns(lines, fees.Returns);
        }
    }

    public static void Write(TextLines lines, IReadOnlyList<StorageUtilisationPreview> previews)
    {
        lines.Section("STORAGE UTILISATION SURCHARGE (dollars a cubic foot and month, on volume older than 30 days)");
        foreach (var preview in previews)
        {
            lines.Line($"{TextLines.Words(preview.Size)}: {JsonValues.Rate(preview.DollarsPerCubicFoot)} now{Exemption(preview.Exemption)}; {TextLines.Of(preview.AverageCubicFeet)} cubic feet a day this month, {Weeks(preview.RatioWeeks)}{Limit(preview.LimitCubicFeet)}.");
            Line(lines, "By weeks of shipments in store", preview.Steps.Select(step => $"{JsonValues.Rate(step.DollarsPerCubicFoot)} {(step.UpToWeeks is { } weeks ? "up to " + TextLines.Of(weeks) : "above")}"));
        }
    }

    private static void LowInventory(TextLines lines, LowInventoryPreview preview)
    {
        lines.Line($"- Low inventory: {preview.PerUnitToday} a unit shipped today{Exemption(preview.Exemption)}; days of supply over 30 days {TextLines.Of(preview.DaysOfSupply30, NothingShipped)}, over 90 days {TextLines.Of(preview.DaysOfSupply90, NothingShipped)}; where both are below 14 it is {preview.Below14}, below 21 {preview.Below21}, below 28 {preview.Below28}.");
    }

    private static void AgedInventory(TextLines lines, AgedInventoryPreview preview)
    {
        lines.Line($"- Aged inventory: assessed next on {preview.NextAssessment}; {preview.DueThen} due then if nothing is sold before.");
        Line(lines, "Stock by age", preview.Stock.Select(stock => Invariant($"{stock.Units} units of {stock.AgeDays} days")));
        Line(lines, "Surcharge of a unit by age", preview.Steps.Select(step => Invariant($"{TextLines.Of(step.CentsPerUnit)} cents from {step.FromDays} days")));
    }

    private static void Returns(TextLines lines, ReturnsPreview preview)
    {
        var free = preview.FreeShare is { } share ? $"beyond {TextLines.Percent(share)} of a month's shipments" : "from the first on";
        lines.Line(Invariant($"- Returns: {preview.PerUnit} a returned unit {free}; this month {preview.ShippedThisMonth} shipped and {preview.ReturnedOfThisMonth} of them returned; {preview.DueSoFar} due so far, last three months included."));
    }

    private static string Exemption(FeeExemption exemption) => exemption == FeeExemption.None ? "" : $" (not charged: {TextLines.Words(exemption)})";

    private static string Limit(double? cubicFeet) => cubicFeet is { } limit ? $"; limit {TextLines.Of(limit)}" : "";

    private static string Weeks(double? ratio) => ratio is { } weeks ? $"{TextLines.Of(weeks)} weeks of shipments" : NothingShipped;

    private static void Line(TextLines lines, string what, IEnumerable<string> parts)
    {
        var text = string.Join(", ", parts);
        if (text.Length > 0)
        {
            lines.Line($"- {what}: {text}.");
        }
    }
}
