// How many worlds show a difference? A small pilot tells the spread, a plan the worlds with their range, and a confidence
// sequence stops the real experiment as soon as it is decided.
//   dotnet run -c Release --project samples/10.PowerPlanning
using FbaBench;

// A pilot of 12 worlds: too few for a verdict, enough for a plan.
var folder = Path.Combine("fbabench-results", "pilot");
var pilot = await Benchmark.Create("pilot")
    .Scenario("first-year")
    .Agent("base-stock").Agent("greedy-repricer")
    .Worlds(12)
    .Output(folder)
    .Logs(false)
    .RunAsync();
Console.WriteLine(pilot.ToTable());

foreach (var run in PilotRun.Read(folder))
{
    foreach (var effect in new[] { 2_000, 5_000, 10_000 })
    {
        var cost = new PlanCost(run.MicroDollars, run.Seconds, Environment.ProcessorCount);
        var plan = PowerPlan.Of(run.Pilot!, effect, power: 0.8, cost: cost);
        Console.WriteLine($"{run.Agent} against {run.ComparedTo}, {effect:#,0} dollars: {plan.Worlds} worlds ({plan.WorldsLow} to {plan.WorldsHigh}), {plan.Episodes} episodes, {plan.Seconds:0} s");
    }
}

// Variances that are known need no pilot: repeats help as far as sampling, not the world, is the spread.
foreach (var repeats in new[] { 1, 2, 5 })
{
    var plan = PowerPlan.Of(PowerPilot.Given(worldVariance: 4e6, repeatVariance: 9e6), effect: 1_000, repeats: repeats);
    Console.WriteLine($"{repeats} repeats: {plan.Worlds} worlds, {plan.Episodes} episodes");
}

// Looking after every world, and stopping early: an interval that holds at all times together.
var sequence = new NormalSequence(confidence: 0.95);
var difference = PairedDifference.Of(Scores("greedy-repricer"), Scores("base-stock"));
foreach (var value in difference.Values)
{
    var now = sequence.Add(value);
    Console.WriteLine($"after {now.Count} worlds: {(now.RunningLow is null ? "no interval yet" : $"{now.RunningLow:#,0} to {now.RunningHigh:#,0}")}, {now.Decide(margin: 500)}");
    if (now.Decide(margin: 500) != ComparisonOutcome.Undecided)
    {
        break;
    }
}

IEnumerable<WorldValue> Scores(string agent) => pilot.Episodes
    .Where(episode => episode.Key.Agent == agent)
    .Select(episode => new WorldValue(episode.Key.World, 0, episode.Score.Cents / 100.0));
