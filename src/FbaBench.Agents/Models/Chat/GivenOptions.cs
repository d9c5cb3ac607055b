using System.Globalization;

namespace FbaBench.Agents.Models;

/// <summary>Options of a specification by type; each error says what would be right.</summary>
internal sealed class GivenOptions(AgentSpecification specification)
{
    private const decimal Million = 1_000_000;

    public string? Text(string name) => specification.Options.GetValueOrDefault(name);

    public long? Whole(string name, long low, long high) => specification.Whole(name, low, high);

    public bool Flag(string name) => Text(name) switch
    {
        null or "false" => false,
        "true" => true,
        { } text => throw Wrong(name, text, "true or false"),
    };

    public double? Number(string name, double low, double high) => Text(name) is not { } text ? null
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value >= low && value <= high ? value
        : throw Wrong(name, text, string.Create(CultureInfo.InvariantCulture, $"a number from {low} to {high}"));

    public T OneOf<T>(string name, T otherwise)
        where T : struct, Enum => OneOf<T>(name) ?? otherwise;

    public T? OneOf<T>(string name)
        where T : struct, Enum
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        foreach (var value in Enum.GetValues<T>())
        {
            if (Word(value) == text)
            {
                return value;
            }
        }

        throw Wrong(name, text, string.Join(", ", Enum.GetValues<T>().Select(Word)));
    }

    /// <summary>Dollars with at most six decimals, as micro-dollars.</summary>
    public long? Dollars(string name) => Text(name) is not { } text ? null
        : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value > 0 && value <= Million && decimal.Truncate(value * Million) == value * Million
            ? (long)(value * Million)
            : throw Wrong(name, text, "dollars above 0, at most 1000000, with at most six decimals");

    public TimeSpan? Seconds(string name) => Number(name, 0.001, 31_536_000) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    /// <summary>EndTurn is written endTurn.</summary>
    private static string Word<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private ArgumentException Wrong(string name, string text, string right) => new($"The option {name}={text} of '{specification.Text}' is not right; write {right}.");
}
