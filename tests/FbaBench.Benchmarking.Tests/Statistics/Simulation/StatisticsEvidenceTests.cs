using System.Globalization;

namespace FbaBench.Tests.Statistics;

/// <summary>Coverage, size and power by simulation (docs/evidence/statistics.md): at least 10,000 repetitions with FBABENCH_LONG=1, a tenth by default.</summary>
[Trait("Category", "Long")]
public sealed class StatisticsEvidenceTests(EvidenceFile evidence) : IClassFixture<EvidenceFile>
{
    /// <summary>Limits that the whole run keeps; the tenth keeps them within four of its standard errors.</summary>
    private static double Slack(double share, int repetitions) => LongRun.IsWhole ? 0 : 4 * Math.Sqrt(share * (1 - share) / repetitions);

    [Fact]
    public void Student_intervals_of_normal_worlds_cover_at_every_number_of_worlds()
    {
        int[] grid = [.. Enumerable.Range(3, 14), 20, 24, 32, 48, 64, 128, 256];
        var repetitions = LongRun.Scale(40_000);
        var slack = Slack(0.95, repetitions);
        var cells = new List<string>();
        foreach (var worlds in grid)
        {
            var (covered, _, _) = Simulations.Interval(1, repetitions, Shape.Normal, worlds);
            Assert.InRange(covered, 0.943 - slack, 0.957 + slack);
            cells.Add(Row(worlds, Percent(covered, 2)));
        }

        evidence.Add(1, "Student's t on normal worlds", [
            $"Coverage of the 95 % interval of `MeanInterval`, {Count(repetitions)} repetitions each (standard error 0.11 points). Asked: 94.3 to 95.7 % at each of these numbers of worlds.", "",
            "| worlds | covers |", "| --- | --- |", .. cells]);
    }

    [Fact]
    public void Skewed_heavy_and_rare_worlds_are_covered_less_and_the_validator_says_so()
    {
        int[] grid = LongRun.IsWhole ? [5, 10, 32, 64, 128, 512] : [5, 10, 32, 64];
        var repetitions = LongRun.Scale(20_000);
        var rows = new List<string>();
        foreach (var shape in Shape.Table)
        {
            foreach (var worlds in grid)
            {
                var (covered, trusted, both) = Simulations.Interval(2, repetitions, shape, worlds);
                var bootstrap = LongRun.IsWhole && worlds == 64 ? Percent(Simulations.Bootstrap(3, 2_000, shape, worlds, 1_000), 1) : "";
                rows.Add($"| {shape.Name} | {worlds} | {Percent(covered, 1)} | {bootstrap} | {Percent(trusted, 1)} | {(trusted < 0.005 ? "–" : Percent(both / trusted, 1))} | {Percent(trusted - both, 1)} |");
                Check(shape, worlds, covered, trusted, trusted - both, Slack(covered, repetitions));
            }
        }

        evidence.Add(2, "Shapes that are not normal", [
            $"Z is standard normal. Coverage of the t interval over {Count(repetitions)} repetitions; of the bootstrap (BCa, 1,000 resamples) over 2,000; share of the samples that `IntervalTrust` trusts; coverage of those; and share that is trusted and wrong.",
            "",
            "The validator is a warning, no proof. It sees the sample only: the lognormal samples that it trusts, one in fifteen, are those that happen to lack the tail, and they cover less than the rest. What counts is how often a trusted interval is wrong: at most about 5 % in",
            "all rows but one. A loss of one world in twenty is met by none of 32 worlds with chance 19 %, such samples look normal, and no rule on the sample can doubt them (rule of three); with 64 worlds it is 4 %, with 128 nearly none. The bootstrap's ends lie asymmetrically as",
            "they should, but at 64 worlds it covers more than t only where losses are rare, and less on heavy tails.", "",
            "| worlds' law | worlds | t covers | BCa covers | trusted | t covers, of the trusted | trusted and wrong |", "| --- | --- | --- | --- | --- | --- | --- |", .. rows]);
    }

