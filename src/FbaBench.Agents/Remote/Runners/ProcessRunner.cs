namespace FbaBench;

/// <summary>
/// Runs programs, see <see cref="ProcessAgent"/>: <c>process:PROGRAM ARGUMENT…</c> with the options <c>timeoutSeconds</c>, <c>graceSeconds</c> and <c>version</c>. Words end at
/// spaces; quotes, double or single, keep what is in them together; no shell is between. A command with a question mark ends with another one.
/// </summary>
public sealed class ProcessRunner : IAgentRunner
{
    private const int SecondsOfADay = 86_400;
    private const int MostGrace = 600;

    /// <inheritdoc/>
    public string Scheme => "process";

    /// <inheritdoc/>
    public AgentRecipe Prepare(AgentSpecification specification)
    {
        ArgumentNullException.ThrowIfNull(specification);
        specification.AllowOptions("timeoutSeconds", "graceSeconds", "version");
        var options = new ProcessAgentOptions { Command = CommandLine.Split(specification.Address) };
        if (specification.Whole("timeoutSeconds", 1, SecondsOfADay) is { } seconds)
        {
            options = options with { Timeout = TimeSpan.FromSeconds(seconds) };
        }

        if (specification.Whole("graceSeconds", 0, MostGrace) is { } grace)
        {
            options = options with { Grace = TimeSpan.FromSeconds(grace) };
        }

        return new(specification, RemoteVersion.Of(specification, options.Command.Skip(1)), setting => new ProcessAgent(setting, options));
    }
}
