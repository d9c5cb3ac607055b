using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace FbaBench;

/// <summary>
/// Names under which agents are observed: activities and metrics by OpenTelemetry's conventions for generative AI (gen_ai.*), and measures of this product (fbabench.*). Content of messages is in
/// none of them unless a session is told so (<see cref="ModelSessionOptions.RecordContent"/>).
/// </summary>
public static class ModelTelemetry
{
    /// <summary>Name of the activity source and of the meter.</summary>
    public const string SourceName = "FbaBench.Agents";

    internal static ActivitySource Activities { get; } = new(SourceName);

    private static readonly Meter Measures = new(SourceName);

    private static readonly Histogram<long> Tokens = Measures.CreateHistogram<long>("gen_ai.client.token.usage", "{token}", "Tokens of a call, by type.");

    private static readonly Histogram<double> Duration = Measures.CreateHistogram<double>("gen_ai.client.operation.duration", "s", "Time of a call.");

    private static readonly Counter<long> Cost = Measures.CreateCounter<long>("fbabench.model.cost", "{microdollar}", "What calls were charged.");

    private static readonly Counter<long> Retries = Measures.CreateCounter<long>("fbabench.model.retries", "{attempt}", "Attempts after the first.");

    private static readonly Counter<long> Limits = Measures.CreateCounter<long>("fbabench.model.limits", "{limit}", "Limits that were reached.");

    internal static Activity? Chat(ModelSource source, AgentSetting setting, int day)
    {
        var (provider, model) = Names(source.Name);
        var activity = Activities.StartActivity($"chat {model}", ActivityKind.Client);
        activity?.SetTag("gen_ai.operation.name", "chat");
        activity?.SetTag("gen_ai.provider.name", provider);
        activity?.SetTag("gen_ai.request.model", model);
        activity?.SetTag("gen_ai.agent.name", setting.Name);
        activity?.SetTag("gen_ai.conversation.id", setting.Episode);
        activity?.SetTag("fbabench.day", day);
        return activity;
    }

    internal static Activity? Tool(string tool, string? call)
    {
        var activity = Activities.StartActivity($"execute_tool {tool}");
        activity?.SetTag("gen_ai.operation.name", "execute_tool");
        activity?.SetTag("gen_ai.tool.name", tool);
        activity?.SetTag("gen_ai.tool.call.id", call);
        return activity;
    }

    internal static Activity? Invoke(AgentSetting setting, int day)
    {
        var activity = Activities.StartActivity($"invoke_agent {setting.Name}");
        activity?.SetTag("gen_ai.operation.name", "invoke_agent");
        activity?.SetTag("gen_ai.agent.name", setting.Name);
        activity?.SetTag("gen_ai.conversation.id", setting.Episode);
        activity?.SetTag("fbabench.day", day);
        return activity;
    }

    /// <summary>One attempt that was made now; what a tape answers is not measured.</summary>
    internal static void Attempted(ModelSource source, ModelLedgerEntry entry)
    {
        var (provider, model) = Names(source.Name);
        TagList tags = new() { { "gen_ai.operation.name", "chat" }, { "gen_ai.provider.name", provider }, { "gen_ai.request.model", model } };
        if (entry.Limit is { } limit)
        {
            tags.Add("fbabench.limit", limit.ToString());
            Limits.Add(1, tags);
            return;
        }

        if (entry.Attempt > 1)
        {
            Retries.Add(1, tags);
        }

        if (entry.Failure is { } failure)
        {
            tags.Add("error.type", failure.ToString());
            Duration.Record(entry.Time.TotalSeconds, tags);
            return;
        }

        Duration.Record(entry.Time.TotalSeconds, tags);
        Cost.Add(entry.MicroDollars, tags);
        Tokens.Record(entry.Usage.Input, [.. tags, new("gen_ai.token.type", "input")]);
        Tokens.Record(entry.Usage.Output, [.. tags, new("gen_ai.token.type", "output")]);
    }

    internal static void Answered(Activity? activity, TokenUsage usage, long microDollars)
    {
        activity?.SetTag("gen_ai.usage.input_tokens", usage.Input);
        activity?.SetTag("gen_ai.usage.cache_read.input_tokens", usage.CachedInput);
        activity?.SetTag("gen_ai.usage.output_tokens", usage.Output);
        activity?.SetTag("fbabench.cost.microdollars", microDollars);
    }

    internal static void Failed(Activity? activity, string type)
    {
        activity?.SetTag("error.type", type);
        activity?.SetStatus(ActivityStatusCode.Error);
    }

    private static (string Provider, string Model) Names(string name)
    {
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? ("_OTHER", name) : (name[..slash], name[(slash + 1)..]);
    }
}
