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

    /// <summary>
    /// Whether of a day's observations it reads <see cref="EpisodeDay.Evening"/> alone, and only during the call. Default false. Where all metrics of an experiment say true, as the shipped ones do, evenings are read
    /// from the world as it stands and no morning is kept, which takes a fraction of the time; reading <see cref="EpisodeDay.Morning"/>, or an evening of another day, then throws an
    /// <see cref="InvalidOperationException"/>. Asked once, before the first day.
    /// </summary>
    bool ReadsOnlyTheEvening => false;

    /// <summary>What it came to; asked once, after the last day.</summary>
    MetricReading Finish();
}
