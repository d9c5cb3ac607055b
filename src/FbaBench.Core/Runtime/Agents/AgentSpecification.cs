namespace FbaBench;

/// <summary>Names an agent and how it is run: <c>SCHEME:ADDRESS?OPTION=VALUE&amp;OPTION=VALUE</c>, for example <c>rule:base-stock?persona=bold</c>.</summary>
public sealed class AgentSpecification
{
    private const string Rule = "write SCHEME:ADDRESS, for example rule:base-stock, process:python3 agent.py or http://127.0.0.1:8000/agent";

    private AgentSpecification(string text, string scheme, string address, IReadOnlyDictionary<string, string> options) =>
        (Text, Scheme, Address, Options) = (text, scheme, address, options);

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>How the agent is run: lower-case letters, digits and hyphens.</summary>
    public string Scheme { get; }

    /// <summary>What is between the scheme's colon and the options.</summary>
    public string Address { get; }

    /// <summary>The options after the last question mark, unescaped, by name.</summary>
    public IReadOnlyDictionary<string, string> Options { get; }

    /// <summary>Reads a specification.</summary>
    /// <exception cref="ArgumentException">It is none; the message says what would be right.</exception>
    public static AgentSpecification Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || !text[..colon].All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-'))
        {
            throw new ArgumentException($"'{text}' names no agent: it has no scheme; {Rule}.", nameof(text));
        }

        var mark = text.LastIndexOf('?');
        var address = mark < 0 ? text[(colon + 1)..] : text[(colon + 1)..mark];
        if (string.IsNullOrWhiteSpace(address))
        {
            throw new ArgumentException($"'{text}' names no agent: nothing stands between the scheme and the options; {Rule}.", nameof(text));
        }

        var options = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var option in mark < 0 ? [] : text[(mark + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = option.Split('=', 2);
            if (parts.Length != 2 || parts[0].Length == 0)
            {
                throw new ArgumentException($"The option '{option}' of '{text}' has no value; write NAME=VALUE, several with & between.", nameof(text));
            }

            if (!options.TryAdd(parts[0], Uri.UnescapeDataString(parts[1])))
            {
                throw new ArgumentException($"The option '{parts[0]}' of '{text}' stands twice.", nameof(text));
            }
        }

        return new(text, text[..colon], address, options);
    }

    /// <summary>Refuses options that a runner does not know: one that is misspelled would change nothing in silence.</summary>
    /// <param name="known">The names it knows.</param>
    /// <exception cref="ArgumentException">There is another.</exception>
    public void AllowOptions(params IReadOnlyCollection<string> known)
    {
        ArgumentNullException.ThrowIfNull(known);
        foreach (var name in Options.Keys.Where(name => !known.Contains(name)))
        {
            throw new ArgumentException($"'{Text}' has the option '{name}', which {Scheme}: does not know; it knows {(known.Count == 0 ? "none" : string.Join(", ", known))}.");
        }
    }

    /// <summary>An option as a whole number, or null where it is not given.</summary>
    /// <exception cref="ArgumentException">It is no number, or outside of the range.</exception>
    public long? Whole(string name, long low, long high) => !Options.TryGetValue(name, out var text)
        ? null
        : long.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var value) && value >= low && value <= high
            ? value
            : throw new ArgumentException($"The option {name}={text} of '{Text}' is not a whole number from {low} to {high}.");

    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>How to make the agent that a specification names.</summary>
/// <param name="Specification">The specification.</param>
/// <param name="Version">What tells this agent from another of the same name, 1 to 100 printable characters; null where the build of its code does.</param>
/// <param name="Make">Makes a fresh instance for an episode; called on any thread.</param>
public sealed record AgentRecipe(AgentSpecification Specification, string? Version, Func<AgentSetting, IAgent> Make);

/// <summary>Makes agents of one kind: rules, chat models, processes, remote ones. Safe for concurrent use.</summary>
public interface IAgentRunner
{
    /// <summary>The scheme of the specifications that it understands, for example <c>rule</c>.</summary>
    string Scheme { get; }

    /// <summary>Checks a specification as far as that is possible without running anything, and says how to make its agent.</summary>
    /// <exception cref="ArgumentException">The specification is not right; the message says what would be.</exception>
    AgentRecipe Prepare(AgentSpecification specification);
}
