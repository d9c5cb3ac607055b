namespace FbaBench.Tests.Progress;

/// <summary>Rate and time left.</summary>
public sealed class ProgressTests
{
    [Fact]
    public void The_rate_is_that_of_the_last_episodes()
    {
        var rate = new PlayingRate(window: 4);
        rate.Begin(Seconds(10));
        Assert.Equal(1, rate.Add(Seconds(11)), 9);
        Assert.Equal(1, rate.Add(Seconds(12)), 9);
        Assert.Equal(1, rate.Add(Seconds(13)), 9);
        Assert.Equal(1, rate.Add(Seconds(14)), 9);

        // From here on ten times slower: after four episodes nothing of the earlier speed is left.
        Assert.Equal(4 / 13.0, rate.Add(Seconds(24)), 9);
        rate.Add(Seconds(34));
        rate.Add(Seconds(44));
        Assert.Equal(0.1, rate.Add(Seconds(54)), 9);
    }

    [Fact]
    public void Time_left_is_what_is_missing_at_the_rate_of_late_whatever_was_reloaded()
    {
        var resumed = new BenchmarkProgress(112, 300, Seconds(2), null) { Earlier = 110, EpisodesPerSecond = 2 };
        Assert.Equal(Seconds(94), resumed.Remaining);
        Assert.Null((resumed with { EpisodesPerSecond = 0 }).Remaining);
        Assert.Equal(TimeSpan.Zero, (resumed with { Done = 300, EpisodesPerSecond = 0 }).Remaining);
    }

    [Fact]
    public void The_console_tells_what_is_there_notes_and_failures()
    {
        var writer = new StringWriter();
        var progress = ConsoleProgress.To(writer, rewrite: false);
        progress.Report(new(0, 300, TimeSpan.Zero, null) { Note = "a note" });
        progress.Report(new(112, 300, TimeSpan.Zero, null) { Earlier = 112 });
        progress.Report(new(120, 300, Seconds(4), null) { Earlier = 112, Failed = 1, EpisodesPerSecond = 2 });
        Assert.Equal(["a note", "going on: 112 of 300 episodes are there", "  120 of 300 episodes (112 earlier, 1 failed), 2.0/s, 4.0 s, about 90.0 s left"], writer.ToString().TrimEnd().Split(Environment.NewLine));
    }

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
