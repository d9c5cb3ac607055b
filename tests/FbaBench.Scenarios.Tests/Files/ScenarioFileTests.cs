namespace FbaBench.Tests.Files;

/// <summary>What a scenario file can say, and that it means what it says.</summary>
public sealed class ScenarioFileTests : IDisposable
{
    private readonly FileFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_without_base_says_everything()
    {
        var world = Load(FileFolder.Mugs).Define(new WorldSeed(3));
        Assert.Equal(("mugs-only", new SimDate(2025, 1, 15), 90, Money.Dollars(20_000)), (world.Name, world.Start, world.Days, world.Cash));
        var niche = Assert.Single(world.Niches);
        Assert.Equal((400.0, -1.9), (niche.SessionsPerDay, niche.OwnPriceElasticity));
        var mug = Assert.Single(niche.Products);
        Assert.Equal((Money.Dollars(18.99m), new Dimensions(6, 5, 4), 200), (mug.ReferencePrice, mug.Size, mug.OpeningStock));
        Assert.Equal([new PriceStep(300, Money.Dollars(3.20m)), new PriceStep(600, Money.Dollars(3m))], Assert.Single(mug.Suppliers).Ladder);
        Assert.Equal([RivalPolicy.Follow, RivalPolicy.Hold, RivalPolicy.Follow, RivalPolicy.Follow], niche.Rivals.Select(rival => rival.Policy));
    }

    [Fact]
    public void A_base_is_taken_over_world_by_world()
    {
        var file = Load("name: mine\nbase: first-year\n");
        for (ulong seed = 0; seed < 5; seed++)
        {
            Assert.Equal(
                DefinitionJson.Write(new FirstYear().Define(new WorldSeed(seed)) with { Name = "mine" }),
                DefinitionJson.Write(file.Define(new WorldSeed(seed))));
        }
    }

    [Fact]
    public void Keys_go_over_keys_names_over_names_and_each_over_all()
    {
        var seed = new WorldSeed(8);
        var shipped = new FirstYear().Define(seed);
        var world = Load("""
            name: changed
            base: first-year
            cash: 1234.5
            account: { reserveDays: 9 }
            accountOpened: 2024-01-15
            market:
              reviews: { rate: { times: 2 } }
            niches:
              each:
                sessionsPerDay: { times: 1.5 }
                rivals:
                  each: { ceiling: { times: 0.9 } }
                  rival-2: { policy: hold, appeal: 2 }
                  rival-3: null
                  newcomer: { ceiling: 19.99, policy: follow }
              yoga-gear: null
              travel-mugs: { ownPriceElasticity: -2 }
            """).Define(seed);
        Assert.Equal(Money.Dollars(1234.5m), world.Cash);
        Assert.Equal((9, shipped.Account.PayoutEveryDays, shipped.Account.StorageLimitMonths), (world.Account.ReserveDays, world.Account.PayoutEveryDays, world.Account.StorageLimitMonths));
        Assert.Equal(shipped.Market.Reviews.Rate * 2, world.Market.Reviews.Rate, 12);
        Assert.Equal(shipped.Niches.Count - 1, world.Niches.Count);
        foreach (var niche in world.Niches)
        {
            var before = shipped.Niches.Single(one => one.Name == niche.Name);
            Assert.Equal(before.SessionsPerDay * 1.5, niche.SessionsPerDay, 9);
            Assert.Equal(niche.Name == "travel-mugs" ? -2 : before.OwnPriceElasticity, niche.OwnPriceElasticity);
            Assert.Equal(before.Products.Select(product => product.Name), niche.Products.Select(product => product.Name));
            Assert.Equal(["rival-1", "rival-2", "rival-4", "rival-5", "newcomer"], niche.Rivals.Select(rival => rival.Name));
            Assert.Equal(new Money((long)decimal.Round(before.Rivals[0].Ceiling.Cents * 0.9m)), niche.Rivals[0].Ceiling);
            Assert.Equal((RivalPolicy.Hold, 2.0), (niche.Rivals[1].Policy, niche.Rivals[1].Appeal));
        }
    }

