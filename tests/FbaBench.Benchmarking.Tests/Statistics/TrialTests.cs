namespace FbaBench.Tests.Statistics;

public sealed class TrialTests
{
    /// <summary>Successes of 50 tasks in 4 tries: pass^1..4 = .42, .2733, .22, .20; the certification compares all of it to 1e-9.</summary>
    [Fact]
    public void A_published_table_comes_out()
    {
        int[] successes = [0, 1, 1, 0, 0, 1, 1, 1, 0, 0, 0, 1, 4, 2, 0, 2, 1, 1, 4, 0, 4, 3, 0, 0, 4, 0, 2, 2, 0, 1, 2, 2, 0, 0, 3, 4, 4, 3, 4, 1, 3, 2, 4, 1, 2, 2, 2, 1, 4, 4];
        var tried = TrialSuccesses.Of([.. successes.Select(count => (count, 4))], "the task's own test");
        Assert.Equal([0.42, 0.2733, 0.22, 0.2], Enumerable.Range(1, 4).Select(k => Math.Round(tried.All(k).Chance, 4)));
        Assert.Equal([0.42, 0.5667, 0.66, 0.72], Enumerable.Range(1, 4).Select(k => Math.Round(tried.Any(k).Chance, 4)));
        Assert.Equal(0.0517, tried.ClusteredStandardError, 4);
        Assert.Equal(0.0522, tried.All(1).OverWorlds.StandardError!.Value, 4);
        Assert.True(tried.All(4).Low > 0.08 && tried.All(4).High < 0.32);
    }

    /// <summary>The estimators are those of all subsets: every k of n tries, counted.</summary>
    [Theory]
    [InlineData(5, 3, 2)]
    [InlineData(6, 2, 3)]
    [InlineData(4, 4, 4)]
    [InlineData(7, 0, 1)]
    public void Estimators_count_all_subsets(int trials, int successes, int k)
    {
        int[] masks = [.. Enumerable.Range(0, 1 << trials).Where(mask => int.PopCount(mask) == k)];
        var won = (1 << successes) - 1;
        var tried = TrialSuccesses.Of([(successes, trials)], "counted");
        Assert.Equal(masks.Count(mask => (mask & won) == mask) / (double)masks.Length, tried.All(k).Chance, 12);
        Assert.Equal(masks.Count(mask => (mask & won) != 0) / (double)masks.Length, tried.Any(k).Chance, 12);
    }

    [Fact]
    public void A_declared_predicate_makes_successes_and_short_worlds_are_dropped()
    {
        var tried = TrialSuccesses.Of([new(0, 0, 5), new(0, 1, -1), new(1, 0, 3)], score => score > 0, "a profit");
        Assert.Equal((2, 3, 2, "a profit"), (tried.Worlds, tried.Trials, tried.Successes, tried.Predicate));
        Assert.Equal((0.75, 0), (tried.All(1).Chance, tried.All(1).DroppedWorlds));
        Assert.Equal((0.0, 1), (tried.All(2).Chance, tried.All(2).DroppedWorlds));
        Assert.Throws<ArgumentOutOfRangeException>(() => tried.All(3));
        Assert.Throws<ArgumentException>(() => TrialSuccesses.Of([(3, 2)], "too many"));
    }
}
