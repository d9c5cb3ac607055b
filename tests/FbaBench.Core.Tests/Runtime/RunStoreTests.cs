using Microsoft.Extensions.DependencyInjection;

namespace FbaBench.Tests.Runtime;

public sealed class RunStoreTests : IDisposable
{
    private readonly string _folder = Path.Combine(AppContext.BaseDirectory, "stores", Guid.NewGuid().ToString("N"));

    public static TheoryData<bool> Kinds => [true, false];

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_log_written_through_a_store_reads_back_and_resumes(bool file)
    {
        var store = Create(file);
        Assert.Null(await store.OpenLogAsync("run-1", write: false));
        await using (var session = Sessions.Mugs(10, options: new SessionOptions { Log = await store.CreateLogAsync("run-1") }).Seat(new(0), Sessions.Trader()))
        {
            await session.PlayAsync(4);
        }

        await using (var resumed = await SimulationSession.ResumeAsync((await store.OpenLogAsync("run-1", write: true))!, new Dictionary<Seat, IAgent> { [new(0)] = Sessions.Trader() }))
        {
            await resumed.PlayAsync();
        }

        using var reader = RunLogReader.Open((await store.OpenLogAsync("run-1", write: false))!);
        Assert.True(reader.IsSealed);
        reader.Replay();
        Assert.Equal(["run-1"], await store.ListAsync());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Documents_are_kept_by_run_and_name(bool file)
    {
        var store = Create(file);
        Assert.Null(await store.GetDocumentAsync("b", "result"));
        await store.PutDocumentAsync("b", "result", "{}"u8.ToArray());
        await store.PutDocumentAsync("b", "result", "{\"a\":1}"u8.ToArray());
        await store.PutDocumentAsync("a", "metrics", "[]"u8.ToArray());
        Assert.Equal("{\"a\":1}"u8.ToArray(), await store.GetDocumentAsync("b", "result"));
        Assert.Equal(["a", "b"], await store.ListAsync());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_second_log_of_a_run_is_refused(bool file)
    {
        var store = Create(file);
        await using (await store.CreateLogAsync("run"))
        {
        }

        await Assert.ThrowsAnyAsync<IOException>(async () => await store.CreateLogAsync("run"));
    }

    [Theory]
    [InlineData("../run")]
    [InlineData("a/b")]
    [InlineData("..")]
    [InlineData("Run")]
    [InlineData("")]
    public async Task A_name_that_is_none_is_refused(string name)
    {
        foreach (var file in (bool[])[true, false])
        {
            var store = Create(file);
            await Assert.ThrowsAsync<ArgumentException>(async () => await store.CreateLogAsync(name));
            await Assert.ThrowsAsync<ArgumentException>(async () => await store.PutDocumentAsync("run", name, default));
        }
    }

    private IRunStore Create(bool file) => file ? new FileRunStore(_folder) : new MemoryRunStore();
}

public sealed class HostingTests
{
    [Fact]
    public void Agents_and_scenarios_are_found_by_name_and_agents_are_fresh()
    {
        var services = new ServiceCollection();
        services.AddFbaBenchCore().AddAgent("mine", _ => Sessions.Trader()).AddScenario<TwoMugs>();
        services.AddFbaBenchCore();
        using var provider = services.BuildServiceProvider();
        var catalog = provider.GetRequiredService<FbaBenchCatalog>();
        Assert.Equal(["mine"], catalog.Agents);
        Assert.Equal(["two-mugs"], catalog.Scenarios);
        Assert.NotSame(catalog.CreateAgent("mine"), catalog.CreateAgent("mine"));
        Assert.Equal("two-mugs", catalog.Scenario("two-mugs").Name);
        Assert.IsType<MemoryRunStore>(provider.GetRequiredService<IRunStore>());
    }

    [Fact]
    public void An_unknown_or_repeated_name_says_what_is_registered()
    {
        var services = new ServiceCollection();
        var builder = services.AddFbaBenchCore().AddAgent("mine", _ => Sessions.Trader());
        Assert.Contains("'mine' is taken", Assert.Throws<ArgumentException>(() => builder.AddAgent("mine", _ => Sessions.Trader())).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => builder.AddAgent("Mine!", _ => Sessions.Trader()));
        using var provider = services.BuildServiceProvider();
        var catalog = provider.GetRequiredService<FbaBenchCatalog>();
        Assert.Contains("registered are: mine", Assert.Throws<ArgumentException>(() => catalog.CreateAgent("yours")).Message, StringComparison.Ordinal);
        Assert.Contains("AddScenario", Assert.Throws<ArgumentException>(() => catalog.Scenario("none")).Message, StringComparison.Ordinal);
    }

    private sealed class TwoMugs : IScenario
    {
        public string Name => "two-mugs";

        public WorldDefinition Define(WorldSeed world) => TestWorlds.Mugs() with { Name = Name };
    }
}
