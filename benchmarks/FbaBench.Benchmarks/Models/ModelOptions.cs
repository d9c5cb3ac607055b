using System.Globalization;

namespace FbaBench.Benchmarks;

/// <summary>What <c>models</c> is asked for.</summary>
/// <param name="Episodes">Episodes at once, at least 1.</param>
/// <param name="Days">Days that each plays.</param>
/// <param name="Milliseconds">What the model takes for a call.</param>
internal sealed record ModelOptions(int Episodes = 200, int Days = 20, int Milliseconds = 200)
{
    /// <summary>Calls of a day: one that acts, and one that ends the day.</summary>
    public const int CallsPerDay = 2;

    /// <summary>Time of an episode of which nothing but the model takes any.</summary>
    public double IdealSeconds => Days * CallsPerDay * Milliseconds / 1_000d;

    /// <summary>Reads <c>--name number</c> pairs; null when they are not such.</summary>
    public static ModelOptions? Read(ReadOnlySpan<string> arguments)
    {
        var options = new ModelOptions();
        for (var i = 0; i < arguments.Length; i += 2)
        {
            if (i + 1 == arguments.Length || !int.TryParse(arguments[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            var read = arguments[i] switch
            {
                "--episodes" => options with { Episodes = number },
                "--days" => options with { Days = number },
                "--milliseconds" => options with { Milliseconds = number },
                _ => null,
            };
            if (read is null)
            {
                return null;
            }

            options = read;
        }

        return options is { Episodes: >= 1, Days: >= 1, Milliseconds: >= 1 } ? options : null;
    }
}
