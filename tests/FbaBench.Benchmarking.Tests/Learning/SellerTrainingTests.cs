using System.Text;

namespace FbaBench.Tests.Learning;

public sealed class SellerTrainingTests
{
    private const int Worlds = 2;
    private static readonly IScenario Shop = ShippedScenarios.Find("gift-shop");
    private static readonly WorldSplit Split = new(5);
    private static readonly EvolutionTerms Short = new() { Candidates = 4, Generations = 2 };

    [Fact]
    public async Task Any_number_of_threads_tunes_the_same()
    {
        var (one, three) = (await TuneAsync(1), await TuneAsync(3));
        Assert.Equal(one.Digest(), three.Digest());
        Assert.NotEqual(RiskParameters.Tunable.Select(parameter => parameter.Start), one.Values);
        Assert.Equal(one.Digest(), Again(one.Save, TunedParameters.Load).Digest());
    }

    /// <summary>The start is scored as the rule that was never tuned.</summary>
    [Fact]
    public async Task The_start_of_a_search_scores_as_the_rule_itself()
    {
        var scores = await SplitWorlds.Training(Shop, Split, Worlds).PlayAsync(() => new BaseStock());
        Assert.Equal(scores.Average(score => (double)score.Cents), (await TuneAsync(2)).StartCents);
    }

    [Fact]
    public async Task Trained_sellers_are_refused_where_they_were_trained_and_play_elsewhere()
    {
        var tuned = await TuneAsync(2);
        var policy = await SellerTraining.TrainBanditAsync(Shop, new(), Split, Worlds);
        var memory = await SellerTraining.TrainMemoryAsync(Shop, new(), Split, Worlds);
        var (training, test) = (SplitWorlds.Training(Shop, Split, Worlds), SplitWorlds.Test(Shop, Split, Worlds));
        foreach (var make in new Func<IForkableAgent>[] { () => tuned.Seller(Rule), () => new BanditPricer(policy), () => new EpisodicPricer(memory), () => new EpisodicPricer(memory).Fork(), () => tuned.Seller(Rule).Fork() })
        {
            var error = await Assert.ThrowsAnyAsync<InvalidOperationException>(() => training.PlayAsync(make));
            Assert.Contains("'gift-shop'", error.Message, StringComparison.Ordinal);
            Assert.Equal(Worlds, (await test.PlayAsync(make)).Count);
        }
    }

    [Fact]
    public void Training_worlds_know_each_of_them_and_no_other()
    {
        var worlds = TrainingWorlds.Of(Shop, Split, 3);
        Assert.Equal([true, true, true, false], Enumerable.Range(0, 4).Select(world => worlds.Contains("gift-shop", Split.Training(world))));
        Assert.DoesNotContain(true, Enumerable.Range(0, 4).Select(world => worlds.Contains("gift-shop", Split.Test(world)) || worlds.Contains("first-year", Split.Training(world))));
        Assert.NotEqual(worlds.Definitions, TrainingWorlds.Of(Shop, new(6), 3).Definitions);
    }

    [Fact]
    public async Task A_benchmark_fails_the_episodes_in_worlds_of_the_training()
    {
        var policy = await SellerTraining.TrainBanditAsync(Shop, new(), new(1), 8);
        int[] even = [.. Enumerable.Range(0, 8).Where(world => WorldSplit.IsTraining(WorldSeed.OfExperiment(1, world)))];
        Assert.InRange(even.Length, 1, 7);
        var report = await Benchmark.Create("trained").Scenario(Shop).Worlds(8).Seed(1).Logs(false).Fresh()
            .Output(Path.Combine(AppContext.BaseDirectory, "trained")).Agent("trained", () => new BanditPricer(policy)).RunAsync();
        Assert.Equal(even, report.Failed.Select(failure => failure.Key.World).Order());
        Assert.All(report.Failed, failure => Assert.Contains("was trained in the world", failure.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_learned_is_read_again_and_plays_alike()
    {
        var policy = await SellerTraining.TrainBanditAsync(Shop, new() { Prices = 20 }, Split, Worlds);
        var memory = await SellerTraining.TrainMemoryAsync(Shop, new() { RecentDays = 40, Prototypes = 7 }, Split, Worlds);
        var test = SplitWorlds.Test(Shop, Split, 1);
        var (sameP, sameM) = (Again(policy.Save, BanditPolicy.Load), Again(memory.Save, EpisodicMemory.Load));
        Assert.Equal((policy.Digest(), memory.Digest()), (sameP.Digest(), sameM.Digest()));
        Assert.Equal(await test.PlayAsync(() => new BanditPricer(policy)), await test.PlayAsync(() => new BanditPricer(sameP)));
        Assert.Equal(await test.PlayAsync(() => new EpisodicPricer(memory)), await test.PlayAsync(() => new EpisodicPricer(sameM)));
        Assert.Equal(TrainingWorlds.Of(Shop, Split, Worlds), sameM.TrainedOn);
        Assert.NotEqual(await test.PlayAsync(() => new BanditPricer()), await test.PlayAsync(() => new BanditPricer(policy)));
    }

    [Fact]
    public async Task A_changed_file_is_refused()
    {
        var saved = Saved((await SellerTraining.TrainMemoryAsync(Shop, new(), Split, 1)).Save);
        var changed = saved.Replace("\"worlds\":1", "\"worlds\":2", StringComparison.Ordinal);
        Assert.NotEqual(saved, changed);
        Assert.Contains("does not have the digest", Assert.Throws<InvalidDataException>(() => EpisodicMemory.Load(Stream(changed))).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => BanditPolicy.Load(Stream(saved)));
    }

    [Fact]
    public void Scenarios_with_opponents_and_no_worlds_are_refused()
    {
        Assert.Throws<ArgumentException>(() => SplitWorlds.Training(ShippedScenarios.Find("two-sellers"), Split, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SplitWorlds.Test(Shop, Split, 0));
    }

    private static Task<TunedParameters> TuneAsync(int threads) => SellerTraining.TuneAsync(Shop, RiskParameters.Tunable, Rule, Short, Split, Worlds, threads);

    private static BaseStock Rule(IReadOnlyList<double> values) => new(RiskParameters.Of(values));

    private static T Again<T>(Action<Stream> save, Func<Stream, T> load) => load(Stream(Saved(save)));

    private static string Saved(Action<Stream> save)
    {
        using var stream = new MemoryStream();
        save(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));
}
