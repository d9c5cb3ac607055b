namespace FbaBench.Tests.Decisions;

/// <summary>Shapley's shares of games whose shares are known.</summary>
public sealed class ShapleyTests
{
    /// <summary>One left glove and two right ones: a pair is worth 1, and the left one gets two thirds.</summary>
    [Fact]
    public void The_glove_game()
    {
        var shares = Shapley.Shares([0, 0, 0, 1, 0, 1, 0, 1]);
        Assert.Equal(2.0 / 3, shares[0], 12);
        Assert.Equal(1.0 / 6, shares[1], 12);
        Assert.Equal(1.0 / 6, shares[2], 12);
    }

    [Fact]
    public void What_adds_up_is_shared_as_it_adds_up()
    {
        double[] alone = [3, -2, 7, 0, 1, 5];
        var game = Enumerable.Range(0, 64).Select(coalition => 10 + Enumerable.Range(0, 6).Where(player => (coalition & (1 << player)) != 0).Sum(player => alone[player])).ToArray();
        Assert.All(Shapley.Shares(game).Zip(alone), pair => Assert.Equal(pair.Second, pair.First, 9));
    }

    [Fact]
    public void One_player_gets_all() => Assert.Equal([4.0], Shapley.Shares([1, 5]));
}
