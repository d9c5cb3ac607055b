namespace FbaBench.Tests.Reports;

public class VerdictTests
{
    private const int Enough = 32;

    [Fact]
    public void A_clearly_better_agent_is_named_with_size_interval_and_worlds()
    {
        var line = Only(VerdictTone.Better, ("mine", Scene.Scores(1000, 0, Enough)), ("good", Scene.Scores(3000, 100, Enough)));
        Assert.Equal("good is better than mine by $2,000 a world (95 % interval $1,963 to $2,037, 32 worlds).", line);
    }

    [Fact]
    public void A_clearly_worse_agent_is_named_with_the_size_as_a_positive_number()
    {
        var line = Only(VerdictTone.Worse, ("mine", Scene.Scores(1000, 0, Enough)), ("bad", Scene.Scores(200, 100, Enough)));
        Assert.Equal("bad is worse than mine by $800 a world (95 % interval $763 to $837, 32 worlds).", line);
    }

    [Fact]
    public void Several_better_agents_stand_in_one_sentence_the_best_first()
    {
        var line = Only(VerdictTone.Better, ("mine", Scene.Scores(0, 0, Enough)), ("good", Scene.Scores(10, 1, Enough)), ("best", Scene.Scores(20, 1, Enough)));
        Assert.Equal("Two agents are better than mine, a world by (95 % interval; 32 worlds): best $20 ($20 to $20); good $10 ($10 to $10).", line);
    }

    [Fact]
    public void Of_many_agents_the_first_three_are_named_and_the_rest_counted()
    {
        var many = Enumerable.Range(1, 9).Select(i => ($"a{i}", Scene.Scores(i * 10, 1, Enough)));
        var line = Only(VerdictTone.Better, [("mine", Scene.Scores(0, 0, Enough)), .. many]);
        Assert.Equal("9 agents are better than mine, a world by (95 % interval; 32 worlds): a9 $90 ($90 to $90); a8 $80 ($80 to $80); a7 $70 ($70 to $70); and 6 more.", line);
    }

    [Fact]
    public void An_interval_that_spans_zero_is_undecided_and_says_how_many_worlds_would_do()
    {
        var line = Only(VerdictTone.Open, ("mine", Scene.Scores(1000, 0, Enough)), ("near", Scene.Scores(1020, 100, Enough)));

        // s = 100 · sqrt(32/31) = 101.6, d = 20: (1.96 · 5.08)² = 99.2 and ((1.96 + 1.2816) · 5.08)² = 271.2; two digits, rounded up.
        Assert.Equal("Undecided against mine: near (+$20 a world, 95 % interval -$17 to +$57 spans zero over 32 worlds; about 100 to 280 worlds would be needed if +$20 is the true difference).", line);
    }

