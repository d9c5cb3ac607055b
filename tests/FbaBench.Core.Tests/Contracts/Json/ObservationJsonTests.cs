using System.Text;
using System.Text.Json;

namespace FbaBench.Tests.Contracts.Json;

public sealed class ObservationJsonTests
{
    /// <summary>Properties that stand under another name, or whose value stands elsewhere.</summary>
    private static readonly Dictionary<string, string[]> Renamed = new()
    {
        ["OfferInfo.Id"] = ["name"],
        ["OfferObservation.Id"] = ["name"],
        ["Dimensions.Length"] = ["lengthInches"],
        ["Dimensions.Width"] = ["widthInches"],
        ["Dimensions.Height"] = ["heightInches"],
        ["StarCounts.One"] = ["stars"],
        ["StarCounts.Two"] = ["stars"],
        ["StarCounts.Three"] = ["stars"],
        ["StarCounts.Four"] = ["stars"],
        ["StarCounts.Five"] = ["stars"],
        ["StarCounts.Total"] = ["reviews"],
        ["StarCounts.Mean"] = ["rating"],
        ["OpenOrder.Id"] = ["orderedDay", "commandIndex"],
        ["OrderId.Day"] = ["orderedDay"],
        ["Seat.Index"] = ["seat"],
        ["OfferId.Index"] = ["name"],
        ["SupplierId.Index"] = ["supplier"],
    };

    [Fact]
    [Trait("Category", "Golden")]
    public void An_observation_is_written_to_these_bytes() =>
        Assert.Equal(Golden.Json, Encoding.UTF8.GetString(ObservationJson.Write(SampleObservation.Create())));

