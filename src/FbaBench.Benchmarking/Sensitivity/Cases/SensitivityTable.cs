using System.Globalization;
using System.Text.Json;

namespace FbaBench;

/// <summary>Reads and checks a file of experiments.</summary>
internal static class SensitivityTable
{
    public const double UsualMinimum = 0.01;
    public const int UsualWorlds = 48;
    private const string Schema = "sensitivity/1";

    /// <summary>The experiments that come with this package.</summary>
    public static SensitivityFile Shipped()
    {
        using var stream = typeof(SensitivityTable).Assembly.GetManifestResourceStream("FbaBench.Sensitivity.sensitivity.json")
            ?? throw new InvalidDataException("The embedded file sensitivity.json is missing.");
        using var text = new StreamReader(stream);
        return Read(text.ReadToEnd());
    }

    /// <exception cref="JsonException">It is not such a file; the message says where.</exception>
    public static SensitivityFile Read(string text)
    {
        var file = JsonSerializer.Deserialize(text, SensitivityJson.Default.SensitivityFile) ?? throw new JsonException("the file is empty.");
        if (file.Schema != Schema)
        {
            throw new JsonException($"schema is '{file.Schema}'; this version reads {Schema}.");
        }

        foreach (var item in file.Cases)
        {
            Check(item);
        }

        var twice = file.Cases.GroupBy(item => item.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? file : throw new JsonException($"the case '{twice.Key}' stands there twice.");
    }

    private static void Check(SensitivityCase item)
    {
        if (!ShippedScenarios.Names.Contains(item.Scenario))
        {
            throw Wrong(item, "scenario", item.Scenario, string.Join(", ", ShippedScenarios.Names));
        }

        if (item.Sign is not ("+" or "-"))
        {
            throw Wrong(item, "sign", item.Sign, "+ or -");
        }

        if (item.Minimum is not (>= 0.0001 and <= 10))
        {
            throw Wrong(item, "minimum", item.Minimum.ToString(CultureInfo.InvariantCulture), "0.0001 to 10");
        }

        if (item.Worlds is not (>= 2 and <= 100_000))
        {
            throw Wrong(item, "worlds", item.Worlds.ToString(CultureInfo.InvariantCulture), "2 to 100000");
        }

        if (item.Low.SequenceEqual(item.High) && (item.HighSeller ?? item.Seller) == item.Seller)
        {
            throw new JsonException($"case '{item.Id}': both arms are the same.");
        }

        try
        {
            _ = Observable.Find(item.Observable);
            _ = SellerSpecification.Parse(item.Seller);
            _ = SellerSpecification.Parse(item.HighSeller ?? item.Seller);
        }
        catch (ArgumentException error)
        {
            throw new JsonException($"case '{item.Id}': {error.Message}", error);
        }
    }

    private static JsonException Wrong(SensitivityCase item, string field, string value, string allowed) =>
        new($"case '{item.Id}': {field} is '{value}'; allowed is {allowed}.");
}
