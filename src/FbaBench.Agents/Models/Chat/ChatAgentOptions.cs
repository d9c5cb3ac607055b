using Microsoft.Extensions.AI;

namespace FbaBench;

/// <summary>How a model gives its decision.</summary>
public enum ChatMode
{
    /// <summary>By calls of tools, each answered at once.</summary>
    Tools,

    /// <summary>By one answer in a given form, with a repair where it cannot be read.</summary>
    Structured,
}

/// <summary>How a model agent plays.</summary>
public sealed record ChatAgentOptions
{
    /// <summary>How the model gives its decision; default by tools.</summary>
    public ChatMode Mode { get; init; }

    /// <summary>A decision every so many days, from day 0 on; the days between pass without one. 1 to 365, default 1.</summary>
    public int EveryDays { get; init => field = Within(value, 1, 365, nameof(EveryDays)); } = 1;

    /// <summary>Calls of the model on a day, without that of a reflection; 1 to 100, default 12. Reaching it ends the turn with what was decided by then.</summary>
    public int MaxSteps { get; init => field = Within(value, 1, 100, nameof(MaxSteps)); } = 12;

    /// <summary>Calls of tools on a day; 1 to 1,000, default 100. Those beyond it are not done, but for the one that ends the day, and end the turn with what was decided by then.</summary>
    public int MaxToolCalls { get; init => field = Within(value, 1, 1000, nameof(MaxToolCalls)); } = 100;

    /// <summary>Tokens of the morning's text, by <see cref="TokenEstimate"/>; 500 to 1,000,000, default 8,000, which a morning of a shipped scenario keeps to. What does not fit is left out, named, and can be read by section.</summary>
    public int ObservationTokens { get; init => field = Within(value, 500, 1_000_000, nameof(ObservationTokens)); } = 8_000;

    /// <summary>Tokens of what never changes, terms and suppliers' quotes, in the system prompt; 500 to 1,000,000, default 8,000, which shipped scenarios keep to.</summary>
    public int RulesTokens { get; init => field = Within(value, 500, 1_000_000, nameof(RulesTokens)); } = 8_000;

    /// <summary>What the agent remembers from day to day; default the notes of the last days.</summary>
    public MemoryMode Memory { get; init; } = MemoryMode.Rolling;

    /// <summary>Days whose notes are shown; 1 to 365, default 14.</summary>
    public int MemoryDays { get; init => field = Within(value, 1, 365, nameof(MemoryDays)); } = 14;

    /// <summary>Days between two reflections where memory is consolidated; 2 to 365, default 30.</summary>
    public int ReflectEveryDays { get; init => field = Within(value, 2, 365, nameof(ReflectEveryDays)); } = 30;

    /// <summary>Tokens of the consolidated memory; 100 to 10,000, default 800.</summary>
    public int MemoryTokens { get; init => field = Within(value, 100, 10_000, nameof(MemoryTokens)); } = 800;

    /// <summary>The persona whose words stand in the prompt, or null for none.</summary>
    public Persona? Persona { get; init; }

    /// <summary>The system prompt; null (the default) for the shipped one of the <see cref="Mode"/>.</summary>
    public PromptTemplate? Prompt { get; init; }

    internal PromptTemplate Template => Prompt ?? (Mode == ChatMode.Tools ? PromptTemplate.Seller : PromptTemplate.SellerStructured);

    /// <summary>Temperature, 0 to 2; null (the default) for the model's own.</summary>
    public float? Temperature { get; init; }

    /// <summary>A seed for models that know one; null (the default) for none. It makes no model deterministic; the tape does.</summary>
    public long? Seed { get; init; }

    /// <summary>How much a reasoning model thinks; null (the default) for the model's own.</summary>
    public ReasoningEffort? Reasoning { get; init; }

    private static int Within(int value, int low, int high, string name) => value >= low && value <= high
        ? value
        : throw new ArgumentOutOfRangeException(name, $"{name} is {value}; allowed is {low} to {high}.");
}

/// <summary>A rough count of tokens for what is shown to a model: a quarter of the bytes, rounded up. Budgets do not rest on it, see <see cref="ModelLimits"/>.</summary>
public static class TokenEstimate
{
    private const int BytesPerToken = 4;

    /// <summary>Tokens of a text, about.</summary>
    public static int Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return (System.Text.Encoding.UTF8.GetByteCount(text) + BytesPerToken - 1) / BytesPerToken;
    }

    internal static int Bytes(int tokens) => tokens * BytesPerToken;
}