    private static void Check(Shape shape, int worlds, double covered, double trusted, double wrong, double slack)
    {
        if (worlds < 32)
        {
            Assert.Equal(0, trusted);
        }

        if (worlds == 10 && shape == Shape.Lognormal)
        {
            Assert.InRange(covered, 0.83 - slack, 0.85 + slack);
        }

        if (worlds == 10 && shape == Shape.RareLoss)
        {
            Assert.InRange(covered, 0.40 - slack, 0.42 + slack);
        }

        if (shape == Shape.Normal && worlds >= 64)
        {
            Assert.InRange(trusted, 0.97, 1);
        }

        // What no world met cannot be doubted: 0.95³² = 19 % and 0.95⁶⁴ = 4 % of samples have no loss.
        Assert.InRange(wrong, 0, (shape == Shape.RareLoss && worlds == 32 ? 0.2 : 0.055) + slack);
    }

    [Fact]
    public void Clopper_Pearson_covers_at_least_what_it_says_for_every_share()
    {
        int[] grid = LongRun.IsWhole ? [1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 32, 50, 64, 100, 200, 500, 1000] : [1, 2, 3, 5, 10, 32, 100];
        var points = LongRun.Scale(10_000);
        var rows = new List<string>();
        foreach (var trials in grid)
        {
            var (least, at, mean) = Simulations.Proportion(trials, points, ProportionInterval.ClopperPearson);
            var (lowest, _, average) = Simulations.Proportion(trials, points, ProportionInterval.Wilson);
            rows.Add(string.Create(CultureInfo.InvariantCulture, $"| {trials} | {Percent(least, 3)} | {at:0.0000} | {Percent(mean, 2)} | {Percent(lowest, 2)} | {Percent(average, 2)} |"));
            Assert.InRange(least, 0.95 - 1e-9, 1);
            if (trials >= 5)
            {
                Assert.InRange(average, 0.94, 0.96);
            }
        }

        evidence.Add(3, "Shares: computed, not simulated", [
            $"Coverage from the binomial law, over {Count(points)} shares p in even steps and, for the least, both sides of every end of an interval, where the coverage jumps.", "",
            "| n | Clopper–Pearson: least | at p | mean over p | Wilson: least | mean over p |", "| --- | --- | --- | --- | --- | --- |", .. rows]);
    }

    [Fact]
    public void Repeats_are_clustered_by_world()
    {
        var repetitions = LongRun.Scale(20_000);
        var slack = Slack(0.95, repetitions);
        var rows = new List<string>();
        foreach (var (worlds, most, intraclass) in new[] { (8, 4, 0.5), (16, 4, 0.2), (16, 4, 0.8), (32, 8, 0.5), (16, -6, 0.5), (32, -6, 0.8) })
        {
            var (clustered, naive) = Simulations.Clusters(4, repetitions, worlds, most, intraclass);
            rows.Add($"| {worlds} | {(most > 0 ? Count(most) : $"1 to {-most}, unbalanced")} | {intraclass.ToString("0.0", CultureInfo.InvariantCulture)} | {Percent(clustered, 2)} | {Percent(naive, 1)} |");
            Assert.InRange(clustered, 0.94 - slack, 0.96 + slack);
            Assert.InRange(naive, 0, 0.92);
        }

        evidence.Add(4, "Repeats within worlds", [
            $"Coverage of `HierarchicalMean` over {Count(repetitions)} repetitions, normal worlds, and what counting every value as independent would give.", "",
            "| worlds | repeats | share of the variance between worlds | clustered covers | naive covers |", "| --- | --- | --- | --- | --- |", .. rows]);
    }

    [Fact]
    public void Sequences_hold_under_continuous_looking()
    {
        var repetitions = LongRun.Scale(10_000);
        var worlds = LongRun.IsWhole ? 1_000 : 300;
        var slack = Slack(0.05, repetitions);
        var rows = new List<string>();
        foreach (var shape in new[] { Shape.Normal, Shape.StudentThree })
        {
            var (sequence, looking) = Simulations.NormalSequence(5, repetitions, shape, worlds);
            rows.Add($"| t-mixture | {shape.Name} | {Percent(sequence, 2)} | {Percent(looking, 1)} |");
            Assert.InRange(sequence, 0, 0.05 + slack);
            Assert.True(looking > 0.2);
        }

        foreach (var shape in Shape.Bounded)
        {
            var wrong = Simulations.Betting(6, repetitions, shape, worlds);
            rows.Add($"| betting | {shape.Name} | {Percent(wrong, 2)} | |");
            Assert.InRange(wrong, 0, 0.05 + slack);
        }

        evidence.Add(5, "Sequences under continuous looking", [
            $"Share of {Count(repetitions)} paths of {Count(worlds)} worlds on which the true mean is excluded at any look; beside it a t interval that is looked at from the third world on. Betting on values in [0, 1]. At most 5 %.", "",
            "| sequence | worlds' law | ever excludes the truth | t interval, looked at as often |", "| --- | --- | --- | --- |", .. rows]);
    }

