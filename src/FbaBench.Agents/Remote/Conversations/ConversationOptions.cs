namespace FbaBench;

/// <summary>How mornings are told in a <see cref="ConversationAgent"/>.</summary>
public sealed record ConversationOptions
{
    /// <summary>Whether a morning is told as JSON (<see cref="ObservationJson"/>, one line, the last of its message) instead of as text (<see cref="ObservationText"/>).</summary>
    public bool MorningsAsJson { get; init; }

    /// <summary>What stands before the first morning; default the task, the form of answers and the schema of decisions.</summary>
    public string Instructions { get; init => field = string.IsNullOrWhiteSpace(value) ? throw new ArgumentException("The instructions are empty; leave them out for the default.", nameof(value)) : value; } =
        "You run a seller's business on a marketplace. The score is the cash in the bank when the business has run off after its last day. Every message is a morning; answer it with the day's "
        + "commands as JSON and nothing else, {\"commands\":[…]}, by this schema: " + DecisionJson.Schema;

    /// <summary>
    /// Says of an exception of the asked agent that it is infrastructure, where the usual ones are not all, for example
    /// <c>error => error is ClientResultException</c> for the clients of OpenAI.
    /// </summary>
    public Func<Exception, bool>? IsInfrastructure { get; init; }
}
