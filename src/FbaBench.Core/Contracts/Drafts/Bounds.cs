namespace FbaBench.Contracts;

/// <summary>A number as far as a morning tells it: it lies between two ends, both included.</summary>
/// <param name="Least">Lower end.</param>
/// <param name="Most">Upper end.</param>
internal readonly record struct Bounds(long Least, long Most)
{
    public static Bounds Exactly(long value) => new(value, value);

    public Bounds More(Bounds amount) => new(Least + amount.Least, Most + amount.Most);

    /// <summary>What is left after an amount was taken that was there; where it is not sure that it was taken, nothing may have been.</summary>
    public Bounds Less(Bounds amount, bool isSure) =>
        isSure ? new(Least - amount.Most, Most - amount.Least) : new(Math.Max(Math.Min(0, Least), Least - amount.Most), Most);

    /// <summary>The same number or another one.</summary>
    public Bounds Or(Bounds other) => new(Math.Min(Least, other.Least), Math.Max(Most, other.Most));
}
