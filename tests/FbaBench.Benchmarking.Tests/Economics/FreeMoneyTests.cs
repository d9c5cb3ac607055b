namespace FbaBench.Tests.Economics;

public sealed class FreeMoneyTests
{
    [Fact]
    public void Grid()
    {
        foreach (var scenario in new[] { "first-year", "gift-shop" })
        {
            var ev = SearchWorlds.ForSearch(scenario, 32);
            foreach (var share in new[] { .0, .3, .5 })
            {
                foreach (var fill in new[] { 1.2, 1.5 })
                {
                    StockPlan.Fill = fill;
                    var b = Genes.BaseStock.WithValue(Gene.Elasticity, 2.3).WithValue(Gene.SafetyDays, 16).WithValue(Gene.CycleDays, 5).WithValue(Gene.ShareOfBreakEven, share);
                    var s = ev.Play(() => new SearchedPolicy(b)).Average();
                    var s2 = ev.Play(() => new SearchedPolicy(b.WithValue(Gene.StopDays, 150))).Average();
                    var s3 = ev.Play(() => new SearchedPolicy(b.WithValue(Gene.StopDays, 90))).Average();
                    File.AppendAllText("/tmp/grid.txt", $"{scenario} share {share} fill {fill}: {s:0} stop150 {s2 - s:0} stop90 {s3 - s:0}\n");
                }
            }
        }
    }
}
