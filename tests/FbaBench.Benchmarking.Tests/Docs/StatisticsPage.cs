namespace FbaBench.Tests.Docs;

/// <summary>Shown in docs/statistics.md.</summary>
public sealed class StatisticsPage
{
    [Fact]
    public void The_numbers_shown_make_a_mean_and_a_difference()
    {
        WorldValue[] mine = [new(0, 0, 1_250), new(0, 1, 1_310), new(1, 0, 980), new(2, 0, 1_420)];
        WorldValue[] theirs = [new(0, 0, 1_100), new(1, 0, 1_010), new(2, 0, 1_150), new(3, 0, 900)];
        var mean = HierarchicalMean.Of(mine);
        var difference = PairedDifference.Of(mine, theirs);
        Console.WriteLine($"{mean.Interval.Mean:0} over {mean.Worlds} worlds, standard error {mean.StandardError:0} ({mean.NaiveStandardError:0} if repeats were independent)");
        Console.WriteLine($"{difference.Interval!.Mean:+0;-0} on worlds {string.Join(", ", difference.Worlds)}; not on {string.Join(", ", difference.DroppedWorlds)}; {difference.Trust.Reason}");
        Assert.Equal((1_280 + 980 + 1_420) / 3.0, mean.Interval.Mean, 9);
        Assert.Equal(3, Assert.Single(difference.DroppedWorlds));
        Assert.Equal([180.0, -30.0, 270.0], difference.Values);
    }
}
