using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace FbaBench.Scenarios.Files;

/// <summary>
/// Writes a tree as the JSON of a typed record, with the draws of a world: unknown keys, missing ones and values of another kind are errors at their line.
/// Money is in dollars in the tree and in whole cents in the JSON.
/// </summary>
internal sealed class TreeWriter(Utf8JsonWriter json, WorldSeed world)
{
    private static readonly ConcurrentDictionary<JsonTypeInfo, IReadOnlyList<JsonPropertyInfo>> Known = new();
    private static readonly char[] Units = ['%', '$', '€', '£'];

    public void Write(Node node, JsonTypeInfo type, string path)
    {
        var kind = Nullable.GetUnderlyingType(type.Type) is { } inner ? type.Options.GetTypeInfo(inner) : type;
        switch (kind.Kind)
        {
            case JsonTypeInfoKind.Object:
                Object(node, kind, path);
                break;
            case JsonTypeInfoKind.Enumerable:
                List(node, kind, path);
                break;
            default:
                Value(node, kind.Type, path);
                break;
        }
    }

    private void Object(Node node, JsonTypeInfo type, string path)
    {
        if (node is not Mapping mapping)
        {
            throw node.Error($"{Last(path)} is written as keys with values: {Keys(type)}.");
        }

        foreach (var (key, _) in mapping.Entries.Where(entry => Properties(type).All(known => known.Name != entry.Key.Text)))
        {
            throw key.Error($"'{key.Shown}' is unknown here{Spelling.Hint(key.Text, Properties(type).Select(known => known.Name))}; known are {Keys(type)}.");
        }

        foreach (var property in Properties(type).Where(IsNeeded))
        {
            if (mapping[property.Name] is null or Scalar { IsNull: true })
            {
                throw node.Error($"{(path.Length == 0 ? "the scenario" : Last(path))} lacks '{property.Name}'; needed are {string.Join(", ", Properties(type).Where(IsNeeded).Select(needed => needed.Name))}.");
            }
        }

        json.WriteStartObject();
        foreach (var (key, value) in Defaults.Under(mapping, type).Entries)
        {
            var property = Properties(type).First(property => property.Name == key.Text);
            json.WritePropertyName(key.Text);
            Write(value, type.Options.GetTypeInfo(property.PropertyType), path.Length == 0 ? key.Text : $"{path}.{key.Text}");
        }

        json.WriteEndObject();
    }

    private void List(Node node, JsonTypeInfo type, string path)
    {
        var element = type.Options.GetTypeInfo(type.ElementType!);
        IEnumerable<Node> items = node switch
        {
            Sequence sequence => sequence.Items,
            Mapping named when IsNamed(element) && !Draw.IsDraw(named) => named.Entries.Select(entry => entry.Key.Text == Overlay.Each ? throw entry.Key.Error($"there is no list here that 'each' could go to.") : Overlay.WithName(entry.Key, entry.Value as Mapping ?? throw entry.Value.Error($"'{entry.Key.Shown}' is written as keys with values."))),
            _ => throw node.Error($"{Last(path)} is a list{(IsNamed(element) ? " of named things" : "")}, such as [1, 2]."),
        };
        json.WriteStartArray();
        var place = 0;
        foreach (var item in items)
        {
            Write(item, element, $"{path}/{NameOf(item) ?? place.ToString(CultureInfo.InvariantCulture)}");
            place++;
        }

        json.WriteEndArray();
    }

    private void Value(Node node, Type type, string path)
    {
        if (node is Mapping { } mapping && Draw.IsDraw(mapping))
        {
            Drawn(mapping, type, path);
            return;
        }

        if (node is not Scalar scalar)
        {
            throw node.Error(node is Mapping change && Overlay.IsChange(change)
                ? $"{Last(path)} has no value here that could be changed; write the value itself."
                : $"{Last(path)} is a single value: {Wanted(type)}.");
        }

        if (type == typeof(Money))
        {
            json.WriteNumberValue(Cents(scalar, path));
        }
        else if (type == typeof(double))
        {
            json.WriteNumberValue(Number(scalar, path, type));
        }
        else if (type == typeof(decimal))
        {
            json.WriteNumberValue(Exact(scalar, path, type));
        }
        else if (type == typeof(int) || type == typeof(long))
        {
            json.WriteNumberValue(Whole(scalar, path, type));
        }
        else if (type == typeof(bool))
        {
            json.WriteBooleanValue(scalar.Text switch { "true" => true, "false" => false, _ => throw Unlike(scalar, path, type) });
        }
        else if (type == typeof(SimDate))
        {
            json.WriteStringValue(SimDate.TryParse(scalar.Text, out var date) ? date.ToString() : throw Unlike(scalar, path, type));
        }
        else if (type.IsEnum)
        {
            json.WriteStringValue(Enum.GetNames(type).FirstOrDefault(name => CamelCase(name) == scalar.Text) ?? throw Unlike(scalar, path, type));
        }
        else if (type == typeof(string))
        {
            json.WriteStringValue(scalar.Text);
        }
        else
        {
            throw scalar.Error($"{Last(path)} cannot be written in a file.");
        }
    }

