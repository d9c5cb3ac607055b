namespace FbaBench;

/// <summary>What thinking has cost a seat so far, as <see cref="ChargeInference"/> wrote it down. Sums stop at the largest 64-bit number.</summary>
/// <param name="MicroDollars">Millionths of a dollar.</param>
/// <param name="InputTokens">Tokens read.</param>
/// <param name="OutputTokens">Tokens written.</param>
public readonly record struct InferenceCost(long MicroDollars, long InputTokens, long OutputTokens)
{
    /// <summary>Whole cents of the sum, rounded down: what a world that charges for inference has charged.</summary>
    public Money Total => new(MicroDollars / MicroDollarsPerCent);

    private const long MicroDollarsPerCent = 10_000;
}
