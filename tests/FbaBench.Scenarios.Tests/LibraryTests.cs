using FbaBench.Tests.Files;

namespace FbaBench.Tests;

/// <summary>The shipped library: every scenario makes worlds, says what it is for, and stays what it is.</summary>
public sealed class LibraryTests
{
    public static TheoryData<string, string> Digests => new()
    {
        { "ad-auction", "4a958ce0d128dc33af90847a3ed5bb7f" },
        { "cash-crunch", "7bd7936c1d87ae4165b68d22a9da8106" },
        { "compliance-traps", "932a040a4255d9eecf1e440c7e32224b" },
        { "fee-cliffs", "d16eceae5e21808404544206d779a426" },
        { "first-year", "d2127a832e083fbd28181fd07e509895" },
        { "fraud-and-phishing", "1388595667ed997c7c34327b33c3cbee" },
        { "gift-shop", "2ee74dc82f7380119e39657766a3271e" },
        { "holiday-peak", "31952d335de87c36ae646679fd83a841" },
        { "lab-base-stock", "660cf4fe6730938e355be2d8b42669b7" },
        { "lab-lot-size", "5d26598d9cf0c01dedcfae216ad501c4" },
        { "lab-newsvendor", "a9b7fc466a00de7cac119cf0f4f6ed71" },
        { "lab-price", "cb5db418eb23d7d05d7d70a5c2011f6c" },
        { "lab-supply-chain", "254660f224af456536dfb24e08c160dc" },
        { "price-war", "819dc67eeec40e8a5bdc4db62c49496d" },
        { "shared-listing", "32ef782946efbf19e2bfab5a2b498f31" },
        { "supply-crunch", "6a9726d1e4d3aba039f074ad21e6f5a2" },
        { "supply-network", "8baffed6fc32d9791d7f328101ae27ac" },
        { "tariff-shock", "0471a86c28a0439cf662d2dc92b5cdd5" },
        { "tier-1", "15517ab63c98dc403e21bf0808e8328b" },
        { "tier-2", "73ac947ea8da62f4fedb78124abf3f20" },
        { "tier-3", "a04e1aee1a395ff1f8bd472ff208bc75" },
        { "tier-4", "528d4cb00eac86006d7a57b6c31e407c" },
        { "tier-5", "73e201afd2a5b88e607831c7c10cd491" },
        { "two-sellers", "f4bb802a5434eb267b2976e6cee1085f" },
    };

    public static TheoryData<string> Names => [.. ShippedScenarios.Names];

    /// <summary>A digest that differs is another scenario: results do not compare with earlier ones. Change it on purpose, and say so in the changelog.</summary>
    [Theory]
    [MemberData(nameof(Digests))]
    [Trait("Category", "Golden")]
    public void A_shipped_scenario_is_what_it_was(string name, string digest) => Assert.Equal(digest, ScenarioDigest.Of(ShippedScenarios.Find(name)).ToString());

    [Fact]
    public void Every_shipped_scenario_has_its_digest() => Assert.Equal(ShippedScenarios.Names, Digests.Select(row => (string)row[0]).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void Worlds_of_a_shipped_scenario_can_be_played(string name)
    {
        var scenario = ShippedScenarios.Find(name);
        Assert.Equal(name, scenario.Name);
        for (ulong seed = 0; seed < 12; seed++)
        {
            var world = scenario.Define(new(seed));
            var simulation = Simulation.Create(world, new(seed));
            Assert.Equal((name, name.StartsWith("lab-", StringComparison.Ordinal)), (world.Name, world.Laboratory));
            Assert.NotEmpty(world.Sources);
            simulation.Step([]);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_shipped_file_says_what_it_is_for_and_is_described(string name)
    {
        if (ShippedScenarios.Find(name) is ScenarioFile file)
        {
            Assert.InRange(file.About.Length, 40, 250);
        }

        Assert.Contains($"## {name}\n", File.ReadAllText(Path.Combine(Repository.Root, "docs", "scenarios.md")), StringComparison.Ordinal);
    }

    /// <summary>The cheapest verified supplier, with freight, duty and tariffs of the day, is another one at other times of the year.</summary>
    [Fact]
    public void No_supplier_of_the_supply_network_is_the_cheapest_all_year()
    {
        var simulation = Simulation.Create(ShippedScenarios.Find("supply-network").Define(default), default);
        var days = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var day = 0; day < 365; day++)
        {
            var today = simulation.Observe(new(0));
            foreach (var offer in today.Offers)
            {
                Assert.Equal(5, offer.Quotes.Count);
                var cheapest = offer.Quotes.Where(quote => quote.IsVerified).MinBy(quote => today.LandedCost(offer.Info, quote, quote.MinimumUnits).Cents)!;
                days[cheapest.Name] = days.GetValueOrDefault(cheapest.Name) + 1;
            }

            simulation.Step([]);
        }

        Assert.Equal(["factory", "near-shore", "vietnam"], days.Keys.Order(StringComparer.Ordinal));
        Assert.All(days, supplier => Assert.InRange(supplier.Value / (12 * 365.0), 0.1, 0.6));
    }

    /// <summary>Digests of shipped names and of what stands in the embedded file are one: nothing is taken from the disk.</summary>
    [Fact]
    public void A_library_file_shown_and_read_again_is_the_same_scenario_in_world_0()
    {
        using var folder = new FileFolder();
        var shown = ScenarioFile.Load(folder.Write("shown.yaml", ((ScenarioFile)ShippedScenarios.Find("price-war")).ToYaml()));
        Assert.Equal(DefinitionJson.Write(ShippedScenarios.Find("price-war").Define(default)), DefinitionJson.Write(shown.Define(default)));
    }
}