    [Fact]
    public void A_thing_can_be_like_another_of_its_list()
    {
        var mugs = Load("name: mine\nbase: first-year\nniches:\n  each:\n    products:\n      each:\n        suppliers:\n          vietnam: { like: factory, origin: vietnam, ladder: { each: { unitPrice: { times: 2 } } } }\n").Define(new(5));
        foreach (var product in mugs.Niches.SelectMany(niche => niche.Products))
        {
            var (factory, added) = (product.Suppliers[0], product.Suppliers[3]);
            Assert.Equal(("vietnam", "vietnam", factory.UnitsPerDay, factory.Routes.Count), (added.Name, added.Origin, added.UnitsPerDay, added.Routes.Count));
            Assert.Equal(factory.Ladder.Select(step => new PriceStep(step.Units, step.UnitPrice * 2)), added.Ladder);
            Assert.Equal("china", factory.Origin);
        }

        var error = Assert.Throws<ScenarioFileException>(() => Load("name: mine\nbase: first-year\nniches:\n  travel-mugs:\n    rivals:\n      added: { like: nobody }\n"));
        Assert.Equal((6, "there is no 'nobody' here that 'added' could be like; there are rival-1, rival-2, rival-3, rival-4, rival-5."), (error.Line, error.Problem));
    }

    [Fact]
    public void Includes_come_before_the_file_and_what_is_set_comes_last()
    {
        _folder.Write("terms.yaml", "cash: 1000\ndays: 100\nseats: 2\n");
        _folder.Write("more.yaml", "days: 110\n");
        var path = _folder.Write("main.yaml", "name: mine\nbase: gift-shop\ninclude: [terms.yaml, more.yaml]\nseats: 3\n");
        var world = ScenarioFile.Load(path, new() { Set = ["limits.lotsPerOffer=20", "niches.each.sessionsPerDay.times=2"] }).Define(default);
        Assert.Equal((Money.Dollars(1000), 110, 3, 20), (world.Cash, world.Days, world.Seats, world.Limits.LotsPerOffer));
        Assert.Equal(new GiftShop().Define(default).Niches[0].SessionsPerDay * 2, world.Niches[0].SessionsPerDay, 9);
    }

