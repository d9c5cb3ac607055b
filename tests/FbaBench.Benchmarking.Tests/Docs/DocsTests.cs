using Microsoft.Extensions.DependencyInjection;

namespace FbaBench.Tests.Docs;

public sealed class DocsTests
{
    public static TheoryData<string> Pages =>
    [
        "README.md",
        .. Directory.GetFiles(Path.Combine(Root(), "docs"), "*.md", SearchOption.AllDirectories)
            .Concat(Directory.GetFiles(Path.Combine(Root(), "src"), "README.md", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Root(), path)),
    ];

    /// <summary>Shown in docs/sessions.md.</summary>
    [Fact]
    public async Task The_walk_through_a_session_runs()
    {
        var sales = 0;
        await using var session = SimulationSession.Start(new TwoMugs(), new WorldSeed(7)).Seat(new Seat(0), new KeepStocked());
        session.Events.Subscribe(batch => sales += batch.Events.ToArray().Count(item => item.Kind == EventKind.Sale));
        while (session.Day < 60)
        {
            await session.PlayDayAsync();
        }

        var quiet = session.Fork();
        while (!quiet.IsOver)
        {
            quiet.Step([new SeatDecision(new Seat(0), Decision.None)]);
        }

        Console.WriteLine(session.Books(new Seat(0)));
        Console.WriteLine($"left alone from day 60 on: {quiet.Gain(new Seat(0))} dollars");
        await session.DisposeAsync();
        Assert.True(sales > 30);
        Assert.Equal(60, session.Day);
    }

    /// <summary>The reader of docs/run-log.md, which knows nothing of the SDK, reads what the SDK wrote and finds a changed byte.</summary>
    [Fact]
    public async Task A_log_can_be_read_from_its_bytes_as_described()
    {
        using var stream = new MemoryStream();
        await using (var session = SimulationSession.Start(new TwoMugs(), new WorldSeed(7), new SessionOptions { Log = stream }).Seat(new Seat(0), new KeepStocked()))
        {
            while (!session.IsOver)
            {
                await session.PlayDayAsync();
            }
        }

        var file = stream.ToArray();
        var entries = RunLogBytes.Unpack(RunLogBytes.Read(file));
        Assert.Equal("SEALED\r\n"u8.ToArray(), file[8..16]);
        Assert.Equal((1, 195, 1), (entries.Count(entry => entry.Kind == 1), entries.Count(entry => entry.Kind == 2), entries.Count(entry => entry.Kind == 3)));
        Assert.StartsWith("{\"schema\":2,", System.Text.Encoding.UTF8.GetString(entries[0].Payload), StringComparison.Ordinal);

        // Day 0 as the page says: day, faults, seats, seat, commands, then SetPrice of the first offer: code, offer, cents.
        var day = entries[1].Payload;
        Assert.Equal([0, 0, 1, 0], Enumerable.Range(0, 4).Select(i => BitConverter.ToInt32(day, 4 * i)));
        Assert.Equal((1, 0, 1350L), (day[20], BitConverter.ToInt32(day, 21), BitConverter.ToInt64(day, 25)));
        file[^100] ^= 1;
        Assert.Throws<InvalidDataException>(() => RunLogBytes.Read(file));
    }

