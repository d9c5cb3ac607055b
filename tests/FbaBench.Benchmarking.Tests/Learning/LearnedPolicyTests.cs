using System.Text;

namespace FbaBench.Tests.Learning;

public sealed class LearnedPolicyTests
{
    private static readonly QLearningTerms Short = new() { ExplorationDecay = 0.02, UnchangedPeriods = 200 };
    private static readonly CollusionLaboratory Laboratory = PriceGames.Laboratory;

    private static LearnedSession Session => QLearning.Train(Laboratory.Game, Short, PriceGames.Split, 1)[0];

    [Fact]
    public void A_saved_policy_is_read_with_what_it_was_trained_on()
    {
        var policy = Session.Policies[1];
        var read = LearnedPolicy.Load(new MemoryStream(Saved(policy)));
        Assert.Equal(policy.Digest(), read.Digest());
        Assert.Equal(policy.Answers, read.Answers);
        Assert.Equal(policy.TrainedOn, read.TrainedOn);
        Assert.Equal(DefinitionDigest.Of(Laboratory.Game.World.Definition).ToString(), read.TrainedOn.Definition);
        Assert.Equal((PriceGames.Split.Training(0).Value, Short), (read.TrainedOn.Seed, read.TrainedOn.Terms));
    }

    [Theory]
    [InlineData("\"discount\":0.95", "\"discount\":0.5")]
    [InlineData("\"start\":", "\"start\":1")]
    [InlineData("\"seat\":1", "\"sea\":1")]
    [InlineData("{", "")]
    public void A_changed_file_is_refused(string part, string changed)
    {
        var text = Encoding.UTF8.GetString(Saved(Session.Policies[1]));
        var at = text.IndexOf(part, StringComparison.Ordinal);
        var damaged = text[..at] + changed + text[(at + part.Length)..];
        Assert.Throws<InvalidDataException>(() => LearnedPolicy.Load(new MemoryStream(Encoding.UTF8.GetBytes(damaged))));
    }

    /// <summary>Read again and played as ordinary agents in a test world, they do what they did at the end of training.</summary>
    [Fact]
    public async Task Loaded_sellers_play_the_cycle_in_which_they_ended()
    {
        foreach (var session in QLearning.Train(Laboratory.Game, Short, PriceGames.Split, 5))
        {
            var sellers = session.Policies.Select(policy => new QLearningPricer(LearnedPolicy.Load(new MemoryStream(Saved(policy))))).ToArray();
            var rounds = await Laboratory.PlayAsync(sellers[0], sellers[1], 300 + session.Cycle.Count, PriceGames.Split.Test(session.Session));
            var last = rounds.TakeLast(session.Cycle.Count).Select(Shown).ToArray();
            Assert.Equal(session.Cycle.Select(Shown).Order(StringComparer.Ordinal), last.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void No_world_is_trained_in_and_tested_in()
    {
        for (ulong split = 0; split < 20; split++)
        {
            Assert.All(Enumerable.Range(0, 100), world => Assert.True(WorldSplit.IsTraining(new WorldSplit(split).Training(world))));
            Assert.All(Enumerable.Range(0, 100), world => Assert.False(WorldSplit.IsTraining(new WorldSplit(split).Test(world))));
        }

        var trained = QLearning.Train(Laboratory.Game, Short, PriceGames.Split, 5);
        Assert.All(trained, session => Assert.True(WorldSplit.IsTraining(session.Seed)));
        Assert.Equal(5, trained.Select(session => session.Seed).Distinct().Count());
    }

    [Fact]
    public async Task A_seller_of_a_price_game_says_where_it_does_not_belong()
    {
        var world = Simulation.Create(ShippedScenarios.Find("first-year").Define(new(1)), new(1));
        world.Step([]);
        var error = await Assert.ThrowsAsync<InvalidOperationException>(async () => await new QLearningPricer(Session.Policies[0]).DecideAsync(world.Observe(new(0)), world.ContextOf(new(0)), default));
        Assert.Contains("PriceGame", error.Message, StringComparison.Ordinal);
    }

    private static string Shown(PriceRound round) => string.Join(' ', round.Prices.Concat(round.Profits));

    private static byte[] Saved(LearnedPolicy policy)
    {
        using var stream = new MemoryStream();
        policy.Save(stream);
        return stream.ToArray();
    }
}
