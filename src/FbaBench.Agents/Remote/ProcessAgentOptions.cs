namespace FbaBench;

/// <summary>Which program a <see cref="ProcessAgent"/> runs, and how patiently.</summary>
public sealed record ProcessAgentOptions
{
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(1);
    private static readonly TimeSpan LongestGrace = TimeSpan.FromMinutes(10);

    /// <summary>The program, found as the system finds programs, and its arguments. No shell is between.</summary>
    /// <exception cref="ArgumentException">It is empty, or names no program.</exception>
    public required IReadOnlyList<string> Command
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value.Count > 0 && !string.IsNullOrWhiteSpace(value[0]) ? [.. value] : throw new ArgumentException("The command names no program; write for example python3 my_agent.py.", nameof(value));
        }
    }

    /// <summary>How long one answer may take, above zero and at most a day; default 10 minutes, a choice. A process that needs longer is ended.</summary>
    public TimeSpan Timeout { get; init => field = value > TimeSpan.Zero && value <= LongestTimeout ? value : throw new ArgumentOutOfRangeException(nameof(Timeout), $"A timeout of {value}; allowed is above zero and at most {LongestTimeout}."); } = TimeSpan.FromMinutes(10);

    /// <summary>How long a process may take to end when its input has ended, zero to ten minutes; default 2 s, a choice. Then it is killed with all that it started.</summary>
    public TimeSpan Grace { get; init => field = value >= TimeSpan.Zero && value <= LongestGrace ? value : throw new ArgumentOutOfRangeException(nameof(Grace), $"A grace of {value}; allowed is zero to {LongestGrace}."); } = TimeSpan.FromSeconds(2);

    /// <summary>The longest answer in bytes, 1,024 to 64 Mi; default 1 Mi, some thousands of commands.</summary>
    public int MostAnswerBytes { get; init => field = value is >= 1_024 and <= 64 << 20 ? value : throw new ArgumentOutOfRangeException(nameof(MostAnswerBytes), $"{value} bytes of an answer; allowed is 1024 to {64 << 20}."); } = 1 << 20;

    /// <summary>The clock of timeouts and waits.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
