using System.Diagnostics;

namespace FbaBench;

/// <summary>Counts episodes and tells a listener, in order and one at a time.</summary>
internal sealed class ProgressFeed(IProgress<BenchmarkProgress>? to, int total, int threads)
{
    /// <summary>Episodes that the rate looks back on: enough to smooth, few enough to follow a change.</summary>
    private const int LeastWindow = 32;
    private const int RoundsInWindow = 4;

    private readonly Lock _lock = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly PlayingRate _rate = new(Math.Max(LeastWindow, RoundsInWindow * threads));
    private BenchmarkProgress _now;

    public double Seconds => _clock.Elapsed.TotalSeconds;

    /// <summary>Playing begins, with what earlier runs finished.</summary>
    public void Begin(int earlier)
    {
        lock (_lock)
        {
            _rate.Begin(_clock.Elapsed);
            _now = new(earlier, total, _clock.Elapsed, null) { Earlier = earlier };
            to?.Report(_now);
        }
    }

    public void Note(string note)
    {
        lock (_lock)
        {
            to?.Report(new(0, total, _clock.Elapsed, null) { Note = note });
        }
    }

    public void Ended(EpisodeKey episode, bool failed)
    {
        lock (_lock)
        {
            var now = _clock.Elapsed;
            _now = _now with
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
}
