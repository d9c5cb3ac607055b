namespace FbaBench;

/// <summary>What was found in a sales file, and what was changed or dropped while reading it.</summary>
public sealed record ShopReading
{
    /// <summary>Name of the file, without its folder.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of the file, hexadecimal.</summary>
    public required string Digest { get; init; }

    /// <summary>Encoding, for example <c>UTF-8</c>.</summary>
    public required string Encoding { get; init; }

    /// <summary>Separator of columns.</summary>
    public required string Separator { get; init; }

    /// <summary>Decimal mark.</summary>
    public required string DecimalMark { get; init; }

    /// <summary>Order of day and month, in words.</summary>
    public required string Dates { get; init; }

    /// <summary>Currency that the file names, or null.</summary>
    public string? Currency { get; init; }

    /// <summary>Lines after the header that are not blank.</summary>
    public long Lines { get; init; }

    /// <summary>Blank lines.</summary>
    public long BlankLines { get; init; }

    /// <summary>Whether there is a column of orders. Without it two equal lines are two sales.</summary>
    public bool HasOrders { get; init; }

    /// <summary>Lines that repeat another one exactly, order number and time included; dropped.</summary>
    public long RepeatedLines { get; init; }

    /// <summary>Lines with fewer than no units: returns.</summary>
    public long ReturnLines { get; init; }

    /// <summary>Lines with a price of zero (giveaways); left out.</summary>
    public long FreeLines { get; init; }

    /// <summary>Lines with zero units; left out.</summary>
    public long EmptyLines { get; init; }

    /// <summary>Lines kept out by <see cref="ShopReadOptions.LeaveOut"/>.</summary>
    public long LeftOutLines { get; init; }

    /// <summary>The codes kept out that occur in the file, in order.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>Name of the second file, or null.</summary>
    public string? ProductsFile { get; init; }

    /// <summary>SHA-256 of the second file, or null.</summary>
    public string? ProductsDigest { get; init; }
}
