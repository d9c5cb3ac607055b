using System.Globalization;
using System.Text;

namespace FbaBench;

/// <summary>The text of a gate: the verdict in the first line, because that is what a test runner shows.</summary>
internal static class GateText
{
    public static string Of(GatePlan plan, GateResult result)
    {
        var text = new StringBuilder();
        text.Append(Verdict(plan, result)).Append('\n');
        if (result.Mean is { } mean)
        {
            Line(text, plan.Baseline is null ? "score" : "difference", string.Create(CultureInfo.InvariantCulture, $"{mean:#,0.00} dollars a world; {Interval(result)}, level {result.Level}"));
            Line(text, "worlds", string.Create(CultureInfo.InvariantCulture, $"{result.Worlds} of at most {result.Budget}{(plan.Options.Repeats == 1 ? "" : $", {plan.Options.Repeats} repeats")}, {(plan.Options.WorldSeeds is null ? $"seed {plan.Options.Seed}" : "seeds given")}"));
        }

        if (result.BaselineScore is { } baseline)
        {
            Line(text, "mean scores", string.Create(CultureInfo.InvariantCulture, $"{plan.Agent.Name} {result.AgentScore:#,0.00}, {plan.Baseline!.Name} {baseline:#,0.00}"));
        }

        if (result.FailedDays.Count > 0)
        {
            Line(text, "failed days", string.Join(", ", result.FailedDays.Select(days => string.Create(CultureInfo.InvariantCulture, $"{days.Key} {days.Value}"))));
        }

        return text.Append(result.Reason).ToString();
    }

    private static string Verdict(GatePlan plan, GateResult result)
    {
        var (agent, baseline) = ($"'{plan.Agent.Name}'", $"'{plan.Baseline?.Name}'");
        var limit = string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(result.Limit.Cents) / 100.0:#,0.00} dollars a world");
        var said = result.Outcome switch
        {
            GateOutcome.NotWorse => $"{agent} is not worse than {baseline} by {limit}",
            GateOutcome.Worse => $"{agent} is worse than {baseline} by more than {limit}",
            GateOutcome.Better => $"{agent} is better than {baseline}{(result.Limit == Money.Zero ? "" : $" by more than {limit}")}",
            GateOutcome.NotBetter => $"{agent} is not better than {baseline}{(result.Limit == Money.Zero ? "" : $" by more than {limit}")}",
            GateOutcome.Equivalent => $"{agent} and {baseline} differ by less than {limit}",
            GateOutcome.Different => $"{agent} and {baseline} differ by at least {limit}",
            GateOutcome.AtLeast => $"{agent} earns at least {Signed(result.Limit)}",
            GateOutcome.Below => $"{agent} earns less than {Signed(result.Limit)}",
            GateOutcome.DaysFailed => $"{string.Join(" and ", result.FailedDays.Where(days => days.Value > plan.Options.MostFailedDays).Select(days => $"'{days.Key}'"))} failed days",
            GateOutcome.EpisodeFailed => $"An episode of '{result.Failure!.Key.Agent}' could not be played",
            _ => $"Undecided after {result.Worlds} worlds: {Question(plan, agent, baseline, limit)}",
        };
        return $"{said}, in '{plan.Scenario.Name}'.";
    }

    private static string Question(GatePlan plan, string agent, string baseline, string limit) => plan.Claim.Shown switch
    {
        GateOutcome.NotWorse => $"whether {agent} is worse than {baseline} by {limit}",
        GateOutcome.Better => $"whether {agent} is better than {baseline}{(plan.Claim.Limit == Money.Zero ? "" : $" by {limit}")}",
        GateOutcome.AtLeast => $"whether {agent} earns {Signed(plan.Claim.Limit)}",
        _ => $"whether {agent} and {baseline} differ by {limit}",
    };

    private static string Signed(Money score) => string.Create(CultureInfo.InvariantCulture, $"{score.Cents / 100.0:#,0.00} dollars a world");

    private static string Interval(GateResult result) => result.Low is { } low && result.High is { } high
        ? string.Create(CultureInfo.InvariantCulture, $"between {low:#,0.00} and {high:#,0.00} at all looks")
        : "no interval yet";

    private static void Line(StringBuilder text, string name, string value) => text.Append("  ").Append(name.PadRight(12)).Append(' ').Append(value).Append('\n');
}