    private void Drawn(Mapping mapping, Type type, string path)
    {
        var value = new Draw(mapping).In(world, path);
        if (!double.IsFinite(value) || Math.Abs(value) > 1e15)
        {
            throw mapping.Error($"{Last(path)}: the draw leaves the numbers that can be used.");
        }

        if (type == typeof(double))
        {
            json.WriteNumberValue(Math.Round(value, 6));
        }
        else if (type == typeof(Money))
        {
            json.WriteNumberValue((long)Math.Round(value * 100));
        }
        else if (type == typeof(int) || type == typeof(long))
        {
            json.WriteNumberValue((long)Math.Round(value));
        }
        else
        {
            throw mapping.Error($"{Last(path)} cannot be drawn; it is {Wanted(type)}.");
        }
    }

    private static long Cents(Scalar scalar, string path)
    {
        var dollars = Exact(scalar, path, typeof(Money));
        return Math.Abs(dollars) > 1e15m ? throw Unlike(scalar, path, typeof(Money))
            : scalar.IsComputed || decimal.Round(dollars, 2) == dollars ? (long)decimal.Round(dollars * 100)
            : throw scalar.Error($"{Last(path)}: {scalar.Shown} has parts of a cent; write dollars with at most two decimals.");
    }

    private static double Number(Scalar scalar, string path, Type type) =>
        scalar.IsPlain && double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : throw Unlike(scalar, path, type);

    private static decimal Exact(Scalar scalar, string path, Type type) =>
        scalar.IsPlain && decimal.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : throw Unlike(scalar, path, type);

    private static long Whole(Scalar scalar, string path, Type type)
    {
        var value = Exact(scalar, path, type);
        value = scalar.IsComputed ? decimal.Round(value) : value;
        return value != decimal.Truncate(value) || value is > long.MaxValue or < long.MinValue || (type == typeof(int) && value is > int.MaxValue or < int.MinValue)
            ? throw Unlike(scalar, path, type)
            : (long)value;
    }

    private static ScenarioFileException Unlike(Scalar scalar, string path, Type type)
    {
        var hint = scalar.Text.IndexOfAny(Units) >= 0 ? "; the number alone, without a unit"
            : scalar.Text.Contains(',', StringComparison.Ordinal) ? "; decimals follow a point, and thousands have no mark"
            : !scalar.IsPlain && type != typeof(string) ? "; without quotes"
            : "";
        return scalar.Error($"{Last(path)}: '{scalar.Shown}' is not {Wanted(type)}{hint}.");
    }

    private static string Wanted(Type type) =>
        type == typeof(Money) ? "an amount in dollars, such as 12.50"
        : type == typeof(double) || type == typeof(decimal) ? "a number, such as 0.25"
        : type == typeof(int) || type == typeof(long) ? "a whole number, such as 30"
        : type == typeof(bool) ? "true or false"
        : type == typeof(SimDate) ? "a date of the calendar, such as 2025-01-15"
        : type.IsEnum ? "one of " + string.Join(", ", Enum.GetNames(type).Select(CamelCase))
        : "text";

    /// <summary>What can be written: all that a definition holds.</summary>
    public static IReadOnlyList<JsonPropertyInfo> Properties(JsonTypeInfo type) =>
        Known.GetOrAdd(type, static known => [.. known.Properties.Where(property => property.Set is not null || property.AssociatedParameter is not null)]);

    /// <summary>Whether a file must say it: it has no default. Structs have none.</summary>
    public static bool IsNeeded(JsonPropertyInfo property) => property.IsRequired || property.DeclaringType.IsValueType || property.AssociatedParameter is { HasDefaultValue: false, IsMemberInitializer: false };

    public static bool IsNamed(JsonTypeInfo element) => element.Kind == JsonTypeInfoKind.Object && element.Properties.Any(property => property.Name == Overlay.NameKey);

    public static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static string? NameOf(Node item) => ((item as Mapping)?[Overlay.NameKey] as Scalar)?.Text;

    private static string Keys(JsonTypeInfo type) => string.Join(", ", Properties(type).Select(property => property.Name));

    /// <summary>The end of a path: what a reader of the file sees at the line.</summary>
    private static string Last(string path) => path[(path.LastIndexOfAny(['.', '/']) + 1)..] is { Length: > 0 } last ? last : "the scenario";
}