    [Fact]
    public void A_difference_that_no_number_of_worlds_would_show_says_so()
    {
        var line = Only(VerdictTone.Open, ("mine", Scene.Scores(1000, 0, Enough)), ("near", Scene.Scores(1000.1, 1000, Enough)));
        Assert.Contains("more than 100,000 worlds would be needed", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_scores_are_said_to_be_the_same()
    {
        var line = Only(VerdictTone.Open, ("mine", Scene.Scores(1000, 50, Enough)), ("twin", Scene.Scores(1000, 50, Enough)));
        Assert.Equal("Undecided against mine: twin scored the same in all 32 worlds.", line);
    }

    [Fact]
    public void Too_few_worlds_give_no_verdict_however_large_the_difference()
    {
        var lines = Lines(("mine", Scene.Scores(0, 0, 8)), ("good", Scene.Scores(3000, 100, 8)));
        Assert.DoesNotContain(lines, line => line.Tone is VerdictTone.Better or VerdictTone.Worse or VerdictTone.Open);
        Assert.Equal("Not trusted, no verdict against mine: 8 worlds are too few for intervals of such skewed results, 32 are needed. So far, on average: good +$3,000, better in 8 of 8.", lines[0].Text);
    }

    [Fact]
    public void Skewed_differences_need_more_worlds_and_say_how_many()
    {
        var skewed = Scene.Scores(100, 1, 40);
        skewed[0] = 100_000;
        var lines = Lines(("mine", Scene.Scores(0, 0, 40)), ("lucky", skewed));
        var needed = MeanInterval.Of(skewed).WorldsNeeded;
        Assert.True(needed > 40);
        Assert.Contains($"40 worlds are too few for intervals of such skewed results, {needed} are needed", lines[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void One_world_gives_no_verdict()
    {
        var lines = Lines(("mine", [100]), ("other", [250]), ("third", [40]));
        Assert.Equal("One world gives no interval and no verdict against mine: in it other scored $150 more; third scored $60 less.", Assert.Single(lines).Text);
    }

    [Fact]
    public void A_reference_alone_is_not_compared()
    {
        Assert.Equal("Only mine was played, so there is nothing to compare: its mean score is $500 (32 worlds, 95 % interval $496 to $504).", Assert.Single(Lines(("mine", Scene.Scores(500, 10, Enough)))).Text);
        Assert.Equal("Only mine was played, so there is nothing to compare: its mean score is $500 (1 world; one world gives no interval).", Assert.Single(Lines(("mine", [500]))).Text);
    }

    [Fact]
    public void Losers_insolvents_and_those_that_did_not_beat_doing_nothing_are_named()
    {
        var lines = Lines(("mine", Scene.Scores(-50_000, 100, Enough)), ("do-nothing", Scene.Scores(-480, 0, Enough)), ("even", Scene.Scores(-470, 200, Enough)), ("good", Scene.Scores(900, 100, Enough)));
        Assert.Equal("Lost money on average: mine (-$50,000; in 32 of 32 worlds); do-nothing (-$480; in 32 of 32 worlds); even (-$470; in 32 of 32 worlds).", lines[^3].Text);
        Assert.Equal("Insolvent or in debt at the end: mine in 32 of 32 worlds.", lines[^2].Text);
        Assert.Equal("Did not beat do-nothing: mine (-$49,520 a world, 95 % interval -$49,557 to -$49,483); even (+$10 a world, 95 % interval -$63 to +$83 does not lie above zero).", lines[^1].Text);
        Assert.DoesNotContain("good", lines[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Doing_nothing_is_not_named_twice_when_it_is_the_reference()
    {
        var lines = Verdict.Of(Scene.Of("do-nothing", ("do-nothing", Scene.Scores(-480, 0, Enough)), ("bad", Scene.Scores(-900, 10, Enough))));
        Assert.Equal("bad is worse than do-nothing by $420 a world (95 % interval $416 to $424, 32 worlds).", lines[0].Text);
        Assert.DoesNotContain(lines, line => line.Text.StartsWith("Did not beat", StringComparison.Ordinal));
    }

    [Fact]
    public void Failed_episodes_are_counted_apart()
    {
        (EpisodeKey, string)[] failed = [(new("mine", "scene", 0), "no key"), (new("other", "scene", 3), "no key")];
        var lines = Verdict.Of(Scene.Of("scene", "mine", failed, ("mine", Scene.Scores(0, 0, 40)), ("other", Scene.Scores(100, 10, 40))));
        Assert.Contains("38 worlds", lines[0].Text, StringComparison.Ordinal);
        Assert.Equal("2 episodes could not be played and are in no figure: mine in 1 world; other in 1 world. Agents are compared in the worlds that both finished.", lines[^1].Text);
    }

    [Fact]
    public void Without_a_finished_episode_of_the_reference_nothing_is_compared()
    {
        (EpisodeKey, string)[] failed = [(new("mine", "scene", 0), "no key")];
        Assert.Equal("No episode was finished: there is nothing to say.", Verdict.Of(Scene.Of("scene", "mine", failed, ("mine", [0])))[0].Text);
        var other = Scene.Episode("other", 0, 10);
        var rows = new[] { AgentSummary.Of([other], [other], isReference: true)! };
        var results = new ScenarioResults(new FirstYear().Define(new(0)), rows, [other], "mine") { Trajectory = _ => Scene.DaysOf(other) };
        Assert.Equal("Nothing is compared: no agent finished a world that mine finished too.", Verdict.Of(results)[0].Text);
    }

    private static IReadOnlyList<VerdictLine> Lines(params (string Agent, double[] Scores)[] agents) => Verdict.Of(Scene.Of("mine", agents));

    private static string Only(VerdictTone tone, params (string Agent, double[] Scores)[] agents) => Assert.Single(Lines(agents), line => line.Tone == tone).Text;
}
