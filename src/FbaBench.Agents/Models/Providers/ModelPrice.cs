using Microsoft.Extensions.AI;

namespace FbaBench;

/// <summary>What a model costs, in millionths of a dollar for a million tokens: 2,500,000 is 2.50 dollars a million.</summary>
/// <param name="Input">Of input tokens, 0 to 10^12.</param>
/// <param name="CachedInput">Of input tokens that the service had cached, 0 to 10^12.</param>
/// <param name="Output">Of output tokens, those of reasoning included, 0 to 10^12.</param>
public sealed record ModelPrice(long Input, long CachedInput, long Output)
{
    internal const long Most = 1_000_000_000_000;
    private const int PerPrice = 1_000_000;

    /// <inheritdoc cref="ModelPrice(long, long, long)" path="/param[@name='Input']"/>
    public long Input { get; } = Checked(Input, nameof(Input));

    /// <inheritdoc cref="ModelPrice(long, long, long)" path="/param[@name='CachedInput']"/>
    public long CachedInput { get; } = Checked(CachedInput, nameof(CachedInput));

    /// <inheritdoc cref="ModelPrice(long, long, long)" path="/param[@name='Output']"/>
    public long Output { get; } = Checked(Output, nameof(Output));

    /// <summary>What a call costs in whole micro-dollars, rounded up.</summary>
    /// <param name="usage">Its tokens.</param>
    public long MicroDollars(TokenUsage usage)
    {
        ArgumentNullException.ThrowIfNull(usage);
        var total = ((Int128)(usage.Input - usage.CachedInput) * Input) + ((Int128)usage.CachedInput * CachedInput) + ((Int128)usage.Output * Output);
        return checked((long)((total + PerPrice - 1) / PerPrice));
    }

    private static long Checked(long price, string what) => price is >= 0 and <= Most
        ? price
        : throw new ArgumentOutOfRangeException(what, $"{what} costs {price} micro-dollars a million tokens; allowed is 0 to {Most}.");
}

/// <summary>Tokens of one call or of many.</summary>
/// <param name="Input">Input tokens, those from the service's cache included.</param>
/// <param name="CachedInput">Input tokens from the service's cache.</param>
/// <param name="Output">Output tokens, those of reasoning included.</param>
/// <param name="Reasoning">Output tokens of reasoning.</param>
public sealed record TokenUsage(long Input, long CachedInput, long Output, long Reasoning)
{
    /// <summary>No tokens.</summary>
    public static TokenUsage None { get; } = new(0, 0, 0, 0);

    /// <summary>Input and output.</summary>
    public long Total => Input + Output;

    /// <summary>
    /// The tokens that an answer says it took. Null where it does not say, or says what cannot be: a negative number, more cached than input tokens, more
    /// tokens of reasoning than of output. Unknown is not zero: who counts takes the most that the call can have cost.
    /// </summary>
    /// <param name="usage">What the answer says; null where it says nothing.</param>
    public static TokenUsage? Of(UsageDetails? usage)
    {
        if (usage?.InputTokenCount is not { } input || usage.OutputTokenCount is not { } output)
        {
            return null;
        }

        var (cached, reasoning) = (usage.CachedInputTokenCount ?? 0, usage.ReasoningTokenCount ?? 0);
        return cached >= 0 && cached <= input && reasoning >= 0 && reasoning <= output ? new(input, cached, output, reasoning) : null;
    }

    /// <summary>The tokens of both.</summary>
    public TokenUsage Plus(TokenUsage other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return checked(new(Input + other.Input, CachedInput + other.CachedInput, Output + other.Output, Reasoning + other.Reasoning));
    }
}
