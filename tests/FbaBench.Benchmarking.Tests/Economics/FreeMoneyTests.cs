namespace FbaBench.Tests.Economics;

public sealed class FreeMoneyTests
{
    [Fact]
    public void Grid()
    {
        foreach (var scenario in new[] { "gift-shop", "first-year" })
        {
            var search = SearchWorlds.ForSearch(scenario, 32);
            var evaluation = SearchWorlds.ForEvaluation(scenario, 32);
            foreach (var (safety, cycle, share) in new[] { (16, 5, .3), (16, 5, .15), (16, 1, .3), (22, 1, .3) })
            {
                var b = Genes.BaseStock.WithValue(Gene.SafetyDays, safety).WithValue(Gene.CycleDays, cycle).WithValue(Gene.ShareOfBreakEven, share);
                foreach (var ev in new[] { search, evaluation })
                {
                    var s = ev.Play(() => new SearchedPolicy(b)).Average();
                    var s2 = ev.Play(() => new SearchedPolicy(b.WithValue(Gene.StopDays, 150))).Average();
                    var s3 = ev.Play(() => new SearchedPolicy(b.WithValue(Gene.StopDays, 90))).Average();
                    File.AppendAllText("/tmp/grid.txt", $"{scenario} {safety} {cycle} {share}: {s:0} stop150 {s2 - s:0} stop90 {s3 - s:0}\n");
                }
            }
        }
    }
}
