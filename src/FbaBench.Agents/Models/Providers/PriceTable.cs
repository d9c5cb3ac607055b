using System.Globalization;
using System.Text.Json;

namespace FbaBench;

/// <summary>
/// What models cost and from which day on: <c>PROVIDER/MODEL</c>, prices in millionths of a dollar for a million tokens, sources. A model that is not in it
/// has no price, never the price zero. Cannot be changed.
/// </summary>
public sealed class PriceTable
{
    private static readonly Lazy<PriceTable> ShippedTable = new(() =>
    {
        const string Name = "FbaBench.Agents.prices.json";
        using var stream = typeof(PriceTable).Assembly.GetManifestResourceStream(Name) ?? throw new InvalidOperationException($"The assembly misses {Name}.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return Read(copy.ToArray(), Name);
    });

    private readonly SortedDictionary<string, PriceRow[]> _byModel = new(StringComparer.Ordinal);

    internal PriceTable(string version, DateOnly date, IReadOnlyList<PriceRow> rows)
    {
        (Version, Date) = (version, date);
        foreach (var model in rows.GroupBy(row => row.Model, StringComparer.Ordinal))
        {
            _byModel.Add(model.Key, [.. model.OrderBy(row => row.From)]);
        }

        Rows = [.. _byModel.Values.SelectMany(model => model)];
    }

    /// <summary>The table of this package: models without a surcharge for long inputs, each price found the same in two public lists.</summary>
    public static PriceTable Shipped => ShippedTable.Value;

    /// <summary>Tells this table from another; goes into results.</summary>
    public string Version { get; }

    /// <summary>The day it was made.</summary>
    public DateOnly Date { get; }

    /// <summary>Its rows, by model in ordinal order and then by day.</summary>
    public IReadOnlyList<PriceRow> Rows { get; }

    /// <summary>Reads a table from a file, as <c>docs/models.md</c> describes it.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">It is no price table; the message has the line and the field.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static PriceTable Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Read(File.ReadAllBytes(path), path);
    }

    /// <summary>Reads a table from UTF-8 text, as <c>docs/models.md</c> describes it.</summary>
    /// <param name="json">The text.</param>
    /// <param name="name">What errors call it, for example the name of its file.</param>
    /// <exception cref="InvalidDataException">It is no price table; the message has the line and the field.</exception>
    public static PriceTable Read(ReadOnlyMemory<byte> json, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        try
        {
            return new Agents.Models.PriceTableReader(json.Span, name).Read();
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{name}({(exception.LineNumber ?? 0) + 1}): this is no JSON; {exception.Message}"), exception);
        }
    }

    /// <summary>The price that is in force on a day.</summary>
    /// <param name="model">The model's name with the provider, for example <c>openai/gpt-5-mini</c>.</param>
    /// <param name="day">The day of the call.</param>
    /// <exception cref="ArgumentException">The table does not know the model, or not yet on that day; the message says how to give a price.</exception>
    public PriceRow Find(string model, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (!_byModel.TryGetValue(model, out var rows))
        {
            throw new ArgumentException($"The price table {Version} has no price of '{model}'. {Advice(model)}", nameof(model));
        }

        return rows.LastOrDefault(row => row.From <= day)
            ?? throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The price table {Version} has prices of '{model}' from {rows[0].From:yyyy-MM-dd} on, and none for {day:yyyy-MM-dd}. {Advice(model)}"), nameof(day));
    }

    private static string Advice(string model)
    {
        var slash = model.IndexOf('/', StringComparison.Ordinal);
        return $"Give one: ModelSource.Price, or the settings FbaBench:Models:{(slash > 0 ? model[..slash] : "PROVIDER")}:Prices:{(slash > 0 ? model[(slash + 1)..] : model)} with Input, CachedInput and Output in millionths of a dollar for a million tokens.";
    }
}

/// <summary>A price of a model from a day on.</summary>
/// <param name="Model">The model's name with the provider.</param>
/// <param name="From">The first day on which it holds; until the model's next row, or for good.</param>
/// <param name="Price">The price.</param>
/// <param name="Sources">Where it was read.</param>
/// <param name="ReadOn">The day it was read.</param>
public sealed record PriceRow(string Model, DateOnly From, ModelPrice Price, IReadOnlyList<Uri> Sources, DateOnly ReadOn);
