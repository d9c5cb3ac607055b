using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FbaBench;

/// <summary>
/// Makes model agents of one kind: <c>benchmark.Agent("mine", factory.Create, factory.Version)</c>. An episode that lasts keeps a tape (file <c>tape</c>) and its costs (file <c>costs</c>); one that is played again is played from its
/// tape as far as it goes, and nothing is paid for twice.
/// </summary>
/// <param name="Model">The model.</param>
public sealed record ChatAgentFactory(ModelSource Model)
{
    private const int LongestVersion = 100;

    /// <summary>How the agents play.</summary>
    public ChatAgentOptions Options { get; init; } = new();

    /// <summary>What each agent may spend in its episode.</summary>
    public ModelLimits Limits { get; init; } = ModelLimits.None;

    /// <summary>What all of them together may spend, or null.</summary>
    public ModelBudget? Shared { get; init; }

    /// <summary>Output tokens of a call, see <see cref="ModelSessionOptions.MaxOutputTokens"/>; default 4,096.</summary>
    public int MaxOutputTokens { get; init; } = 4096;

    /// <summary>Whether answers are read as a stream; changes no result.</summary>
    public bool Streaming { get; init; }

    /// <summary>Whether the tapes may grow; to replay, the model is never asked.</summary>
    public TapeMode Tape { get; init; }

    /// <summary>Whether activities carry the content of messages; default not.</summary>
    public bool RecordContent { get; init; }

    /// <summary>Everything that changes a result, for <see cref="AgentRecipe.Version"/>: model, prompt, settings and limits. At most 100 characters.</summary>
    public string Version
    {
        get
        {
            var version = $"{Model.Name} prompt {ChatAgent.PromptDigest(Options)} settings {ChatAgent.SettingsDigest(Options)} limits {Digest(string.Create(CultureInfo.InvariantCulture, $"{Limits} {MaxOutputTokens}"))}";
            return version.Length <= LongestVersion ? version : "chat " + Digest(version);
        }
    }

    /// <summary>Makes the agent of an episode.</summary>
    /// <param name="setting">The episode.</param>
    /// <exception cref="TapeException">The episode's tape is damaged, or another agent's.</exception>
    /// <exception cref="ArgumentException">The model has no price.</exception>
    public IAgent Create(AgentSetting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        var tape = setting.OpenFile?.Invoke("tape");
        Stream? costs = null;
        try
        {
            costs = setting.OpenFile?.Invoke("costs");
            return new ChatAgent(new ModelSession(Model, new()
            {
                Setting = setting,
                Tape = new ModelTape(tape, Tape),
                Ledger = new ModelLedger(costs),
                Budget = new ModelBudget(Limits, Shared),
                MaxOutputTokens = MaxOutputTokens,
                Streaming = Streaming,
                RecordContent = RecordContent,
                PromptDigest = ChatAgent.PromptDigest(Options),
                SettingsDigest = ChatAgent.SettingsDigest(Options),
            }), Options);
        }
        catch
        {
            tape?.Dispose();
            costs?.Dispose();
            throw;
        }
    }

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}