    /// <summary>Shown in docs/logs.md.</summary>
    [Fact]
    public async Task The_fork_of_a_log_shown_runs()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "docs-fork.fbalog");
        await using (var stream = new FileStream(path, FileMode.Create, FileAccess.ReadWrite))
        await using (var session = SimulationSession.Start(new TwoMugs(), new WorldSeed(7), new SessionOptions { Log = stream }))
        {
            while (!session.IsOver)
            {
                await session.PlayDayAsync();
            }
        }

        using var log = RunLogReader.Open(File.OpenRead(path));
        await using var fork = SimulationSession.Start(log, day: 30).Seat(new Seat(0), new BaseStock());
        while (!fork.IsOver)
        {
            await fork.PlayDayAsync();
        }

        var asPlayed = log.Replay();
        foreach (var difference in asPlayed.Differences(fork.Fork(), most: 3))
        {
            Console.WriteLine($"{difference.Column} of {difference.Owner}: {difference.Value}, in the fork {difference.Other}");
        }

        Assert.Equal(3, asPlayed.Differences(fork.Fork(), most: 3).Count);
    }

    /// <summary>Shown in docs/generator.md.</summary>
    [Fact]
    public void The_drawn_worlds_shown_can_be_played()
    {
        var scenario = new GeneratedScenario("hard-margins", WorldFamily.PrivateLabel, new WorldKnobs { Margin = 0.9, Products = 8 });
        Assert.Equal(8, Simulation.Create(scenario.Define(new(1)), new(1)).Observe(new(0)).Offers.Count);
    }

    [Fact]
    public void The_registration_shown_works()
    {
        var services = new ServiceCollection();
        services.AddFbaBenchCore().AddShippedAgents().AddShippedScenarios().AddAgent("mine", _ => new KeepStocked()).AddScenario<TwoMugs>();
        using var provider = services.BuildServiceProvider();
        var catalog = provider.GetRequiredService<FbaBenchCatalog>();
        Assert.Equal(ShippedScenarios.Names.Append("two-mugs").Order(StringComparer.Ordinal), catalog.Scenarios);
        Assert.Equal(["bandit-pricer", "base-stock", "do-nothing", "episodic-memory", "greedy-repricer", "mine", "order-up-to", "random-valid", "tuned-seller"], catalog.Agents);
        var benchmark = Benchmark.Create().Scenario(catalog.Scenario("two-mugs")).Agent("mine", () => catalog.CreateAgent("mine"));
        Assert.NotNull(benchmark);
    }

    [Fact]
    public async Task The_code_of_the_small_package_readmes_runs()
    {
        PackageReadmes.Scenarios();
        await PackageReadmes.AgentsAsync(new FirstYear());
    }

    /// <summary>Every block of C# in the docs stands, line by line, in a source that is compiled: a sample, these tests, or a program that .ci/consumer builds from packages.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public void Code_shown_in_the_docs_is_compiled(string page)
    {
        var sources = Directory.GetFiles(Path.Combine(Root(), "samples"), "*.cs", SearchOption.AllDirectories)
            .Concat(Directory.GetFiles(Path.Combine(Root(), "tests", "Consumer"), "*.cs", SearchOption.AllDirectories))
            .Concat(Directory.GetFiles(Path.Combine(Root(), "tests", "FbaBench.Benchmarking.Tests", "Docs"), "*.cs"))
            .Select(path => Normal(File.ReadAllText(path))).ToArray();
        foreach (var block in Blocks(File.ReadAllText(Path.Combine(Root(), page))))
        {
            Assert.True(sources.Any(source => source.Contains(Normal(block), StringComparison.Ordinal)), $"{page} shows code that is compiled nowhere:\n{block}");
        }
    }

    /// <summary>Links between pages lead somewhere.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_to_files_lead_somewhere(string page)
    {
        var text = File.ReadAllText(Path.Combine(Root(), page));
        foreach (System.Text.RegularExpressions.Match link in System.Text.RegularExpressions.Regex.Matches(text, @"\]\((?!http)([^)#]+)"))
        {
            var target = Path.Combine(Root(), Path.GetDirectoryName(page)!, link.Groups[1].Value);
            Assert.True(Path.Exists(target), $"{page} links to {link.Groups[1].Value}");
        }
    }

    private static IEnumerable<string> Blocks(string text) =>
        text.Split("```csharp\n").Skip(1).Select(rest => rest[..rest.IndexOf("```", StringComparison.Ordinal)]);

    private static string Normal(string text) => string.Join('\n', text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));

    internal static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "FbaBench.Sdk.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The repository's folder was not found above the tests.");
    }
}

/// <summary>As in the quickstart, and stocked without regard for what is still owed.</summary>
sealed class KeepStocked : IAgent
{
    public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
    {
        var commands = new List<Command>();
        foreach (var offer in today.Offers)
        {
            if (today.Day == 0)
            {
                commands.Add(new SetPrice(offer.Id, offer.LandedCost * 3));
            }

            var quote = offer.BestQuote;
            if (offer.DaysOfSupply < quote.LeadTimeDays + 14)
            {
                commands.Add(new PlaceOrder(offer.Id, quote.Supplier, Math.Max(quote.MinimumUnits, offer.UnitsLast30Days * 2)));
            }
        }

        return new(new Decision(commands));
    }
}
