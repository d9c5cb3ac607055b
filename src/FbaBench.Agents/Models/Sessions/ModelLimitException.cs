namespace FbaBench;

/// <summary>
/// A limit was reached, and is recorded. It ends a turn inside an agent that was given a <see cref="ModelSession"/> as its chat client; agents of these packages catch it and hand over what
/// they had decided.
/// </summary>
public sealed class ModelLimitException : Exception
{
    /// <param name="limit">Which limit.</param>
    public ModelLimitException(ModelLimitKind limit)
        : base($"The limit {limit} of the agent's model is reached; the turn ends with what was decided by then.") => Limit = limit;

    /// <summary>Which limit.</summary>
    public ModelLimitKind Limit { get; }
}