    [Fact]
    public void A_file_can_be_the_base_of_a_file_in_another_folder()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "inner"));
        _folder.Write("inner/terms.yaml", "days: 33\n");
        _folder.Write("inner/first.yaml", "name: first\nbase: gift-shop\ninclude: terms.yaml\ncash: 5\n");
        var world = ScenarioFile.Load(_folder.Write("second.yaml", "name: second\nbase: inner/first.yaml\nseats: 2\n")).Define(default);
        Assert.Equal(("second", 33, Money.Dollars(5), 2), (world.Name, world.Days, world.Cash, world.Seats));
    }

    [Fact]
    public void The_environment_fills_in_values_or_their_defaults()
    {
        var path = _folder.Write("main.yaml", "name: mine\nbase: gift-shop\ndays: ${DAYS}\ncash: ${CASH:-77.5}\nsources: 'of ${WHO:-nobody} and ${DAYS}'\n");
        var world = ScenarioFile.Load(path, new() { Environment = name => name == "DAYS" ? "45" : null }).Define(default);
        Assert.Equal((45, Money.Dollars(77.5m), "of nobody and 45"), (world.Days, world.Cash, world.Sources));
        var error = Assert.Throws<ScenarioFileException>(() => ScenarioFile.Load(path));
        Assert.Equal((3, "the environment has no DAYS; set it, or write ${DAYS:-default}."), (error.Line, error.Problem));
    }

    [Fact]
    public void Draws_differ_between_worlds_and_not_between_runs()
    {
        var file = Load(FileFolder.Mugs
            .Replace("sessionsPerDay: 400", "sessionsPerDay: { draw: logNormal, median: 400, sd: 0.25 }", StringComparison.Ordinal)
            .Replace("ownPriceElasticity: -1.9", "ownPriceElasticity: { draw: normal, mean: -2.6, sd: 0.8, low: -4.5, high: -1.2 }", StringComparison.Ordinal)
            .Replace("openingStock: 200", "openingStock: { draw: uniform, low: 100, high: 300 }", StringComparison.Ordinal)
            .Replace("cash: 20000", "cash: { draw: uniform, low: 10000, high: 30000, key: money }", StringComparison.Ordinal));
        var worlds = Enumerable.Range(0, 2_000).Select(seed => file.Define(new WorldSeed((ulong)seed))).ToArray();
        Assert.Equal(worlds[17].Niches[0].SessionsPerDay, file.Define(new WorldSeed(17)).Niches[0].SessionsPerDay);

        var sessions = worlds.Select(world => Math.Log(world.Niches[0].SessionsPerDay)).ToArray();
        Assert.InRange(sessions.Average(), Math.Log(400) - 0.02, Math.Log(400) + 0.02);
        Assert.InRange(Math.Sqrt(sessions.Average(value => Math.Pow(value - sessions.Average(), 2))), 0.235, 0.265);
        Assert.InRange(worlds.Average(world => world.Niches[0].OwnPriceElasticity), -2.7, -2.5);
        Assert.All(worlds, world => Assert.InRange(world.Niches[0].OwnPriceElasticity, -4.5, -1.2));
        Assert.All(worlds, world => Assert.InRange(world.Niches[0].Products[0].OpeningStock, 100, 300));
        Assert.InRange(worlds.Average(world => world.Niches[0].Products[0].OpeningStock), 195, 205);
        Assert.InRange(worlds.Average(world => (double)world.Cash.Cents), 1_950_000, 2_050_000);
    }

    [Fact]
    public void Draws_of_one_key_are_one_draw_and_changes_of_a_draw_hold_in_every_world()
    {
        _folder.Write("drawn.yaml", FileFolder.Mugs
            .Replace("sessionsPerDay: 400", "sessionsPerDay: { draw: uniform, low: 100, high: 900, key: level }", StringComparison.Ordinal)
            .Replace("openingStock: 200", "openingStock: { draw: uniform, low: 1000, high: 9000, key: level }", StringComparison.Ordinal));
        var drawn = ScenarioFile.Load(Path.Combine(_folder.Path, "drawn.yaml"));
        var changed = Load("name: changed\nbase: drawn.yaml\nniches: { mugs: { sessionsPerDay: { times: 2, plus: 10 } } }\n");
        for (ulong seed = 0; seed < 20; seed++)
        {
            var (before, after) = (drawn.Define(new(seed)).Niches[0], changed.Define(new(seed)).Niches[0]);
            Assert.InRange(before.Products[0].OpeningStock - (10 * before.SessionsPerDay), -0.6, 0.6);
            Assert.Equal((before.SessionsPerDay * 2) + 10, after.SessionsPerDay, 4);
        }
    }

    [Fact]
    public void What_is_shown_is_a_file_that_means_the_same()
    {
        foreach (var scenario in new[] { Load(FileFolder.Mugs), Load("name: mine\nbase: gift-shop\ncash: 7\n"), ScenarioFile.Over(new FirstYear(), new() { Set = ["days=30"] }) })
        {
            var shown = Load(scenario.ToYaml());
            Assert.Equal(DefinitionJson.Write(scenario.Define(default)), DefinitionJson.Write(shown.Define(default)));
        }
    }

    [Fact]
    public void Equal_scenarios_have_equal_digests_however_they_are_written()
    {
        var inline = Load("name: mine\nbase: gift-shop\ncash: 7\n");
        _folder.Write("cash.yaml", "cash: 7.00 # dollars\n");
        Assert.Equal(ScenarioDigest.Of(inline), ScenarioDigest.Of(Load("base: gift-shop\ninclude: cash.yaml\n\"name\": 'mine'\nschema: 1\nabout: nothing\n")));
        Assert.NotEqual(ScenarioDigest.Of(inline), ScenarioDigest.Of(Load("name: mine\nbase: gift-shop\ncash: 7.01\n")));

        // What differs in some worlds only.
        Assert.NotEqual(ScenarioDigest.Of(inline), ScenarioDigest.Of(Load("name: mine\nbase: gift-shop\ncash: { draw: uniform, low: 6, high: 8 }\n")));
    }

    private ScenarioFile Load(string text) => ScenarioFile.Load(_folder.Write("scenario.yaml", text));
}
