using System.Diagnostics;

namespace FbaBench;

/// <summary>Counts episodes and tells a listener, in order and one at a time.</summary>
internal sealed class ProgressFeed(IProgress<BenchmarkProgress>? to, int total, int threads)
{
    /// <summary>Episodes that the rate looks back on: enough to smooth, few enough to follow a change.</summary>
    private const int LeastWindow = 32;
    private const int RoundsInWindow = 4;

    /// <summary>Days are told once a second: an episode of a model can take an hour, one of a rule takes no time.</summary>
    private static readonly long TicksBetweenDays = Stopwatch.Frequency;

    private readonly Lock _lock = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly PlayingRate _rate = new(Math.Max(LeastWindow, RoundsInWindow * threads));
    private BenchmarkProgress _now;
    private long _days;
    private long _microDollars;
    private CostForecast _forecast = new([], []);
    private long _nextTick = TicksBetweenDays;

    public double Seconds => _clock.Elapsed.TotalSeconds;

    /// <summary>Playing begins, with what earlier runs finished.</summary>
    /// <param name="earlier">By the plan's index: results of earlier runs, null where an episode is to be played.</param>
    /// <param name="left">The agent of every episode to be played.</param>
    public void Begin(IReadOnlyList<EpisodeResult?> earlier, IEnumerable<string> left)
    {
        EpisodeResult[] known = [.. earlier.OfType<EpisodeResult>()];
        lock (_lock)
        {
            _forecast = new(known, left);
            _rate.Begin(_clock.Elapsed);
            _now = new BenchmarkProgress(known.Length, total, _clock.Elapsed, null) { Earlier = known.Length, EarlierMicroDollars = _forecast.Earlier, ExpectedMicroDollars = _forecast.Expected(0) };
            to?.Report(_now);
        }
    }

    /// <summary>A day was played, and its thinking charged.</summary>
    public void Played(long microDollars)
    {
        Interlocked.Increment(ref _days);
        Interlocked.Add(ref _microDollars, microDollars);
        var next = Interlocked.Read(ref _nextTick);
        if (to is null || _clock.ElapsedTicks < next || Interlocked.CompareExchange(ref _nextTick, _clock.ElapsedTicks + TicksBetweenDays, next) != next)
        {
            return;
        }

        lock (_lock)
        {
            _now = Current();
            to.Report(_now);
        }
    }

    /// <summary>An episode that was played elsewhere has cost something.</summary>
    public void Spent(long microDollars) => Interlocked.Add(ref _microDollars, microDollars);

    public void Note(string note)
    {
        lock (_lock)
        {
            to?.Report(new(0, total, _clock.Elapsed, null) { Note = note });
        }
    }

    public void Ended(EpisodeKey episode, bool failed, long microDollars)
    {
        lock (_lock)
        {
            var now = _clock.Elapsed;
            _forecast.Ended(episode.Agent, failed, microDollars);
            _now = Current() with
            {
                Done = _now.Done + 1,
                Failed = _now.Failed + (failed ? 1 : 0),
                Elapsed = now,
                Last = episode,
                EpisodesPerSecond = _rate.Add(now),
            };
            to?.Report(_now);
        }
    }

    private BenchmarkProgress Current() => _now with { Elapsed = _clock.Elapsed, Days = Interlocked.Read(ref _days), MicroDollars = Interlocked.Read(ref _microDollars), ExpectedMicroDollars = _forecast.Expected(Interlocked.Read(ref _microDollars)) };
}
