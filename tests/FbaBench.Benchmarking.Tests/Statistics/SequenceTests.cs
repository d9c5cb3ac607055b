namespace FbaBench.Tests.Statistics;

public sealed class SequenceTests
{
    /// <summary>The ends are where the mixture ratio √(c/(n + c)) · (V/(V − S²/(n + c)))^(n/2) is 1/α, computed from its definition.</summary>
    [Fact]
    public void The_ratio_of_the_mixture_is_one_to_alpha_at_both_ends()
    {
        var draws = new SimulatedDraws(11);
        var sequence = new NormalSequence(tightestAt: 50);
        var twice = -2 * Math.Log(0.05);
        var c = 50 / (twice + Math.Log(1 + twice));
        double[] values = [.. Enumerable.Range(0, 80).Select(_ => 3 + draws.Normal())];
        var seen = 0;
        for (var n = 1; n <= values.Length; n++)
        {
            if (sequence.Add(values[n - 1]) is not { Low: { } low, High: { } high })
            {
                continue;
            }

            seen++;
            foreach (var end in new[] { low, high })
            {
                var (v, s) = (values.Take(n).Sum(x => (x - end) * (x - end)), values.Take(n).Sum(x => x - end));
                Assert.Equal(20, Math.Sqrt(c / (n + c)) * Math.Pow(v / (v - (s * s / (n + c))), n / 2.0), 6);
            }
        }

        Assert.InRange(seen, 60, 79);
        Assert.True(sequence.Current.RunningHigh - sequence.Current.RunningLow <= sequence.Current.High - sequence.Current.Low);
    }

    /// <summary>A mean is within the ends exactly as long as neither gambler has been paid 2/α for one: the wealth as it is simulated in the evidence.</summary>
    [Fact]
    public void The_ends_of_the_betting_sequence_are_where_a_gambler_is_rich()
    {
        var draws = new SimulatedDraws(12);
        var sequence = new BettingSequence(-10, 10);
        double[] values = [.. Enumerable.Range(0, 60).Select(_ => Math.Clamp(2 + draws.Normal(), -10, 10))];
        var wager = new Wager(0.05);
        var stakes = new List<double>();
        foreach (var value in values)
        {
            stakes.Add(wager.Next);
            wager.Add((value + 10) / 20);
            sequence.Add(value);
        }

        var (low, high) = (sequence.Current.Low!.Value, sequence.Current.High!.Value);
        Assert.True(low > 0 && high < 5);
        Assert.True(Rich(low - 1e-6) && !Rich(low + 1e-6) && !Rich(high - 1e-6) && Rich(high + 1e-6));

        bool Rich(double mean)
        {
            var wealth = new Wealth((mean + 10) / 20);
            for (var i = 0; i < values.Length; i++)
            {
                wealth.Add((values[i] + 10) / 20, stakes[i]);
            }

            return Math.Max(wealth.Higher, wealth.Lower) >= Math.Log(40);
        }
    }

    [Fact]
    public void A_value_outside_the_declared_bounds_is_refused_and_not_taken_up()
    {
        var sequence = new BettingSequence(0, 1);
        sequence.Add(0.5);
        Assert.Throws<ArgumentOutOfRangeException>(() => sequence.Add(1.01));
        Assert.Equal(1, sequence.Current.Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => new NormalSequence().Add(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BettingSequence(1, 1));
    }

    [Theory]
    [InlineData(0.1, 0.9, 0, ComparisonOutcome.Better)]
    [InlineData(-0.9, -0.1, 0, ComparisonOutcome.Worse)]
    [InlineData(-0.1, 0.9, 0, ComparisonOutcome.Undecided)]
    [InlineData(0.1, 0.9, 1, ComparisonOutcome.Equivalent)]
    [InlineData(0.1, 1.9, 1, ComparisonOutcome.Better)]
    [InlineData(0.9, 0.1, 1, ComparisonOutcome.Undecided)]
    public void A_decision_follows_from_the_running_interval(double low, double high, double margin, ComparisonOutcome outcome)
    {
        Assert.Equal(outcome, new SequenceInterval(9, 0, -5, 5, low, high).Decide(margin));
        Assert.Equal(MarginOutcome.Undecided, new SequenceInterval(1, 0, null, null, null, null).NotWorseBy(margin));
        Assert.Equal(low <= high && low > -margin, new SequenceInterval(9, 0, -5, 5, low, high).NotWorseBy(margin) == MarginOutcome.NotWorse);
    }

    [Fact]
    public void Sequences_find_a_difference_that_is_there()
    {
        var draws = new SimulatedDraws(13);
        var (normal, betting) = (new NormalSequence(), new BettingSequence(-8, 8));
        var (first, second) = (0, 0);
        for (var n = 1; n <= 400; n++)
        {
            var value = Math.Clamp(0.5 + draws.Normal(), -8, 8);
            first = normal.Add(value).Decide() == ComparisonOutcome.Better && first == 0 ? n : first;
            second = betting.Add(value).Decide() == ComparisonOutcome.Better && second == 0 ? n : second;
        }

        Assert.InRange(first, 10, 120);
        Assert.InRange(second, 20, 400);
    }
}
