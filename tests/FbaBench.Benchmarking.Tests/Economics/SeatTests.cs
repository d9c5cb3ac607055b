namespace FbaBench.Tests.Economics;

public sealed class SeatTests
{
    /// <summary>Two identical agents, Ann and Bob: when they swap seats they swap results to the cent, in whatever order they sit down.</summary>
    [Fact]
    public async Task Identical_agents_that_swap_seats_swap_results()
    {
        var plain = await PlayAsync(("ann", 0), ("bob", 1));
        var swapped = await PlayAsync(("ann", 1), ("bob", 0));
        var reordered = await PlayAsync(("bob", 0), ("ann", 1));
        Assert.NotEqual(plain["ann"], plain["bob"]);
        Assert.Equal((plain["ann"], plain["bob"]), (swapped["bob"], swapped["ann"]));
        Assert.Equal((swapped["ann"], swapped["bob"]), (reordered["ann"], reordered["bob"]));
    }

    /// <summary>No seat is favoured: over worlds the mean difference between two identical sellers lies within four standard errors of zero.</summary>
    [Fact]
    public async Task No_seat_is_favoured()
    {
        var differences = new List<double>();
        for (ulong seed = 0; seed < 40; seed++)
        {
            var scores = await PlayAsync(seed, days: 120, ("left", 0), ("right", 1));
            differences.Add((scores["left"] - scores["right"]).Cents);
        }

        var interval = MeanInterval.Of(differences);
        Assert.True(Math.Abs(interval.Mean) < 4 * interval.StandardDeviation / Math.Sqrt(interval.Count));
    }

    private static Task<Dictionary<string, Money>> PlayAsync(params (string Name, int Seat)[] agents) => PlayAsync(3, 200, agents);

    private static async Task<Dictionary<string, Money>> PlayAsync(ulong seed, int days, params (string Name, int Seat)[] agents)
    {
        var definition = new FirstYear().Define(new(seed)) with { Seats = 2, Days = days };
        await using var session = SimulationSession.Start(definition, new(seed));
        foreach (var (_, seat) in agents)
        {
            session.Seat(new(seat), new BaseStock());
        }

        while (!session.IsOver)
        {
            await session.PlayDayAsync();
        }

        return agents.ToDictionary(agent => agent.Name, agent => session.Books(new(agent.Seat)).Balance(Account.Cash) - definition.Cash);
    }
}
