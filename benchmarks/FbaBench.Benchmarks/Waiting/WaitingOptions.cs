using System.Globalization;

namespace FbaBench.Benchmarks;

/// <summary>What <c>waiting</c> is asked for.</summary>
/// <param name="Episodes">Episodes at once, at least 1.</param>
/// <param name="Worlds">Definitions among them; each is played under several seeds.</param>
/// <param name="Days">Days that each plays before all are met waiting.</param>
/// <param name="Milliseconds">What an agent waits a day.</param>
/// <param name="Alone">Episodes that are played again alone, to compare.</param>
internal sealed record WaitingOptions(int Episodes = 10_000, int Worlds = 48, int Days = 4, int Milliseconds = 1_000, int Alone = 64)
{
    /// <summary>Reads <c>--name number</c> pairs; null when they are not such.</summary>
    public static WaitingOptions? Read(ReadOnlySpan<string> arguments)
    {
        var options = new WaitingOptions();
        for (var i = 0; i < arguments.Length; i += 2)
        {
            if (i + 1 == arguments.Length || !int.TryParse(arguments[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            var read = arguments[i] switch
            {
                "--episodes" => options with { Episodes = number },
                "--worlds" => options with { Worlds = number },
                "--days" => options with { Days = number },
                "--milliseconds" => options with { Milliseconds = number },
                "--alone" => options with { Alone = number },
                _ => null,
            };
            if (read is null)
            {
                return null;
            }

            options = read;
        }

        return options is { Episodes: >= 1, Worlds: >= 1, Days: >= 1 } ? options : null;
    }
}
