using FbaBench.Agents.Models;
using Microsoft.Extensions.AI;

namespace FbaBench;

/// <summary>
/// Makes model agents: <c>chat:PROVIDER/MODEL?OPTION=VALUE&amp;…</c>. Each episode that lasts keeps a tape and a file of costs; one that is played again is played from its tape as far as it goes.
/// </summary>
/// <param name="providers">Where models are opened.</param>
public sealed class ChatRunner(ModelProviders providers) : IAgentRunner
{
    private static readonly string[] Known =
    [
        "callsPerDay", "callsPerRun", "dollarsInAll", "dollarsPerDay", "dollarsPerRun", "every", "maxOutputTokens", "memory", "memoryDays", "mode", "observationTokens", "onLimit", "persona", "prompt", "reasoning", "replay", "rulesTokens",
        "secondsPerDay", "secondsPerRun", "seed", "steps", "streaming", "temperature", "tokensPerCall", "tokensPerDay", "tokensPerRun",
    ];

    /// <inheritdoc/>
    public string Scheme => "chat";

    /// <inheritdoc/>
    public AgentRecipe Prepare(AgentSpecification specification)
    {
        ArgumentNullException.ThrowIfNull(specification);
        specification.AllowOptions(Known);
        var given = new GivenOptions(specification);
        var isReplay = given.Flag("replay");
        var factory = new ChatAgentFactory(isReplay ? Offline.Model(specification.Address) : providers.Open(specification.Address))
        {
            Options = Chat(given),
            Limits = Limits(given),
            Shared = given.Dollars("dollarsInAll") is { } all ? new ModelBudget(new() { MicroDollarsPerRun = all }) : null,
            MaxOutputTokens = (int)(specification.Whole("maxOutputTokens", 1, 1_000_000) ?? 4096),
            Streaming = given.Flag("streaming"),
            Tape = isReplay ? TapeMode.Replay : TapeMode.Record,
        };
        return new(specification, factory.Version, factory.Create);
    }

    private static ChatAgentOptions Chat(GivenOptions given)
    {
        var options = new ChatAgentOptions
        {
            Mode = given.OneOf("mode", ChatMode.Tools),
            Memory = given.OneOf("memory", MemoryMode.Rolling),
            Temperature = (float?)given.Number("temperature", 0, 2),
            Seed = given.Whole("seed", 0, long.MaxValue),
            Reasoning = given.OneOf<ReasoningEffort>("reasoning"),
            Persona = given.Text("persona") is { } persona ? Persona.Find(persona) : null,
        };
        options = given.Whole("every", 1, 365) is { } every ? options with { EveryDays = (int)every } : options;
        options = given.Whole("steps", 1, 100) is { } steps ? options with { MaxSteps = (int)steps } : options;
        options = given.Whole("memoryDays", 1, 365) is { } days ? options with { MemoryDays = (int)days } : options;
        options = given.Whole("observationTokens", 500, 1_000_000) is { } tokens ? options with { ObservationTokens = (int)tokens } : options;
        options = given.Whole("rulesTokens", 500, 1_000_000) is { } rules ? options with { RulesTokens = (int)rules } : options;
        return given.Text("prompt") is { } file ? options with { Prompt = PromptTemplate.Load(file) } : options;
    }

    private static ModelLimits Limits(GivenOptions given) => new()
    {
        TokensPerCall = given.Whole("tokensPerCall", 1, long.MaxValue),
        TokensPerDay = given.Whole("tokensPerDay", 1, long.MaxValue),
        TokensPerRun = given.Whole("tokensPerRun", 1, long.MaxValue),
        CallsPerDay = given.Whole("callsPerDay", 1, long.MaxValue),
        CallsPerRun = given.Whole("callsPerRun", 1, long.MaxValue),
        MicroDollarsPerDay = given.Dollars("dollarsPerDay"),
        MicroDollarsPerRun = given.Dollars("dollarsPerRun"),
        TimePerDay = given.Seconds("secondsPerDay"),
        TimePerRun = given.Seconds("secondsPerRun"),
        OnBreach = given.OneOf("onLimit", BreachRule.EndTurn),
    };
}
