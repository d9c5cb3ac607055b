// Worlds that nobody can know before they are played: commit, play, reveal, check, and measure the gap to public worlds.
//   dotnet run -c Release --project samples/08.SealedEvaluation -- [WORLDS]
using System.Globalization;
using FbaBench;

var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 32;
var scenario = new FirstYear();

// Before: the commitment is published; the secret stays with whoever evaluates.
var secret = WorldSecret.New();
var worlds = SealedWorlds.Commit("autumn", secret, count, [scenario]);
var folder = Path.Combine("fbabench-results", "sealed-" + worlds.Commitment.Digest[..8]);
Console.WriteLine($"commitment {worlds.Commitment.Digest}");

// The run: results.json carries the commitment and every world's hash, never the secret.
var report = await Benchmark.Create("autumn")
    .Scenario(scenario)
    .Agent("base-stock")
    .Agent("repricer", new AgentRunners([new RuleRunner()]).Prepare("rule:greedy-repricer"))
    .Sealed(worlds)
    .Output(folder)
    .Logs(false)
    .RunAsync(ConsoleProgress.Create());
Console.WriteLine(report.ToTable());

// After: the secret is revealed, and anyone derives the worlds again.
worlds.Reveal().Save(Path.Combine(folder, SealReveal.FileName));
foreach (var line in SealCheck.Run(folder, [scenario]))
{
    Console.WriteLine($"{(line.Pass ? "ok  " : "FAIL")} {line.Id}: {line.Note}");
}

// Whether an agent is better where it could know the worlds: the same agents in public ones.
var open = Path.Combine(folder, "public");
await ExperimentFile.Load(Path.Combine(AppContext.BaseDirectory, "experiment.yaml")).Worlds(count).Output(open).RunAsync();
foreach (var gap in SealGap.Measure(open, folder))
{
    Console.WriteLine(gap);
}
