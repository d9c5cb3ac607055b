namespace FbaBench;

/// <summary>
/// Measures one episode: told every day in order, asked once at the end. One instance an episode, never shared. It reads the world and its books, never what an agent says of itself, and
/// depends on nothing else: not on time, threads or chance. The same code runs while an episode is played and when its log is re-scored.
/// </summary>
public interface IEpisodeMetric
{
    /// <summary>Takes in a day that was played, run-off included.</summary>
    /// <param name="day">The day; valid until the method returns.</param>
    void Take(EpisodeDay day);

    /// <summary>What it came to; asked once, after the last day.</summary>
    MetricReading Finish();
}
