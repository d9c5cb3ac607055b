using System.CommandLine;

namespace FbaBench.Cli;

/// <summary><c>fbabench power</c>: how many worlds and repeats show a difference, and what they cost.</summary>
internal static class PowerCommand
{
    public static CliCommand Create()
    {
        var folder = new Argument<DirectoryInfo?>("FOLDER") { Description = "Folder of a finished experiment (results.json, timings.json): its variances, costs and durations. Or give --deviation.", Arity = ArgumentArity.ZeroOrOne };
        var deviation = new Option<double?>("--deviation") { Description = "Standard deviation over worlds of the paired difference, sampling apart, in dollars." };
        var sampling = new Option<double>("--repeat-deviation") { Description = "Beside --deviation: standard deviation of repeats of an agent in a world, in dollars. Default: 0." };
        var effect = new Option<double>("--effect") { Description = "The true difference of mean scores that is to be found, in dollars.", Required = true };
        var power = new Option<double>("--power") { Description = "Chance to find it.", DefaultValueFactory = _ => 0.8 };
        var level = new Option<double>("--level") { Description = "Chance to find one where there is none.", DefaultValueFactory = _ => 0.05 };
        var repeats = new Option<int[]>("--repeats") { Description = "Repeats of each agent in each world, repeatable: a plan each. Default: those of the pilot, or 1.", AllowMultipleArgumentsPerToken = true };
        var comparisons = new Option<int>("--comparisons") { Description = "Agents that are compared to one at the same time.", DefaultValueFactory = _ => 1 };
        var dollars = new Option<double?>("--dollars") { Description = "What an episode's thinking costs. Default: what the pilot's did." };
        var seconds = new Option<double?>("--seconds") { Description = "What an episode takes. Default: what the pilot's did." };
        var atOnce = new Option<int>("--episodes") { Description = "Episodes at once.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var json = new Option<bool>("--json") { Description = "One JSON object a line, a plan each." };
        var command = new CliCommand("power", "Plans an experiment: worlds and repeats that show a difference, with money and time.")
        {
            folder, deviation, sampling, effect, power, level, repeats, comparisons, dollars, seconds, atOnce, json,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(folder) is null == result.GetValue(deviation) is null)
            {
                result.AddError("Give a FOLDER or --deviation: one of the two.");
            }
        });
        command.SetAction(parsed =>
        {
            var asked = parsed.GetValue(repeats) ?? [];
            var pilots = parsed.GetValue(folder) is { } pilot ? PilotRun.Read(pilot.FullName) : [Given(parsed.GetValue(deviation)!.Value, parsed.GetValue(sampling))];
            var rows = new List<PowerRow>();
            foreach (var one in pilots)
            {
                var cost = new PlanCost((parsed.GetValue(dollars) * 1e6) ?? one.MicroDollars, parsed.GetValue(seconds) ?? one.Seconds, parsed.GetValue(atOnce));
                foreach (var count in asked.Length > 0 ? asked : [one.Repeats])
                {
                    rows.Add(new(one, count, one.Pilot is null ? null : PowerPlan.Of(one.Pilot, parsed.GetValue(effect), parsed.GetValue(power), count, parsed.GetValue(level), parsed.GetValue(comparisons), cost)));
                }
            }

            return PowerOutput.Write(rows, parsed.GetValue(json));
        });
        return command;
    }

    private static PilotRun Given(double deviation, double sampling) => new("", "", "", PowerPilot.Given(deviation * deviation, sampling * sampling), 1, 0, null);
}
