namespace FbaBench;

/// <summary>Why a model could not be asked. Numbers are part of the tape: never change one.</summary>
public enum ModelFailureKind
{
    /// <summary>Too many requests or tokens (HTTP 429).</summary>
    RateLimited = 1,

    /// <summary>The service failed (HTTP 5xx).</summary>
    ServerError = 2,

    /// <summary>No whole answer came in time.</summary>
    TimedOut = 3,

    /// <summary>No connection, or it broke.</summary>
    Disconnected = 4,

    /// <summary>The answer is not what the protocol says: no JSON, fields of other types, no choice.</summary>
    Malformed = 5,

    /// <summary>The answer is larger than the limit.</summary>
    TooLarge = 6,

    /// <summary>The service does not take the request (HTTP 4xx).</summary>
    Rejected = 7,

    /// <summary>The credentials are missing, wrong or not enough (HTTP 401, 403), or the account has no credit (402).</summary>
    Unauthorised = 8,
}

/// <summary>
/// A model could not be asked, or gave nothing that could be read: a failure of infrastructure, never of the agent. Clients of
/// <see cref="IModelProvider"/> throw nothing else for it. The message holds no credential, no header and no content.
/// </summary>
public sealed class ModelCallException : AgentUnavailableException
{
    /// <param name="kind">Why.</param>
    /// <param name="message">What went wrong and what would help.</param>
    /// <param name="innerException">The cause.</param>
    public ModelCallException(ModelFailureKind kind, string message, Exception? innerException = null)
        : base(message, innerException) => Kind = kind;

    /// <summary>Why.</summary>
    public ModelFailureKind Kind { get; }

    /// <summary>Status of the HTTP answer, or null where there was none.</summary>
    public int? Status { get; init; }

    /// <summary>How long the service asks to wait, or null.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether asking again can help: all but <see cref="ModelFailureKind.Rejected"/> and <see cref="ModelFailureKind.Unauthorised"/>.</summary>
    public bool IsTransient => Kind is not (ModelFailureKind.Rejected or ModelFailureKind.Unauthorised);
}
