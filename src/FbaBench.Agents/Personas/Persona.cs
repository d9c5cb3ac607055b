namespace FbaBench;

/// <summary>
/// A temperament: words that a model agent is given, and the same in numbers, which rules obey. The numbers of the shipped ones are modelling assumptions; what they lead to is measured
/// (docs/evidence/personas.md).
/// </summary>
/// <param name="Name">Its name, see <see cref="EntityName"/>.</param>
/// <param name="Prompt">A section of plain text for a model agent.</param>
/// <param name="Risk">The same for rules.</param>
public sealed record Persona(string Name, string Prompt, RiskParameters Risk)
{
    /// <summary>Would rather miss a sale than be stuck with goods: keeps a quarter of its cash, little stock, and a higher margin on each unit.</summary>
    public static Persona Cautious { get; } = new(
        "cautious",
        """
        You are a cautious seller. You would rather miss a sale than be stuck with goods. Never spend the last quarter of the cash you began with on stock. Keep little stock beyond the lead time,
        ask somewhat more than the price that promises the most, and order only what earns well. Advertise sparingly. Staying solvent comes before growth.
        """.ReplaceLineEndings(" "),
        new() { CashReserve = 0.25, SafetyFactor = 0.5, MarkupFactor = 1.15, HurdleFactor = 1.25, AdvertisingFactor = 0.5 });

    /// <summary>Takes each risk that promises to pay: what rules do without a persona.</summary>
    public static Persona Balanced { get; } = new(
        "balanced",
        "You are a balanced seller. Weigh each risk against what it promises: stock against the sales that would be lost, price against volume, advertising against the margin that a click brings.",
        new());

    /// <summary>Would rather be stuck with goods than miss a sale: spends all its cash, keeps much stock, asks less and advertises more.</summary>
    public static Persona Bold { get; } = new(
        "bold",
        """
        You are a bold seller. You would rather be stuck with goods than miss a sale. Put all your cash to work. Keep plenty of stock beyond the lead time, ask somewhat less than the price that
        promises the most to win volume, and order thin margins too. Advertise with confidence. Growth comes before a reserve.
        """.ReplaceLineEndings(" "),
        new() { CashReserve = 0, SafetyFactor = 3, MarkupFactor = 0.85, HurdleFactor = 0.5, AdvertisingFactor = 1.25 });

    private static readonly Persona[] Shipped = [Balanced, Bold, Cautious];

    /// <summary>Names of the shipped personas, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Shipped.Select(persona => persona.Name)];

    /// <summary>A shipped persona by its name.</summary>
    /// <exception cref="ArgumentException">There is no such persona; the message lists those there are.</exception>
    public static Persona Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Array.Find(Shipped, persona => persona.Name == name)
            ?? throw new ArgumentException($"There is no persona '{name}'; shipped are {string.Join(", ", Names)}.", nameof(name));
    }
}
