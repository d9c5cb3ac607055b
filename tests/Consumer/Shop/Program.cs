// Own agent and own scenario beside shipped ones, from packages alone.
using FbaBench;

var report = await Benchmark.Create("consumer")
    .Scenario(new TwoMugs()).Scenario("first-year")
    .Agent("mine", () => new SellOff()).Agent("base-stock").Agent("do-nothing")
    .Worlds(2)
    .RunAsync();
Console.WriteLine(report.ToTable());

// Twelve episodes; who does nothing keeps what there is, and who sells for ninety days comes to something else.
var mine = report.Summaries.Single(summary => summary.Scenario == "two-mugs" && summary.Agent == "mine");
var idle = report.Summaries.Single(summary => summary.Scenario == "two-mugs" && summary.Agent == "do-nothing");
Console.WriteLine($"episodes {report.Episodes.Count}, mine differs from idle: {mine.Score.Mean != idle.Score.Mean}");
return report.Episodes.Count == 12 && mine.Score.Mean != idle.Score.Mean ? 0 : 1;
