using System.Globalization;
using System.Text;

namespace FbaBench.Tests.Gate;

/// <summary>
/// How often the gate is wrong where the truth is known: a few repetitions by default, 20,000 with FBABENCH_LONG=1, which writes docs/evidence/gate.md. The margin is 500 dollars and a world's standard deviation 1,000.
/// </summary>
[Trait("Category", "Long")]
public sealed class GateErrorTests
{
    private const double Deviation = 1_000;
    private const double Rare = 10_000;
    private static readonly Money Margin = Money.Dollars(500);
    private static readonly int Repetitions = LongRun.IsWhole ? 20_000 : 2_000;
    private static readonly int BoundedRepetitions = LongRun.IsWhole ? 10_000 : 200;
    private static readonly GateBounds Bounds = new(Money.Dollars(-15_000), Money.Dollars(15_000));

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.01)]
    public void At_the_margins_edge_each_error_is_at_most_the_level(double level)
    {
        foreach (var trust in new[] { true, false })
        {
            var shares = GateSimulation.Run(GateClaim.NotWorse(Margin), new() { Level = level, RequireTrust = trust }, WorldLaw.Normal, -500, Deviation, Repetitions);
            Assert.InRange(shares.Shown, 0, Limit(level, Repetitions));
            Assert.InRange(shares.Refuted, 0, Limit(level, Repetitions));
        }
    }

    /// <summary>The test can tell: an interval for one look, looked at after every world, fails it by far.</summary>
    [Fact]
    public void Looking_with_an_interval_for_one_look_is_wrong_far_more_often()
    {
        var shares = GateSimulation.Naive(Margin, 0.05, 256, WorldLaw.Normal, -500, Deviation, LongRun.IsWhole ? 2_000 : 100);
        Assert.True(Math.Min(shares.Shown, shares.Refuted) > 0.2, $"{shares}");
    }

    [Fact]
    public void A_difference_that_matters_is_found_and_one_that_does_not_is_passed()
    {
        var same = GateSimulation.Run(GateClaim.NotWorse(Margin), new(), WorldLaw.Normal, 0, Deviation, Repetitions);
        Assert.InRange(same.Shown, 0.99, 1);
        var worse = GateSimulation.Run(GateClaim.NotWorse(Margin), new(), WorldLaw.Normal, -1_000, Deviation, Repetitions);
        Assert.InRange(worse.Refuted, 0.99, 1);
        Assert.InRange(worse.Worlds, 32, 100);
    }

    /// <summary>A rule on the sample cannot see what it has not met; proven bounds can.</summary>
    [Fact]
    public void Rare_losses_deceive_without_bounds_and_do_not_with_them()
    {
        var open = GateSimulation.Run(GateClaim.NotWorse(Margin), new(), WorldLaw.Rare, -500, Rare, LongRun.IsWhole ? Repetitions : 200);
        Assert.InRange(open.Shown, 0.2, 1);
        var bounded = GateSimulation.Run(GateClaim.NotWorse(Margin), new() { Bounds = Bounds, Worlds = 64 }, WorldLaw.Rare, -500, Rare, BoundedRepetitions);
        Assert.InRange(bounded.Shown, 0, Limit(0.05, BoundedRepetitions));
        Assert.InRange(bounded.Refuted, 0, Limit(0.05, BoundedRepetitions));
    }

    /// <summary>The other claims keep theirs.</summary>
    [Fact]
    public void Equivalence_is_wrong_at_its_edges_at_most_at_the_level()
    {
        foreach (var edge in new[] { -500.0, 500.0 })
        {
            var shares = GateSimulation.Run(GateClaim.Equivalent(Margin), new(), WorldLaw.Normal, edge, Deviation, Repetitions);
            Assert.InRange(shares.Shown, 0, Limit(0.05, Repetitions));
            Assert.InRange(shares.Refuted, 0, Limit(0.10, Repetitions));
        }
    }

    [Fact]
    public void The_evidence_is_written()
    {
        if (!LongRun.IsWhole)
        {
            return;
        }

        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            # The gate

            How often `AgentGate` is wrong, and what it costs, where the truth is known: its looks ([testing](../testing.md)) over simulated worlds. The margin is 500 dollars, the standard deviation of a world's difference 1,000, the level 5 %, the
            budget 256 worlds, unless a row says otherwise. Written by `FBABENCH_LONG=1 dotnet test -c Release tests/FbaBench.Testing.Tests --filter FullyQualifiedName~GateError`, {Repetitions:#,0} repetitions a row (standard error of 5 %: 0.15 points).

            ## At the margin's edge

            The true difference is exactly −500 dollars, where both answers are wrong: each may be given with chance 5 % at most. 'Trust' is the default, which waits for an interval that may be trusted; 'at once' is `RequireTrust = false`.

            | worlds | when | 'not worse' | 'worse' | undecided | worlds played |
            | --- | --- | --- | --- | --- | --- |

            """);
        foreach (var law in WorldLaw.All)
        {
            foreach (var trust in new[] { true, false })
            {
                var shares = GateSimulation.Run(GateClaim.NotWorse(Margin), new() { RequireTrust = trust }, law, -500, law == WorldLaw.Rare ? Rare : Deviation, Repetitions);
                Row(text, $"{law.Name} | {(trust ? "trust" : "at once")}", shares);
            }
        }

        foreach (var level in new[] { 0.01, 0.1 })
        {
            Row(text, string.Create(CultureInfo.InvariantCulture, $"normal, level {level * 100:0} % | trust"), GateSimulation.Run(GateClaim.NotWorse(Margin), new() { Level = level }, WorldLaw.Normal, -500, Deviation, Repetitions));
        }

        Row(text, "normal, budget 2,000 | trust", GateSimulation.Run(GateClaim.NotWorse(Margin), new() { Worlds = 2_000 }, WorldLaw.Normal, -500, Deviation, 10_000));
        var naive = GateSimulation.Naive(Margin, 0.05, 256, WorldLaw.Normal, -500, Deviation, 10_000);
        Row(text, "normal, by `MarginComparison` after every world: what a gate must not do | at once", naive);
        text.Append(CultureInfo.InvariantCulture, $"""

            Normal worlds and heavy tails keep the level. Worlds as skewed as these lognormal ones (skewness 6) do not: those that lack their tail look harmless, and trust makes the error rarer without keeping it to the level. Losses in three of a hundred
            worlds are met by none of 32 worlds with chance 38 %, and no rule on the sample can doubt what it has not met; more worlds can, and proven bounds do:

            | worlds | when | 'not worse' | 'worse' | undecided | worlds played |
            | --- | --- | --- | --- | --- | --- |

            """);
        Row(text, "rare losses | trust, and at least 100 worlds", GateSimulation.Run(GateClaim.NotWorse(Margin), new() { LeastWorlds = 100 }, WorldLaw.Rare, -500, Rare, Repetitions));
        Row(text, "rare losses | bounds of ±15,000, budget 64", GateSimulation.Run(GateClaim.NotWorse(Margin), new() { Bounds = Bounds, Worlds = 64 }, WorldLaw.Rare, -500, Rare, BoundedRepetitions));
        foreach (var mean in new[] { -500, 0, -1_000 })
        {
            Row(text, string.Create(CultureInfo.InvariantCulture, $"{WorldLaw.Even.Name} {mean:#,0} | bounds of ±2,000, budget 128"), GateSimulation.Run(GateClaim.NotWorse(Margin), new() { Bounds = new(Money.Dollars(-2_000), Money.Dollars(2_000)), Worlds = 128 }, WorldLaw.Even, mean, Deviation, BoundedRepetitions));
        }

        text.Append("""

            ## What it costs

            Normal worlds, by the true difference in standard deviations of a world's difference; the margin is half of one.

            | true difference | 'not worse' | 'worse' | undecided | worlds played |
            | --- | --- | --- | --- | --- |

            """);
        foreach (var (mean, trust) in new[] { (0.5, true), (0.0, true), (-0.25, true), (-0.75, true), (-1.0, true), (-2.0, true), (0.0, false), (-1.0, false), (-2.0, false) })
        {
            Row(text, string.Create(CultureInfo.InvariantCulture, $"{mean:0.00}{(trust ? "" : ", at once")}"), GateSimulation.Run(GateClaim.NotWorse(Margin), new() { RequireTrust = trust }, WorldLaw.Normal, mean * Deviation, Deviation, Repetitions));
        }

        File.WriteAllText(Path.Combine(Repository.Root, "docs", "evidence", "gate.md"), text.ToString());
    }

    private static void Row(StringBuilder text, string name, GateShares shares) =>
        text.Append(CultureInfo.InvariantCulture, $"| {name} | {shares.Shown * 100:0.00} % | {shares.Refuted * 100:0.00} % | {shares.Undecided * 100:0.00} % | {shares.Worlds:0.0} |\n");

    /// <summary>The whole run keeps the level itself, a few repetitions keep it within four standard errors.</summary>
    private static double Limit(double level, int repetitions) => LongRun.IsWhole ? level : level + (4 * Math.Sqrt(level * (1 - level) / repetitions));
}
