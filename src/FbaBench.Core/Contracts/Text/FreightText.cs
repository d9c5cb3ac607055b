using static System.FormattableString;

namespace FbaBench.Contracts;

/// <summary>Freight and tariffs as text.</summary>
internal static class FreightText
{
    public static void Write(TextLines lines, Observation today)
    {
        lines.Section("FREIGHT AND TARIFFS today, against usual");
        foreach (var mode in today.Freight)
        {
            lines.Line($"{TextLines.Words(mode.Mode)}: {TextLines.Of(mode.PriceFactor)} times the price, {TextLines.Of(mode.TransitFactor)} times the days.");
        }

        foreach (var tariff in today.Tariffs)
        {
            lines.Line($"Goods from {tariff.Origin}: {TextLines.Percent(tariff.Share)} more duty.");
        }

        if (today.Freight.Count == 0 && today.Tariffs.Count == 0)
        {
            lines.Line("none: suppliers deliver");
        }
    }

    /// <summary>What a route costs at usual prices and how long it takes.</summary>
    public static string Route(RouteQuote route)
    {
        var rates = route.Rates;
        return Invariant($"{TextLines.Words(route.Mode)}: {rates.PerShipment} a shipment, {rates.PerCubicMetre} a cubic metre, {rates.PerContainer} a container of {TextLines.Of(rates.ContainerCubicMetres)} cubic metres, {rates.PerKilogram} a kilogram, a cubic metre counting for at least {TextLines.Of(rates.KilogramsPerCubicMetre)}; sellable in about {route.LeadTimeDays} days, at most {route.LongestLeadTimeDays}");
    }
}
