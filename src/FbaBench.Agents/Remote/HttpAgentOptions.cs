namespace FbaBench;

/// <summary>Where an <see cref="HttpAgent"/> asks, and how patiently.</summary>
public sealed record HttpAgentOptions
{
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(1);

    /// <summary>Where each day is posted to: absolute, <c>http</c> or <c>https</c>, without user and password.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public required Uri Address
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value.IsAbsoluteUri && value.Scheme is "http" or "https" && value.UserInfo.Length == 0
                ? value
                : throw new ArgumentException("The address of an agent is absolute, begins with http:// or https://, and holds no user and password; give a token by TokenVariable.", nameof(value));
        }
    }

    /// <summary>How long one answer may take, above zero and at most a day; default 60 s, a choice.</summary>
    public TimeSpan Timeout { get; init => field = value > TimeSpan.Zero && value <= LongestTimeout ? value : throw new ArgumentOutOfRangeException(nameof(Timeout), $"A timeout of {value}; allowed is above zero and at most {LongestTimeout}."); } = TimeSpan.FromSeconds(60);

    /// <summary>How often and how soon it is asked again after a failure that can pass.</summary>
    public ModelRetry Retry { get; init; } = new();

    /// <summary>The longest answer in bytes, 1,024 to 64 Mi; default 1 Mi, some thousands of commands.</summary>
    public int MostAnswerBytes { get; init => field = value is >= 1_024 and <= 64 << 20 ? value : throw new ArgumentOutOfRangeException(nameof(MostAnswerBytes), $"{value} bytes of an answer; allowed is 1024 to {64 << 20}."); } = 1 << 20;

    /// <summary>
    /// Name of the environment variable that holds the bearer token, or null for none. The token itself stands nowhere: not in a specification, a record or a
    /// message. It goes over <c>https</c>, or to this machine.
    /// </summary>
    public string? TokenVariable { get; init; }

    /// <summary>The clock of timeouts and waits.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The token, or null.</summary>
    /// <exception cref="ArgumentException">The variable is not set or holds no token, or the address would carry it in the clear.</exception>
    internal string? Token()
    {
        if (TokenVariable is null)
        {
            return null;
        }

        if (Address.Scheme != Uri.UriSchemeHttps && !Address.IsLoopback)
        {
            throw new ArgumentException($"A token would go to {Where} in the clear; use https.");
        }

        var token = Environment.GetEnvironmentVariable(TokenVariable);
        return token is { Length: > 0 } && token.All(c => c is > ' ' and <= '~')
            ? token
            : throw new ArgumentException($"The environment variable '{TokenVariable}' is not set, or holds no token of printable characters without spaces; export it before the run.");
    }

    /// <summary>The address as messages name it: a query can hold what is nobody's business.</summary>
    internal string Where => Address.GetLeftPart(UriPartial.Path);
}
