using System.Globalization;

namespace FbaBench.Benchmarks;

/// <summary>What <c>suite</c> is asked for.</summary>
/// <param name="Worlds">Worlds of the experiment, at least 1.</param>
/// <param name="Days">Decision days of each, at least 1.</param>
/// <param name="Threads">Threads of the experiment, at least 1.</param>
internal sealed record SuiteOptions(int Worlds = 1_000, int Days = 365, int Threads = 2)
{
    /// <summary>Reads <c>--name number</c> pairs; null when they are not such.</summary>
    public static SuiteOptions? Read(ReadOnlySpan<string> arguments)
    {
        var options = new SuiteOptions();
        for (var i = 0; i < arguments.Length; i += 2)
        {
            if (i + 1 == arguments.Length || !int.TryParse(arguments[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            var read = arguments[i] switch
            {
                "--worlds" => options with { Worlds = number },
                "--days" => options with { Days = number },
                "--threads" => options with { Threads = number },
                _ => null,
            };
            if (read is null)
            {
                return null;
            }

            options = read;
        }

        return options is { Worlds: >= 1, Days: >= 1, Threads: >= 1 } ? options : null;
    }
}
