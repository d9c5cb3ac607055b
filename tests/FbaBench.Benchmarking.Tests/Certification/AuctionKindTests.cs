namespace FbaBench.Tests.Certify;

public sealed class AuctionKindTests
{
    [Fact]
    public void Position_auctions_come_out_and_a_wrong_figure_fails()
    {
        const string right = """{"gsp":[{"clicks":[200,100],"values":[10,4,2],"truthful_gsp_totals":[800,200],"vcg_totals":[600,200]},{"clicks":[200,199],"values":[10,4,2],"bids":[3,4,2],"payoff_of_first":1592}],"gsp_quality_weighted":[{"bids":[1,2,0.5],"quality":[0.2,0.08,0.3],"order":[1,2,3],"cpc":[0.8,1.875,0]}]}""";
        Assert.All(Certification.Check(right), line => Assert.True(line.Pass, line.ToJson()));
        foreach (var (from, to) in (ValueTuple<string, string>[])[("800", "816"), ("600", "612"), ("1592", "1560"), ("[0.8,", "[0.816,"), ("[1,2,3]", "[2,1,3]")])
        {
            Assert.Contains(Certification.Check(right.Replace(from, to, StringComparison.Ordinal)), line => !line.Pass);
        }
    }

    /// <summary>The theory at two bidders by hand: 5/12. A figure that is two hundredths off fails by the draws alone.</summary>
    [Fact]
    public void Revenue_with_a_reserve_is_theory_and_a_planted_two_per_cent_fails()
    {
        Assert.Equal(5 / 12.0, AuctionKinds.Revenue(2), 1e-12);
        Assert.Equal(0.25, AuctionKinds.Revenue(1), 1e-12);
        Assert.All(Certification.Check("""{"second_price_reserve_half_uniform":{"2":0.416666667,"7":0.750976563}}"""), line => Assert.True(line.Pass, line.ToJson()));
        var wrong = Certification.Check("""{"second_price_reserve_half_uniform":{"2":0.425}}""");
        Assert.All(wrong, line => Assert.False(line.Pass));
        Assert.Contains(wrong, line => line.StandardError is > 0);
    }
}
