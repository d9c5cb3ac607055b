namespace FbaBench.Tests.Learning;

public sealed class MemoryStoreTests
{
    private const int Actions = 2;
    private static readonly EpisodicTerms Terms = new() { RecentDays = 10, Prototypes = 3, Neighbours = 4 };

    [Theory]
    [InlineData(MemoryMode.None, 0, 0)]
    [InlineData(MemoryMode.Rolling, 10, 0)]
    [InlineData(MemoryMode.Consolidated, 10, 6)]
    public void A_mode_keeps_what_it_says(MemoryMode mode, int recent, int prototypes)
    {
        var episodes = Lived(mode, days: 40).ToList();
        Assert.Equal((recent, prototypes), (episodes.Count(episode => episode.Day >= 0), episodes.Count(episode => episode.Day < 0)));
    }

    /// <summary>Merging loses no unit and no cent: sums are those of all that was lived.</summary>
    [Fact]
    public void Prototypes_hold_all_that_was_merged_into_them()
    {
        var episodes = Lived(MemoryMode.Consolidated, days: 40).ToList();
        Assert.Equal(40, episodes.Sum(episode => episode.Count));
        Assert.Equal(Enumerable.Range(1, 40).Sum(Units), episodes.Sum(episode => episode.Units), 9);
        Assert.Equal(Enumerable.Range(1, 40).Sum(day => Units(day) * Reward(day)), episodes.Sum(episode => episode.Units * episode.Reward), 9);
    }

    [Fact]
    public void Recall_weighs_the_nearest_by_units_and_kernel()
    {
        var store = Lived(MemoryMode.Rolling, days: 9);
        var asked = Situation(5);
        var near = Enumerable.Range(1, 9).Where(day => day % Actions == 1)
            .Select(day => (Distance: Situation(day).DistanceTo(asked), Day: day)).OrderBy(one => one.Distance).Take(4).ToArray();
        double Weight((double Distance, int Day) one) => Units(one.Day) * Terms.KernelWidth / (one.Distance + Terms.KernelWidth);
        var (units, earned) = store.Recall(1, asked, []);
        Assert.Equal(near.Sum(Weight), units, 9);
        Assert.Equal(near.Sum(one => Weight(one) * Reward(one.Day)), earned, 9);
        Assert.Equal((0, 0), Lived(MemoryMode.None, days: 9).Recall(1, asked, []));
    }

    [Fact]
    public void Terms_out_of_range_are_refused()
    {
        Assert.Contains("None, Rolling, Consolidated", Assert.Throws<ArgumentException>(() => new EpisodicTerms { Mode = (MemoryMode)3 }).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new EpisodicTerms { RecentDays = 0 });
        Assert.Throws<ArgumentException>(() => new BanditTerms { HighestPrice = 0.9 });
    }

    private static MemoryStore Lived(MemoryMode mode, int days)
    {
        var store = new MemoryStore(Terms with { Mode = mode }, Actions);
        for (var day = 1; day <= days; day++)
        {
            store.Add(day % Actions, Situation(day), Units(day), Reward(day));
            store.Pass();
        }

        return store;
    }

    private static PriceSituation Situation(int day) => new(day % 7 / 10.0, day % 5 / 10.0, 0, day % 3 / 10.0, 0);

    private static double Units(int day) => 1 + (day % 4);

    private static double Reward(int day) => day % 11 / 10.0;
}
