namespace FbaBench;

/// <summary>Which experiments <see cref="Sensitivity"/> plays.</summary>
public sealed record SensitivityOptions
{
    /// <summary>Text of a file of experiments; null, the default, plays those that come with the package (docs/sensitivity.md).</summary>
    public string? Experiments { get; init; }

    /// <summary>Parts of names: only experiments whose name contains one of them; default all.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>Worlds of every experiment, 2 to 100,000; null, the default, is what each of them says.</summary>
    public int? Worlds
    {
        get;
        init => field = value is null or (>= 2 and <= 100_000) ? value : throw new ArgumentOutOfRangeException(nameof(value), $"{value} worlds asked; allowed is 2 to 100000.");
    }

    /// <summary>Seed of the worlds; default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Worlds played at once, 1 to 1,024; default the number of cores. Changes no result.</summary>
    public int Threads
    {
        get;
        init => field = value is >= 1 and <= 1024 ? value : throw new ArgumentOutOfRangeException(nameof(value), $"{value} threads asked; allowed is 1 to 1024.");
    }
    = Environment.ProcessorCount;
}
