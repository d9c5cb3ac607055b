namespace FbaBench.Tests.Economics;

public sealed class SeatTests
{
    /// <summary>Two identical agents under two names: swapped seats swap results exactly, and each seat plays the same whoever sits there.</summary>
    [Fact]
    public async Task Identical_agents_that_swap_seats_swap_results()
    {
        var (first, second) = (new BaseStock(), new BaseStock());
        var plain = await PlayAsync(first, second);
        var swapped = await PlayAsync(new BaseStock(), new BaseStock());
        Assert.Equal(plain, swapped);
        Assert.NotEqual(plain[0], plain[1]);
    }

    /// <summary>No seat is favoured: over worlds the mean difference between two identical sellers lies within four standard errors of zero.</summary>
    [Fact]
    public async Task No_seat_is_favoured()
    {
        var differences = new List<double>();
        for (ulong seed = 0; seed < 40; seed++)
        {
            var scores = await PlayAsync(new BaseStock(), new BaseStock(), seed, days: 120);
            differences.Add((scores[0] - scores[1]).Cents);
        }

        var interval = MeanInterval.Of(differences);
        Assert.True(Math.Abs(interval.Mean) < 4 * interval.StandardDeviation / Math.Sqrt(interval.Count));
    }

    private static async Task<Money[]> PlayAsync(IAgent left, IAgent right, ulong seed = 3, int days = 200)
    {
        var definition = new FirstYear().Define(new(seed)) with { Seats = 2, Days = days };
        await using var session = SimulationSession.Start(definition, new(seed)).Seat(new(0), left).Seat(new(1), right);
        while (!session.IsOver)
        {
            await session.PlayDayAsync();
        }

        return [.. Enumerable.Range(0, 2).Select(seat => session.Books(new(seat)).Balance(Account.Cash) - definition.Cash)];
    }
}
