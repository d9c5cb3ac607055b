namespace FbaBench.Tests.Economics;

/// <summary>
/// Searches for free money (docs/evidence/free-money.md): a fifteenth of the episode-days and a few worlds by default; FBABENCH_LONG=1 plays all
/// and writes the tables.
/// </summary>
[Trait("Category", "Long")]
public sealed class FreeMoneyTests
{
    /// <summary>Most that a policy may earn against an honest trade tuned by the same search, without a page that explains it.</summary>
    private const double MostRatio = 1.25;

    public static TheoryData<string> Scenarios => ["first-year", "gift-shop"];

    /// <summary>Of each search; an episode with its run-off has 470.</summary>
    private static int EpisodeDays => LongRun.IsWhole ? 300_000 : 20_000;

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void No_searched_policy_earns_much_more_than_the_tuned_honest_trade(string scenario)
    {
        var search = SearchWorlds.ForSearch(scenario, LongRun.IsWhole ? 8 : 2);
        var tuned = new PolicySearch([search], EpisodeDays, 1, Genes.Trader).Run(SearchMethod.HillClimbing, Genes.OfTrade);
        var report = new FreeMoneyReport(SearchWorlds.ForEvaluation(scenario, LongRun.IsWhole ? 32 : 8), tuned);
        foreach (var method in Enum.GetValues<SearchMethod>())
        {
            report.Add(method, new PolicySearch([search], EpisodeDays, 2, tuned.Genes).Run(method, Genes.All));
        }

        Evidence.Write("free-money-" + scenario, report.ToString(), "md");
        Assert.All(report.Ratios, ratio => Assert.True(ratio.Value <= MostRatio, $"{ratio.Key} earns {ratio.Value:0.00} times the tuned honest trade in {scenario}"));
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Nothing_is_earned_by_doing_nothing_or_the_absurd(string scenario)
    {
        var worlds = SearchWorlds.ForEvaluation(scenario, LongRun.IsWhole ? 32 : 4);
        Assert.All(AbsurdPolicies.All, policy => Assert.All(worlds.Play(policy.Value), score => Assert.True(score <= 0, $"'{policy.Key}' earns {score:0} dollars in {scenario}")));
    }

    /// <summary>Not a cent more or less, whether the refused commands come alone or before commands that sell.</summary>
    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Refused_commands_change_nothing(string scenario)
    {
        var worlds = SearchWorlds.ForEvaluation(scenario, 4);
        Assert.Equal(worlds.Play(AbsurdPolicies.All["nothing"]), worlds.Play(AbsurdPolicies.All["refused commands"]));
        var sold = worlds.Play(() => new SearchedPolicy(Genes.BaseStock));
        Assert.Equal(sold, worlds.Play(() => new AbsurdPolicies.WithRefused(new SearchedPolicy(Genes.BaseStock))));
        Assert.NotEqual(sold, worlds.Play(AbsurdPolicies.All["nothing"]));
    }

    /// <summary>The search's policy without its extras is the shipped agent, to the cent.</summary>
    [Theory]
    [MemberData(nameof(Scenarios))]
    public void The_searched_policy_starts_as_the_shipped_base_stock_agent(string scenario)
    {
        var worlds = SearchWorlds.ForEvaluation(scenario, 2);
        Assert.Equal(worlds.Play(() => new AgentPolicy(new BaseStock())), worlds.Play(() => new SearchedPolicy(Genes.BaseStock)));
    }
}