    [Fact]
    public void Holm_keeps_the_error_of_the_family_and_rank_sets_hold_the_ranks()
    {
        var repetitions = LongRun.Scale(10_000);
        var slack = Slack(0.05, repetitions);
        var rows = new List<string>();
        foreach (var (name, means, noise) in new (string, double[], Func<SimulatedDraws, double>)[]
        {
            ("6 equal agents, normal", [0, 0, 0, 0, 0, 0], draws => draws.Normal()),
            ("two groups of 3, 0.7 σ apart, normal", [0, 0, 0, 0.7, 0.7, 0.7], draws => draws.Normal()),
            ("4 agents in steps of 0.1 σ, normal", [0, 0.1, 0.2, 0.3], draws => draws.Normal()),
            ("5 equal agents, t with 3 degrees", [0, 0, 0, 0, 0], draws => draws.StudentThree()),
        })
        {
            var (claim, rank) = Simulations.Ranks(7, repetitions, means, 32, noise);
            rows.Add($"| {name} | {Percent(claim, 2)} | {Percent(rank, 2)} |");
            Assert.InRange(claim, 0, 0.05 + slack);
            Assert.InRange(rank, 0, 0.05 + slack);
        }

        evidence.Add(6, "Several agents", [
            $"`RankSets` over 32 worlds whose common part has twice the deviation of the agents' own, {Count(repetitions)} repetitions: share of families with any wrong claim, direction included, and with any true rank outside its set. At most 5 %.", "",
            "| agents | a wrong claim | a wrong rank set |", "| --- | --- | --- |", .. rows]);
    }

    [Fact]
    public void Plans_have_the_power_that_they_say()
    {
        var repetitions = LongRun.Scale(20_000);
        var slack = LongRun.IsWhole ? 0 : 3 * Math.Sqrt(0.8 * 0.2 / repetitions);
        var rows = new List<string>();
        foreach (var (world, repeat, repeats, effect, power) in new[] { (1.0, 0.0, 1, 1.5, 0.8), (1.0, 0.0, 1, 0.5, 0.8), (1.0, 0.0, 1, 0.25, 0.9), (1.0, 2.0, 1, 0.8, 0.8), (1.0, 2.0, 4, 0.5, 0.9), (0.0, 1.0, 3, 0.4, 0.8) })
        {
            var plan = PowerPlan.Of(PowerPilot.Given(world, repeat), effect, power, repeats);
            var said = PowerPlan.PowerOf(plan.Worlds, effect, plan.Deviation);
            var found = Simulations.Power(8, repetitions, plan, world, repeat);
            rows.Add(string.Create(CultureInfo.InvariantCulture, $"| {world:0.#} | {repeat:0.#} | {repeats} | {effect:0.##} | {Percent(power, 0)} | {plan.Worlds} | {Percent(said, 1)} | {Percent(found, 1)} |"));
            Assert.InRange(found - said, -0.02 - slack, 0.02 + slack);
            Assert.InRange(found - power, -0.02 - slack, 1);
        }

        evidence.Add(7, "Power of plans", [
            $"Plans of `PowerPlan` with given variances ω² (worlds) and σ² (repeats), played {Count(repetitions)} times: share in which the t interval excludes zero. Within 2 points of what the plan says.", "",
            "| ω² | σ² | repeats | effect | asked | worlds | plan says | found |", "| --- | --- | --- | --- | --- | --- | --- | --- |", .. rows]);
    }

    private static string Row(int worlds, string cell) => string.Create(CultureInfo.InvariantCulture, $"| {worlds} | {cell} |");

    private static string Count(int value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Percent(double share, int digits) => (share * 100).ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) + " %";
}
