using System.Text.Json;

namespace FbaBench;

/// <summary>An entry of an example file cannot be read; the message names the field.</summary>
internal sealed class ExampleException(string message) : Exception(message);

/// <summary>Reads the fields of one object; what is missing, of the wrong kind or never asked for is named.</summary>
internal sealed class ExampleFields
{
    private readonly JsonElement _object;
    private readonly string _path;
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    public ExampleFields(JsonElement element, string path = "")
    {
        _object = element.ValueKind == JsonValueKind.Object ? element : throw new ExampleException($"{(path.Length == 0 ? "The entry" : path)} is not an object.");
        _path = path;
    }

    public IEnumerable<string> Names => _object.EnumerateObject().Select(property => property.Name);

    public bool Has(string name)
    {
        _read.Add(name);
        return _object.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;
    }

    /// <summary>Fields that were never asked for, with their path. Names that end in _note are prose.</summary>
    public IReadOnlyList<string> Unread => [.. Names.Where(name => !_read.Contains(name) && !name.EndsWith("_note", StringComparison.Ordinal)).Select(Path)];

    public ExampleFields Object(string name) => new(Get(name), Path(name));

    public bool IsObject(string name) => Get(name).ValueKind == JsonValueKind.Object;

    /// <summary>A list of objects.</summary>
    public ExampleFields[] Objects(string name) => [.. Items(name).Select((item, at) => new ExampleFields(item, FormattableString.Invariant($"{Path(name)}[{at}]")))];

    public string Text(string name) =>
        Get(name) is { ValueKind: JsonValueKind.String } value ? value.GetString()! : throw Wrong(name, "a text");

    public SimDate Date(string name) => SimDate.TryParse(Text(name), out var date) ? date : throw Wrong(name, "a date yyyy-MM-dd");

    public bool Flag(string name) => Get(name).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Wrong(name, "true or false"),
    };

    public decimal Decimal(string name) => Number(Get(name), name);

    public double Double(string name) => (double)Decimal(name);

    /// <summary>A number within legal limits.</summary>
    public double Within(string name, double low, double high) => Within(Double(name), name, low, high);

    /// <summary>A list of numbers within legal limits, at least one.</summary>
    public double[] List(string name, double low, double high)
    {
        double[] values = [.. Items(name).Select(item => Within((double)Number(item, name), name, low, high))];
        return values.Length > 0 ? values : throw Wrong(name, "a list of at least one number");
    }

    /// <summary>The items of a list of lists of whole numbers.</summary>
    public int[][] WholeLists(string name) =>
        [.. Items(name).Select(list => list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out var whole) ? whole : throw Wrong(name, "a list of lists of whole numbers")).ToArray()
            : throw Wrong(name, "a list of lists of whole numbers"))];

    /// <summary>A figure that nobody compares is not certified.</summary>
    /// <exception cref="ExampleException">A field was never asked for.</exception>
    public void RefuseUnread()
    {
        if (Unread is { Count: > 0 } unread)
        {
            throw new ExampleException($"{string.Join(", ", unread)} is not a field of this kind and would not be compared; known are {string.Join(", ", _read)}.");
        }
    }

    /// <summary>A whole number within legal limits.</summary>
    public int Whole(string name, int low, int high) => (int)Within(Whole(name), name, low, high);

    public long Whole(string name)
    {
        var value = Decimal(name);
        return decimal.Truncate(value) == value && Math.Abs(value) <= long.MaxValue ? (long)value : throw Wrong(name, "a whole number");
    }

    /// <summary>A whole number of 64 bits without a sign.</summary>
    public ulong Number(string name) =>
        Get(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetUInt64(out var number) ? number : throw Wrong(name, "a whole number from 0 to 2^64 - 1");

    public Money Dollars(string name) => ToMoney(Decimal(name), name);

    public IReadOnlyList<Money> DollarList(string name)
    {
        return [.. Items(name).Select(item => ToMoney(Number(item, name), name))];
    }

    public Dimensions Sides(string name)
    {
        var sides = Items(name).Select(item => (double)Number(item, name)).ToArray();
        return sides.Length == 3 ? new(sides[0], sides[1], sides[2]) : throw Wrong(name, "a list of three sides in inches");
    }

    private Money ToMoney(decimal dollars, string name) =>
        decimal.Truncate(dollars * 100) == dollars * 100 ? Money.Dollars(dollars) : throw Wrong(name, "an amount of dollars with at most two decimals");

    private double Within(double value, string name, double low, double high) => value >= low && value <= high
        ? value
        : throw new ExampleException(FormattableString.Invariant($"{Path(name)} is {value:R}; allowed is {low:R} to {high:R}."));

    private IEnumerable<JsonElement> Items(string name) =>
        Get(name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : throw Wrong(name, "a list");

    private decimal Number(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) ? number : throw Wrong(name, "a number");

    private JsonElement Get(string name)
    {
        _read.Add(name);
        return _object.TryGetProperty(name, out var value) ? value : throw new ExampleException($"{Path(name)} is missing.");
    }

    private ExampleException Wrong(string name, string right) => new($"{Path(name)} is not {right}.");

    private string Path(string name) => _path.Length == 0 ? name : _path + "." + name;
}
