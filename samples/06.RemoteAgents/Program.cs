// One seller three times: in this process, and as programs of their own in Python and JavaScript, which must be installed. All earn the same to the cent.
// `-- --worlds 2` runs a shorter form.
using FbaBench;

var worlds = args is ["--worlds", var number] && int.TryParse(number, out var asked) ? asked : 32;
var runners = new AgentRunners([new ProcessRunner(), new HttpRunner(), new HttpsRunner()]);
var folder = AppContext.BaseDirectory;
var report = await Benchmark.Create("remote-agents")
    .Scenario("first-year")
    .Agent("in-process", () => new FixedRule())
    .Agent("python", runners.Prepare($"process:python3 '{folder}agent.py'"))
    .Agent("node", runners.Prepare($"process:node '{folder}agent.mjs'"))
    .Worlds(worlds)
    .RunAsync(ConsoleProgress.Create());
Console.WriteLine(report.ToTable());
foreach (var failed in report.Failed)
{
    Console.WriteLine($"{failed.Key.Agent}, world {failed.Key.World}: {failed.Message}");
}
