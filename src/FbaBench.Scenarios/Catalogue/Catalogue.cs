using System.Text.Json;
using System.Text.Json.Serialization;

namespace FbaBench.Scenarios;

/// <summary>The stated assumptions of a shipped scenario: one embedded JSON file.</summary>
/// <param name="Sources">Where the numbers come from.</param>
/// <param name="FreightPerCubicFoot">Ocean freight in dollars a cubic foot.</param>
/// <param name="DutyShare">Duty as a share of the goods' price.</param>
/// <param name="Products">The products.</param>
internal sealed record Catalogue(string Sources, decimal FreightPerCubicFoot, decimal DutyShare, IReadOnlyList<CatalogueProduct> Products)
{
    /// <summary>Sales by month against the mean, January first, when not estimated from data.</summary>
    public IReadOnlyList<double>? MonthIndex { get; init; }

    /// <summary>Sales by weekday against the mean, Monday first, when not estimated from data.</summary>
    public IReadOnlyList<double>? WeekdayIndex { get; init; }

    /// <summary>When the seller's account was opened, yyyy-MM-dd; null for a new seller.</summary>
    public string? AccountOpened { get; init; }

    /// <summary>When the products were first received, yyyy-MM-dd; null for new products.</summary>
    public string? FirstInbound { get; init; }

    /// <summary>Years for which the products with opening stock have been sold: their reviews follow from it.</summary>
    public required double OpeningYears { get; init; }

    /// <summary>Their search velocity at the start, against that of an established listing.</summary>
    public required double OpeningVelocity { get; init; }

    /// <summary>Share of all sales that the sales file holds, when there is one.</summary>
    public double? SampleShare { get; init; }

    public static Catalogue Load(string file)
    {
        using var stream = Resources.Open(file);
        return JsonSerializer.Deserialize(stream, CatalogueJson.Default.Catalogue)!;
    }
}

/// <summary>A product with its assumptions. Sides in inches, weight in pounds, money in dollars.</summary>
internal sealed record CatalogueProduct(
    string Niche,
    string Name,
    string Category,
    decimal ReferencePrice,
    decimal UnitCost,
    double[] SidesInches,
    double WeightPounds,
    double ReturnRate,
    int MinimumUnits,
    int OpeningDays)
{
    /// <summary>Stock code in the sales file.</summary>
    public string? Sku { get; init; }

    /// <summary>Orders a day at the reference price, when not estimated from data.</summary>
    public double? OrdersPerDay { get; init; }

    /// <summary>Days from order to the factory's goods at the door, when it is known.</summary>
    public int? LeadTimeDays { get; init; }
}

internal static class Resources
{
    public static Stream Open(string file) =>
        typeof(Resources).Assembly.GetManifestResourceStream("FbaBench.Scenarios." + file)
        ?? throw new InvalidDataException($"The embedded file {file} is missing.");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Catalogue))]
internal sealed partial class CatalogueJson : JsonSerializerContext;
