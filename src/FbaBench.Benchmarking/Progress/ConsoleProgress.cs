using System.Globalization;

namespace FbaBench;

/// <summary>
/// Shows progress on standard error: one line that is rewritten on a terminal, else a line for every tenth of the work, so
/// that a log file stays readable. Says at the start how many episodes an earlier run finished.
/// </summary>
public sealed class ConsoleProgress : IProgress<BenchmarkProgress>
{
    private const int Steps = 10;
    private const double SecondsBetweenRewrites = 0.1;
    private const double SecondsBetweenLines = 10;

    private readonly Lock _lock = new();
    private readonly TextWriter _to;
    private readonly bool _rewrite;
    private int _lastDone = -1;
    private int _lastStep;
    private TimeSpan _lastShown = TimeSpan.MinValue;
    private TimeSpan _lastLine;

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
            if ((value.Note ?? value.Doing) is { } note)
            {
                _to.WriteLine(note);
                return;
            }

            if (value.Done <= _lastDone)
            {
                Between(value);
                return;
            }

            if (_lastDone < 0 && value.Earlier > 0)
            {
                _to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"going on: {value.Earlier} of {value.Total} episodes are there"));
                _lastStep = value.Done * Steps / value.Total;
            }

            _lastDone = value.Done;
            _lastLine = value.Elapsed;
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

    /// <summary>Between the ends of two episodes: how many days are played, on the line or now and then on one of its own.</summary>
    private void Between(BenchmarkProgress value)
    {
        if (_rewrite)
        {
            Rewrite(value);
        }
        else if ((value.Elapsed - _lastLine).TotalSeconds >= SecondsBetweenLines)
        {
            _lastLine = value.Elapsed;
            _to.WriteLine(Line(value));
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

    /// <summary>The forecast, while there is anything left to forecast.</summary>
    private static string Expected(BenchmarkProgress value) => value.Done < value.Total && value.ExpectedMicroDollars is { } expected
        ? string.Create(CultureInfo.InvariantCulture, $"of about {expected / 1e6:0.00} ")
        : "";

    private static string Line(BenchmarkProgress value)
    {
        var parts = string.Join(", ", new[] { (value.Earlier, "earlier"), (value.Failed, "failed") }
            .Where(part => part.Item1 > 0).Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Item1} {part.Item2}")));
        var left = value.Remaining is { } remaining ? string.Create(CultureInfo.InvariantCulture, $"about {remaining.TotalSeconds:0.0} s left") : "time left not known yet";
        var days = value.Done < value.Total && value.Days > 0 ? string.Create(CultureInfo.InvariantCulture, $", {value.Days} days") : "";
        var cost = value.MicroDollars + value.EarlierMicroDollars is > 0 and var spent ? string.Create(CultureInfo.InvariantCulture, $", {spent / 1e6:0.0000} {Expected(value)}dollars for models") : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{value.Done,5} of {value.Total} episodes{(parts.Length == 0 ? "" : $" ({parts})")}{days}{cost}, {value.EpisodesPerSecond:0.0}/s, {value.Elapsed.TotalSeconds:0.0} s, {left}");
    }
}
