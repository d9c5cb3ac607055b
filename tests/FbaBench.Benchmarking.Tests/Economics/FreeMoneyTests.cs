namespace FbaBench.Tests.Economics;

public sealed class FreeMoneyTests
{
    [Theory]
    [InlineData("first-year")]
    [InlineData("gift-shop")]
    public void Grid(string scenario)
    {
        var search = SearchWorlds.ForSearch(scenario, 32);
        var evaluation = SearchWorlds.ForEvaluation(scenario, 32);
        foreach (var (elasticity, safety, cycle, share) in new[] { (2.0, 0, 14, .0), (2.15, 0, 14, .0), (2.3, 0, 14, .0), (2.45, 0, 14, .0), (2.3, 0, 5, .0), (2.3, 0, 30, .0), (2.3, 7, 5, .0), (2.3, 7, 14, .0), (2.3, 14, 5, .0), (2.3, 0, 14, .15), (2.3, 7, 5, .15), (2.3, 16, 5, .3) })
        {
            var b = Genes.BaseStock.WithValue(Gene.Elasticity, elasticity).WithValue(Gene.SafetyDays, safety).WithValue(Gene.CycleDays, cycle).WithValue(Gene.ShareOfBreakEven, share);
            var line = $"{scenario} e {elasticity} {safety} {cycle} {share}:";
            foreach (var ev in new[] { search, evaluation })
            {
                var s = ev.Play(() => new SearchedPolicy(b)).Average();
                var s2 = ev.Play(() => new SearchedPolicy(b.WithValue(Gene.StopDays, 150))).Average();
                var s3 = ev.Play(() => new SearchedPolicy(b.WithValue(Gene.StopDays, 90))).Average();
                line += $"  {s:0} stop150 {s2 - s:0} stop90 {s3 - s:0}";
            }

            File.AppendAllText("/tmp/grid.txt", line + "\n");
        }
    }
}
