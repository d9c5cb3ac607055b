using FbaBench.Kernel.Observing;

namespace FbaBench.Tests.Kernel.Observing;

public sealed class BestSellersTests
{
    /// <summary>A category of a few dozen pages takes the insertion, one of hundreds the sort; sales are whole numbers below 11, so that in both ties come up.</summary>
    [Theory]
    [InlineData(4)]
    [InlineData(20)]
    [InlineData(100)]
    public void Ranks_are_those_of_a_stable_sort_by_sales_in_each_category(int rivals)
    {
        var world = TestWorlds.Mugs();
        var state = PreparedWorld.Of(world with { Niches = [Crowded(world.Niches[0], rivals), Crowded(world.Niches[1], rivals)] }).Start(new(5)).State;
        var pages = state.Model.Pages;
        for (var page = 0; page < pages.Length; page++)
        {
            state.RankSales[pages[page].Row] = page * 7 % 11;
        }

        var expected = new int[pages.Length];
        var sales = pages.Select((page, at) => (page.Category, Sold: at * 7 % 11, At: at)).Where(page => page.Sold > 0);
        foreach (var category in sales.GroupBy(page => page.Category))
        {
            foreach (var (rank, (_, _, at)) in category.OrderByDescending(page => page.Sold).Index())
            {
                expected[at] = rank + 1;
            }
        }

        Assert.Equal(expected, new BestSellers(state.Model).Ranks(state));
        Assert.Contains(0, expected);
    }

    private static NicheDefinition Crowded(NicheDefinition niche, int rivals) =>
        niche with { Rivals = [.. Enumerable.Range(0, rivals).Select(number => niche.Rivals[0] with { Name = $"rival-{number:D3}" })] };
}
