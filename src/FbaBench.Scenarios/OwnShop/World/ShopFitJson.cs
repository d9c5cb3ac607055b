using System.Text.Json;
using System.Text.Json.Serialization;

namespace FbaBench.Scenarios;

/// <summary>A fitted shop as JSON, with the identity of its form in front.</summary>
internal static class ShopFitJson
{
    public static byte[] Write(ShopFit fit) => JsonSerializer.SerializeToUtf8Bytes(new ShopFile(ShopFit.Schema, fit), ShopJsonContext.Default.ShopFile);

    public static ShopFit Load(string path)
    {
        var name = Path.GetFileName(path);
        try
        {
            var file = JsonSerializer.Deserialize(File.ReadAllBytes(path), ShopJsonContext.Default.ShopFile);
            return file?.Schema == ShopFit.Schema
                ? Checked(file.Shop, name)
                : throw new ShopDataException(name, null, "schema", $"'{file?.Schema}' was found; this version reads {ShopFit.Schema}. Fit the shop again.");
        }
        catch (JsonException error)
        {
            throw new ShopDataException(name, error.LineNumber + 1, error.Path, $"it is not a file of a fitted shop ({ShopFit.Schema}): {error.Message.Split(" Path:", 2)[0]}", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ShopDataException(name, null, null, error is FileNotFoundException or DirectoryNotFoundException ? "there is no such file." : $"it cannot be read: {error.Message}", error);
        }
    }

    /// <summary>What a hand may have broken and the world's own validator would not name.</summary>
    private static ShopFit Checked(ShopFit fit, string name)
    {
        foreach (var product in fit.Products)
        {
            var at = $"product {product.Sku}";
            Require(product.Months.Count == 12 && product.Weekdays.Count == 7 && product.OrderSizes.Count == 3, at, "twelve months, seven weekdays and three order sizes are needed.");
            Require(product.Months.Append(product.Level).All(one => one.Low > 0 && one.Low <= one.Value && one.Value <= one.High), at, "level and months need 0 < low ≤ value ≤ high.");
            Require(product.Elasticity.Low <= product.Elasticity.Value && product.Elasticity.Value <= product.Elasticity.High, at, "the elasticity needs low ≤ value ≤ high.");
            Require(product.ReferencePrice > 0, at, "the reference price is above zero.");
            Require(product.Weekdays.Any(value => value > 0), at, "one weekday at least is above zero.");
            Require(product.Facts is { Category: not null, LengthInches: > 0, WidthInches: > 0, HeightInches: > 0, WeightPounds: > 0, UnitCost: > 0, MinimumUnits: > 0 }, at, "category, size, weight, unit cost and minimum order are needed.");
        }

        Require(fit.Products.Count > 0, "products", "there is none.");
        Require(fit.UsdRate > 0, "usdRate", "it is above zero.");
        return fit;

        void Require(bool holds, string at, string needed)
        {
            if (!holds)
            {
                throw new ShopDataException(name, null, at, needed);
            }
        }
    }

    internal sealed record ShopFile(string Schema, ShopFit Shop);
}

/// <summary>Reads and writes dates as yyyy-MM-dd.</summary>
internal sealed class ShopDateConverter : JsonConverter<SimDate>
{
    public override SimDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        SimDate.TryParse(reader.GetString(), out var date) ? date : throw new JsonException("A date is written yyyy-MM-dd.");

    public override void Write(Utf8JsonWriter writer, SimDate value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true,
    Converters = [typeof(ShopDateConverter)])]
[JsonSerializable(typeof(ShopFitJson.ShopFile))]
internal sealed partial class ShopJsonContext : JsonSerializerContext;
