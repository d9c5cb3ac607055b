using System.Globalization;
using System.Text.Json;

namespace FbaBench.Contracts;

/// <summary>How single values are written: money with two decimals, other numbers with at most six, names of enum members in camel case.</summary>
internal static class JsonValues
{
    private const int Decimals = 6;

    public static void WriteMoney(this Utf8JsonWriter json, string name, Money value) => json.WriteNumber(name, Dollars(value));

    /// <exception cref="ArgumentException">The number is not finite.</exception>
    public static void WriteRounded(this Utf8JsonWriter json, string name, double value) => json.WriteNumber(name, Rounded(value));

    public static void WriteRounded(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteRounded(name, number);
        }
    }

    public static void WriteOptional(this Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    /// <summary>A rate in dollars: as many decimals as it has, at least two and at most six.</summary>
    public static void WriteRate(this Utf8JsonWriter json, string name, decimal dollars)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(Rate(dollars));
    }

    public static void WriteDate(this Utf8JsonWriter json, string name, SimDate value) => json.WriteString(name, value.ToString());

    public static void WriteName<TEnum>(this Utf8JsonWriter json, string name, TEnum value)
        where TEnum : struct, Enum => json.WriteString(name, NameOf(value));

    /// <summary>Name of an enum member in camel case.</summary>
    public static string NameOf<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(Enum.GetName(value)
            ?? throw new ArgumentException($"{value} is no {typeof(TEnum).Name}; use a member of that enum.", nameof(value)));

    public static string Rate(decimal dollars) => dollars.ToString("0.00####", CultureInfo.InvariantCulture);

    /// <summary>Dollars whose decimal has the scale 2, so that one dollar is written 1.00.</summary>
    public static decimal Dollars(Money value) => (value.Cents / 100m) + 0.00m;

    /// <summary>Six decimals: more would tell no seller anything, and 17 digits cost a reader three times as much. Adding zero turns −0 into 0.</summary>
    public static double Rounded(double value) => Math.Round(value, Decimals, MidpointRounding.AwayFromZero) + 0.0;
}
