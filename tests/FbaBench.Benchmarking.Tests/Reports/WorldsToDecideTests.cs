namespace FbaBench.Tests.Reports;

public class WorldsToDecideTests
{
    [Fact]
    public void So_many_worlds_decide_with_even_odds()
    {
        // With exactly `Low` worlds of this mean and spread the normal interval touches zero.
        var range = WorldsToDecide.Of(new(50, 10, 100, 0))!.Value;
        Assert.Equal(385, range.Low);
        Assert.Equal(1051, range.High);
        Assert.True(10 - (1.95996 * 100 / Math.Sqrt(range.Low)) > 0);
        Assert.True(10 - (1.95996 * 100 / Math.Sqrt(range.Low - 1)) < 0);
    }

    [Fact]
    public void Decided_equal_and_single_differences_have_no_range()
    {
        Assert.Null(WorldsToDecide.Of(new(50, 100, 100, 0)));
        Assert.Null(WorldsToDecide.Of(new(50, 0, 100, 0)));
        Assert.Null(WorldsToDecide.Of(new(1, 10, 0, 0)));
        Assert.Null(WorldsToDecide.Of(new(50, 0.1, 100, 0)));
    }

    [Fact]
    public void More_worlds_than_were_played_are_needed()
    {
        // t of 32 worlds is wider than the normal: just undecided, although 1.96 would decide.
        var range = WorldsToDecide.Of(new(32, 10, 28.2, 0))!.Value;
        Assert.Equal(33, range.Low);
        Assert.True(range.High > range.Low);
    }
}
