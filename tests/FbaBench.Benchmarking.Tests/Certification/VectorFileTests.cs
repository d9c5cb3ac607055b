using System.Text.Json;

namespace FbaBench.Tests.Certify;

public sealed class VectorFileTests
{
    private const string Grid = """{"first":1.427721234131909,"step":0.038747507913183155,"pure_nash_indices":[[1,1],[2,2]]}""";

    [Theory]
    [InlineData("""{"isoelastic":[{"elasticity":3,"unit_cost":6,"fulfilment":3.5,"referral":0.15,"p":16.764705882353}],"isoelastic":[]}""")]
    [InlineData("""{"isoelastic":[{"elasticity":3,"elasticity":2}]}""")]
    [InlineData("""{"isoelastic":[""")]
    [InlineData("[]")]
    [InlineData("")]
    public void Files_that_are_no_object_of_unique_names_are_refused(string json) =>
        Assert.ThrowsAny<JsonException>(() => Certification.Check(json));

    /// <summary>Every case is one failed line that names the place and what is wrong.</summary>
    [Theory]
    [InlineData("""{"magic":[1]}""", "magic", "'magic' is of an unknown kind; known are calvano_symmetric")]
    [InlineData("""{"base_stock_backorder":[{}]}""", "base_stock_backorder[0]", "h is missing")]
    [InlineData("""{"base_stock_backorder":[{"h":1,"p":9,"mu":5,"L":61,"S":8,"cost":4}]}""", "base_stock_backorder[0]", "L is 61; allowed is 0 to 60")]
    [InlineData("""{"miller_n":[]}""", "miller_n", "no entries")]
    [InlineData("""{"zheng_federgruen_K64":[{}]}""", "zheng_federgruen_K64[0]", "another form than zheng_federgruen_K64_h1_p9_L0")]
    [InlineData("""{"zheng_federgruen_K0_h1_p9_L0":[{}]}""", "zheng_federgruen_K0_h1_p9_L0[0]", "K is 0; allowed is")]
    [InlineData("""{"lost_sales_normal5_h1":{}}""", "lost_sales_normal5_h1", "another form than lost_sales_poisson5_h1")]
    [InlineData("""{"lost_sales_poisson5_h1":{}}""", "lost_sales_poisson5_h1", "no costs")]
    [InlineData("""{"lost_sales_poisson5_h1":{"four":[4]}}""", "lost_sales_poisson5_h1", "p is 'four'; allowed is a number")]
    [InlineData("""{"wagner_whitin":[{"K":1,"h":1,"d":[1,2],"cost":1,"Q":[3]}]}""", "wagner_whitin[0]", "d has 2 periods and Q 1")]
    [InlineData("""{"bullwhip_moving_average":[{"L":0,"p":5,"rho":0,"ratio":1}]}""", "bullwhip_moving_average[0]", "L is 0; allowed is 1 to 40")]
    [InlineData("""{"bullwhip_exponential_smoothing":[{"L":1,"alpha":2,"rho":0,"ratio":1}]}""", "bullwhip_exponential_smoothing[0]", "alpha is 2; allowed is")]
    [InlineData("""{"beer_game":[{"forced_start_weeks":4,"stage_costs":[1,2]}]}""", "beer_game[0]", "stage_costs has 2 numbers; the game has 4 stages")]
    [InlineData("""{"beer_game":[{"forced_start_weeks":4,"stage_costs":[46,50,54,54],"trajectory":"weeks.json"}]}""", "beer_game[0]", "names the file 'weeks.json', which is not there")]
    [InlineData("""{"normal_mixture_cs_rho0.3":{}}""", "normal_mixture_cs_rho0.3", "another form than normal_mixture_cs_rho0.3_alpha0.05")]
    [InlineData("""{"normal_mixture_cs_rho0.3_alpha0.05":{"many":1}}""", "normal_mixture_cs_rho0.3_alpha0.05", "'many' is no number of observations")]
    [InlineData("""{"tau_x":{"trials":2,"successes":[1,3]}}""", "tau_x", "successes is 3; allowed is 0 to 2")]
    [InlineData("""{"tau_x":{"trials":2,"successes":[1,2],"pass_hat":{"3":1}}}""", "tau_x", "'3' is no number of trials from 1 to 2")]
    [InlineData("""{"gsp_quality_weighted":[]}""", "gsp_quality_weighted", "The section has no entries")]
    [InlineData("""{"gsp":[{"clicks":[2,1],"values":[3,2]}]}""", "gsp[0]", "nothing to compare")]
    [InlineData("""{"second_price_reserve_half_uniform":{"two":0.4}}""", "second_price_reserve_half_uniform", "is no number of bidders")]
    [InlineData("""{"isoelastic":[]}""", "isoelastic", "no entries")]
    [InlineData("""{"isoelastic":7}""", "isoelastic", "The entry is not an object")]
    [InlineData("""{"isoelastic":[7]}""", "isoelastic[0]", "The entry is not an object")]
    [InlineData("""{"isoelastic":[{"unit_cost":6,"fulfilment":3.5,"referral":0.15,"p":16}]}""", "isoelastic[0]", "elasticity is missing")]
    [InlineData("""{"isoelastic":[{"elasticity":"3","unit_cost":6,"fulfilment":3.5,"referral":0.15,"p":16}]}""", "isoelastic[0]", "elasticity is not a number")]
    [InlineData("""{"isoelastic":[{"elasticity":0.9,"unit_cost":6,"fulfilment":3.5,"referral":0.15,"p":16}]}""", "isoelastic[0]", "elasticity is 0.9; allowed is 1.01 to 100")]
    [InlineData("""{"isoelastic":[{"elasticity":3,"unit_cost":6,"fulfilment":3.5,"referral":0.15,"p":16,"profit":9}]}""", "isoelastic[0]", "profit is not a field of this kind")]
    [InlineData("""{"isoelastic":[{"elasticity":3,"unit_cost":0,"fulfilment":0,"referral":0.15,"p":16}]}""", "isoelastic[0]", "both 0")]
    [InlineData("""{"calvano_symmetric":[{"n":2.5,"pN":1,"qN":1,"piN":1,"pM":1,"qM":1,"piM":1}]}""", "calvano_symmetric[0]", "n is not a whole number")]
    [InlineData("""{"calvano_symmetric":[{"n":65,"pN":1,"qN":1,"piN":1,"pM":1,"qM":1,"piM":1}]}""", "calvano_symmetric[0]", "n is 65; allowed is 1 to 64")]
    [InlineData("""{"logit_asymmetric":[{"a":[2,2],"c":[1],"mu":0.25,"a0":0,"p":[1,1]}]}""", "logit_asymmetric[0]", "c has 1 numbers and a has 2")]
    [InlineData("""{"logit_asymmetric":[{"a":[2,-9],"c":[1,1],"mu":0.25,"a0":0,"p":[1,1]}]}""", "logit_asymmetric[0]", "less than whole units can show")]
    [InlineData("""{"logit_asymmetric":[{"a":[],"c":[],"mu":0.25,"a0":0,"p":[]}]}""", "logit_asymmetric[0]", "a is not a list of at least one number")]
    [InlineData("""{"calvano_grid":{"first":1.4,"step":0.04,"pure_nash_indices":[[1]]}}""", "calvano_grid", "pairs of positions")]
    [InlineData("""{"calvano_grid":{"first":1.4,"step":0.04,"pure_nash_indices":[[1,15]]}}""", "calvano_grid", "pairs of positions")]
    [InlineData("""{"calvano_grid":{"first":1.4,"step":0.04,"pure_nash_indices":[1]}}""", "calvano_grid", "a list of lists of whole numbers")]
    [InlineData("""{"newsvendor":[{"dist":"gamma","h":1,"p":2,"mu":3,"S":1,"cost":1}]}""", "newsvendor[0]", "dist is 'gamma'; known are normal, poisson")]
    [InlineData("""{"newsvendor":[{"dist":"poisson","h":1,"p":2,"mu":3,"sigma":1,"S":1,"cost":1}]}""", "newsvendor[0]", "sigma is not a field of this kind")]
    [InlineData("""{"newsvendor":[{"dist":"poisson","h":0,"p":2,"mu":3,"S":1,"cost":1}]}""", "newsvendor[0]", "h is 0; allowed is")]
    [InlineData("""{"random_known_answers":{}}""", "random_known_answers", "no known answers")]
    [InlineData("""{"random_known_answers":{"threefry":{}}}""", "random_known_answers.threefry.draws", "'threefry' is unknown")]
    [InlineData("""{"random_known_answers":{"philox4x32_10":{"e_digits":"0"}}}""", "random_known_answers.e_digits.draws", "'e_digits' is unknown")]
    [InlineData("""{"t_975":{"half":1}}""", "t_975", "'half' is no number of degrees of freedom")]
    [InlineData("""{"t_975":{}}""", "t_975", "no quantiles")]
    [InlineData("""{"wilson95":[{"k":4,"n":3,"ci":[0,1]}]}""", "wilson95[0]", "k is 4; allowed is 0 to 3")]
    [InlineData("""{"clopper_pearson95":[{"k":1,"n":3,"ci":[0]}]}""", "clopper_pearson95[0]", "ci is not a list of two numbers")]
    [InlineData("""{}""", "vectors", "no sections")]
    [InlineData("""{"some_note":"prose"}""", "vectors", "no sections")]
    public void What_cannot_be_read_or_run_is_a_failed_line_that_names_it(string json, string id, string note)
    {
        var line = Assert.Single(Certification.Check(json), line => !line.Pass);
        Assert.Equal(id, line.Id);
        Assert.Contains(note, line.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Kinds_restrict_and_a_missing_section_fails()
    {
        var json = $$"""{"calvano_grid":{{Grid}},"magic":[1],"a_note":"prose"}""";
        Assert.All(Certification.Check(json, ["calvano_grid"]), line => Assert.True(line.Pass, line.Note));
        Assert.Contains("no section 'newsvendor'", Assert.Single(Certification.Check(json, ["newsvendor"])).Note, StringComparison.Ordinal);
        Assert.False(Assert.Single(Certification.Check(json, ["magic"])).Pass);
        Assert.Contains("'magik' is no kind; known are", Assert.Throws<ArgumentException>(() => Certification.Check(json, ["magik"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_vectors_that_come_along_cover_every_kind()
    {
        using var document = JsonDocument.Parse(Certification.BuiltInVectors);
        var sections = document.RootElement.EnumerateObject().Select(section => section.Name).Where(name => !name.EndsWith("_note", StringComparison.Ordinal));
        string[] kinds = [.. sections.Select(section => Certification.Kinds.Single(kind => kind.EndsWith('*') ? section.StartsWith(kind[..^1], StringComparison.Ordinal) : kind == section))];
        Assert.Equal(Certification.Kinds.Order(StringComparer.Ordinal), kinds.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_line_as_json_holds_the_names_of_every_check_line()
    {
        var line = Certification.Check($$"""{"calvano_grid":{{Grid}}}""")[0];
        using var document = JsonDocument.Parse(line.ToJson());
        var names = document.RootElement.EnumerateObject().Select(field => field.Name).ToHashSet();
        Assert.Superset(new HashSet<string>(["id", "value", "low", "high", "pass", "unit", "note"]), names);
        Assert.DoesNotContain('\n', line.ToJson());
    }

    [Fact]
    public void A_stopped_certification_throws()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => Certification.Check(Certification.BuiltInVectors, cancellationToken: stop.Token));
    }
}
