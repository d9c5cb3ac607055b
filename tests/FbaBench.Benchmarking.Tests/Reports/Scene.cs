namespace FbaBench.Tests.Reports;

/// <summary>Results made up for a test: agents with given scores, and days that post just these.</summary>
internal static class Scene
{
    private const int Days = 40;

    public static ScenarioResults Of(string comparedTo, params (string Agent, double[] Scores)[] agents) => Of("scene", comparedTo, [], agents);

    public static ScenarioResults Of(string name, string comparedTo, (EpisodeKey Key, string Error)[] failed, params (string Agent, double[] Scores)[] agents)
    {
        var definition = new FirstYear().Define(new(0)) with { Name = name, Days = Days };
        var episodes = agents.SelectMany(agent => agent.Scores.Select((score, world) => Episode(agent.Agent, world, score))).Where(episode => !failed.Any(one => one.Key == episode.Key)).ToArray();
        var rows = agents.Select(agent => agent.Agent).Where(agent => episodes.Any(episode => episode.Key.Agent == agent))
            .Select(agent => AgentSummary.Of(Common(agent, comparedTo), Common(comparedTo, agent), agent == comparedTo)!).ToArray();
        return new(definition, rows, episodes, comparedTo) { Failed = failed, Trajectory = key => DaysOf(episodes.Single(episode => episode.Key == key)) };

        EpisodeResult[] Common(string agent, string other) =>
            [.. episodes.Where(episode => episode.Key.Agent == agent && episodes.Any(twin => twin.Key == episode.Key with { Agent = other }))];
    }

    /// <summary>Scores of a mean and an alternating deviation, without skewness when the count is even.</summary>
    public static double[] Scores(double mean, double deviation, int worlds) =>
        [.. Enumerable.Range(0, worlds).Select(world => mean + (world % 2 == 0 ? deviation : -deviation))];

    public static EpisodeResult Episode(string agent, int world, double score) => new(new(agent, "scene", world), new((long)Math.Round(score * 100)))
    {
        DecisionDays = Days,
        OpeningCash = Money.Dollars(40_000),
        Revenue = new(Math.Max(0, (long)Math.Round(score * 100))),
        Fees = new(Math.Max(0, -(long)Math.Round(score * 100))),
        UnitsSold = 10,
        UnitsLost = 1,
        Refusals = 0,
        FailedDays = 0,
        InsolventDay = score < -40_000 ? 17 : null,
        StateHash = "",
        EventHash = "",
    };

    public static EpisodeTrajectory DaysOf(EpisodeResult episode)
    {
        var score = episode.Score.Cents;
        var cash = Enumerable.Range(0, Days + 105).Select(day => 4_000_000 + (score * day / (Days + 104))).ToArray();
        return new()
        {
            Start = new(2025, 1, 15),
            DecisionDays = Days,
            NetWorthCents = cash,
            CashCents = cash,
            StockUnits = [.. cash.Select((_, day) => Math.Max(0, Days - day))],
            OffersInWorld = 1,
            Offers =
            [
                new("mugs/blue-mug", "mugs")
                {
                    PriceCents = [.. cash.Select((_, day) => day < Days ? 1999 : 0)],
                    UnitsOnHand = [.. cash.Select((_, day) => Math.Max(0, Days - day))],
                    UnitsSold = [.. cash.Select((_, day) => day < 10 ? 1 : 0)],
                    UnitsLost = [.. cash.Select((_, day) => day == 10 ? 1 : 0)],
                },
            ],
            Niches = [new("mugs") { LowestRivalCents = [.. cash.Select((_, day) => 1500 + (day % 5))] }],
            Postings =
            [
                new(TransferReason.OpeningCash, [4_000_000]),
                score >= 0 ? new(TransferReason.Sale, [score]) : new(TransferReason.Subscription, [-score]),
            ],
            Events = [new(3, EventKind.OrderPlaced, 0, 500, 100_00), new(14, EventKind.Payout, -1, 0, 50_00), new(Days - 1, EventKind.RunOff, -1, 0, 0)],
        };
    }
}