    [Fact]
    [Trait("Category", "Golden")]
    public void The_daily_form_is_the_full_one_without_account_rules_and_info()
    {
        using var full = JsonDocument.Parse(ObservationJson.Write(SampleObservation.Create()));
        using var daily = JsonDocument.Parse(ObservationJson.Write(SampleObservation.Create(), ObservationDetail.Daily));
        Assert.Equal(Without(full.RootElement, "account", "rules", "info"), Without(daily.RootElement));
        Assert.DoesNotContain("\"info\"", daily.RootElement.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_bytes_are_the_same_under_another_culture() =>
        Assert.Equal(ObservationJson.Write(SampleObservation.Create()), OtherCulture.Run(() => ObservationJson.Write(SampleObservation.Create())));

    /// <summary>Whatever is changed in an observation shows: nothing is left out, and no field is written in another's place.</summary>
    [Fact]
    public void Every_value_of_an_observation_is_in_its_JSON()
    {
        var sample = SampleObservation.Create();
        var written = Encoding.UTF8.GetString(ObservationJson.Write(sample));
        var variants = Variants.Of(sample).ToList();
        Assert.True(variants.Count > 250, $"only {variants.Count} values were changed");
        Assert.All(variants.Where(variant => !SaysNothing(variant.Path)), variant =>
            Assert.True(Encoding.UTF8.GetString(ObservationJson.Write((Observation)variant.Variant)) != written, $"{variant.Path} is not in the JSON"));
    }

    [Fact]
    public void Every_public_property_of_an_observation_has_a_field()
    {
        var sample = SampleObservation.Create();
        sample.Canary = "a-mark-that-only-some-experiments-have";
        using var document = JsonDocument.Parse(ObservationJson.Write(sample));
        var fields = new HashSet<string>(StringComparer.Ordinal);
        Collect(document.RootElement, fields);
        var missing =
            from type in ObservedTypes()
            from property in type.GetProperties()
            from name in Renamed.GetValueOrDefault($"{type.Name}.{property.Name}") ?? [JsonNamingPolicy.CamelCase.ConvertName(property.Name)]
            where !fields.Contains(name)
            select $"{type.Name}.{property.Name} as {name}";
        Assert.Empty(missing);
    }

    [Fact]
    public void Money_has_two_decimals_and_what_is_missing_is_left_out()
    {
        using var document = JsonDocument.Parse(ObservationJson.Write(SampleObservation.Create()));
        var root = document.RootElement;
        Assert.Equal("12345.60", root.GetProperty("cash").GetRawText());
        Assert.Equal("98.00", root.GetProperty("available").GetRawText());
        Assert.Equal("-210.07", root.GetProperty("receivable").GetRawText());
        var spoon = root.GetProperty("offers")[1];
        Assert.False(spoon.TryGetProperty("price", out _));
        Assert.False(spoon.TryGetProperty("campaign", out _));
        Assert.False(spoon.GetProperty("listing").TryGetProperty("rating", out _));
        Assert.False(root.GetProperty("competitors")[1].TryGetProperty("price", out _));
        Assert.DoesNotContain("null", root.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(long.MinValue, "-92233720368547758.08")]
    [InlineData(-1, "-0.01")]
    [InlineData(0, "0.00")]
    [InlineData(1, "0.01")]
    [InlineData(100, "1.00")]
    [InlineData(long.MaxValue, "92233720368547758.07")]
    public void Money_at_its_ends_keeps_every_cent(long cents, string expected)
    {
        var sample = (Observation)Variants.Of(SampleObservation.Create()).First(variant => variant.Path == "/Cash").Variant;
        typeof(Observation).GetProperty(nameof(Observation.Cash))!.SetValue(sample, new Money(cents));
        using var document = JsonDocument.Parse(ObservationJson.Write(sample));
        Assert.Equal(expected, document.RootElement.GetProperty("cash").GetRawText());
    }

    [Fact]
    public void A_number_that_is_not_finite_is_refused()
    {
        var broken = SampleObservation.Create();
        typeof(Observation).GetProperty(nameof(Observation.DealEvents))!.SetValue(broken, new[] { new DealEvent("x", new(2025, 3, 1), new(2025, 3, 1), double.NaN) });
        Assert.Throws<ArgumentException>(() => ObservationJson.Write(broken));
    }

    /// <summary>
    /// The best quote is named and stands among the quotes; the seat of an own order is the observation's; numbers of a refusal that is
    /// about handles say nothing; nor does the last day of a promotion that does not run.
    /// </summary>
    internal static bool SaysNothing(string path) =>
        (path.Contains("/BestQuote/", StringComparison.Ordinal) && !path.EndsWith("/BestQuote/Name", StringComparison.Ordinal))
        || path.EndsWith("/Id/Seat/Index", StringComparison.Ordinal)
        || path is "/Refusals[1]/Low" or "/Refusals[1]/High" or "/Offers[1]/Promotion/LastDay"
        || (path.StartsWith("/Offers[0]/Suppliers[1]/A", StringComparison.Ordinal) && path[^5..] is "Units" or "Until");

    private static IEnumerable<Type> ObservedTypes()
    {
        var found = new HashSet<Type>();
        var open = new Queue<Type>([typeof(Observation)]);
        while (open.TryDequeue(out var type))
        {
            type = Nullable.GetUnderlyingType(type) ?? type;
            type = type.IsGenericType ? type.GetGenericArguments()[0] : type;
            type = Nullable.GetUnderlyingType(type) ?? type;
            if (type.Assembly == typeof(Observation).Assembly && !type.IsEnum && type != typeof(Money) && type != typeof(SimDate) && found.Add(type))
            {
                foreach (var property in type.GetProperties())
                {
                    open.Enqueue(property.PropertyType);
                }
            }
        }

        return found;
    }

    private static void Collect(JsonElement element, HashSet<string> fields)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Collect(item, fields);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                fields.Add(property.Name);
                Collect(property.Value, fields);
            }
        }
    }

    private static string Without(JsonElement element, params string[] names) => element.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(',', element.EnumerateObject().Where(property => !names.Contains(property.Name)).Select(property => $"\"{property.Name}\":{Without(property.Value, names)}")) + "}",
        JsonValueKind.Array => "[" + string.Join(',', element.EnumerateArray().Select(item => Without(item, names))) + "]",
        _ => element.GetRawText(),
    };
}
