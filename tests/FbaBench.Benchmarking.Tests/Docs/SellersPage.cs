namespace FbaBench.Tests.Docs;

/// <summary>Shown in docs/learning.md and docs/personas.md, with less training.</summary>
public sealed class SellersPage
{
    [Fact]
    public async Task The_sellers_who_learn_shown_run()
    {
        const int worlds = 2;
        const int tested = 2;
        var evolution = new EvolutionTerms { Candidates = 4, Generations = 1 };
        var path = Path.Combine(AppContext.BaseDirectory, "docs-tuned.json");

        var shop = ShippedScenarios.Find("gift-shop");
        var split = new WorldSplit(1);
        var tuned = await SellerTraining.TuneAsync(shop, RiskParameters.Tunable, Rule, evolution, split, worlds);
        using (var file = File.Create(path))
        {
            tuned.Save(file);
        }

        var test = SplitWorlds.Test(shop, split, tested);
        var before = await test.PlayAsync(() => new BaseStock());
        var after = await test.PlayAsync(() => tuned.Seller(Rule));
        var gain = MeanInterval.Of([.. after.Zip(before, (a, b) => (a - b).Cents / 100.0)]);
        Console.WriteLine($"{gain.Mean:0} dollars a world, from {gain.Low:0} to {gain.High:0}");

        static BaseStock Rule(IReadOnlyList<double> values) => new(RiskParameters.Of(values));

        var memory = await SellerTraining.TrainMemoryAsync(shop, new() { Mode = MemoryMode.Consolidated }, split, worlds);
        var policy = await SellerTraining.TrainBanditAsync(shop, new(), split, worlds);
        Console.WriteLine($"{memory.Episodes.Count} episodes of {memory.DaysLived} days, {policy.TrainedOn.Worlds} worlds");

        Assert.Equal(tested, after.Count);
        Assert.Equal(worlds, policy.TrainedOn.Worlds);
        using var saved = File.OpenRead(path);
        Assert.Equal(tuned.Digest(), TunedParameters.Load(saved).Digest());
    }

    [Fact]
    public async Task The_personas_shown_run()
    {
        const int worlds = 1;
        var folder = Path.Combine(AppContext.BaseDirectory, "docs-personas");

        var careful = Persona.Cautious with { Name = "careful", Risk = Persona.Cautious.Risk with { CashReserve = 0.4 } };
        var report = await Benchmark.Create("personas").Scenario("gift-shop")
            .Agent("balanced", () => new BaseStock())
            .Agent("bold", () => new BaseStock(Persona.Find("bold")))
            .Agent("careful", () => new TunedSeller(careful))
            .Worlds(worlds).Output(folder).Fresh().RunAsync();
        Console.WriteLine(report.ToTable());

        Assert.Equal(3, report.Summaries.Count);
    }
}
