using System.Globalization;

namespace FbaBench;

/// <summary>
/// Shows progress on standard error: one line that is rewritten on a terminal, else a line for every tenth of the work, so
/// that a log file stays readable.
/// </summary>
public sealed class ConsoleProgress : IProgress<BenchmarkProgress>
{
    private const int Steps = 10;
    private const double SecondsBetweenRewrites = 0.1;

    private readonly Lock _lock = new();
    private readonly TextWriter _to;
    private readonly bool _rewrite;
    private int _lastDone = -1;
    private int _lastStep;
    private TimeSpan _lastShown = TimeSpan.MinValue;

    private ConsoleProgress(TextWriter to, bool rewrite)
    {
        _to = to;
        _rewrite = rewrite;
    }

    /// <summary>Progress on standard error.</summary>
    public static ConsoleProgress Create() => new(Console.Error, !Console.IsErrorRedirected);

    internal static ConsoleProgress To(TextWriter writer, bool rewrite) => new(writer, rewrite);

    /// <inheritdoc/>
    public void Report(BenchmarkProgress value)
    {
        lock (_lock)
        {
            if (value.Done <= _lastDone)
            {
                return;
            }

            _lastDone = value.Done;
            if (_rewrite)
            {
                Rewrite(value);
            }
            else if (value.Done * Steps / Math.Max(1, value.Total) > _lastStep)
            {
                _lastStep = value.Done * Steps / value.Total;
                _to.WriteLine(Line(value));
            }
        }
    }

    private void Rewrite(BenchmarkProgress value)
    {
        var last = value.Done == value.Total;
        if (!last && _lastShown != TimeSpan.MinValue && (value.Elapsed - _lastShown).TotalSeconds < SecondsBetweenRewrites)
        {
            return;
        }

        _lastShown = value.Elapsed;
        _to.Write('\r' + Line(value).PadRight(78));
        if (last)
        {
            _to.WriteLine();
        }
    }

    private static string Line(BenchmarkProgress value) => string.Create(
        CultureInfo.InvariantCulture,
        $"{value.Done,5} of {value.Total} episodes, {value.EpisodesPerSecond:0.0}/s, {value.Elapsed.TotalSeconds:0.0} s, about {value.Remaining?.TotalSeconds ?? 0:0.0} s left");
}
