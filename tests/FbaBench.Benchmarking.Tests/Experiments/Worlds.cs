namespace FbaBench.Tests.Experiments;

/// <summary>The first year cut to twenty days.</summary>
internal sealed class Brief(string name = "brief") : IScenario
{
    public string Name => name;

    public decimal Cash { get; init; } = 40_000;

    /// <summary>World seeds that have no definition.</summary>
    public ISet<ulong> Broken { get; init; } = new HashSet<ulong>();

    public WorldDefinition Define(WorldSeed world) => Broken.Contains(world.Value)
        ? throw new InvalidDataException($"no data for {world}")
        : new FirstYear().Define(world) with { Name = Name, Days = 20, Cash = Money.Dollars(Cash) };
}

/// <summary>An experiment's folder that goes away with its test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "experiments", Guid.NewGuid().ToString("N"));

    public string Runs => In("runs");

    public string[] Records => [.. Directory.GetFiles(Runs, "*.episode.jsonl").Order(StringComparer.Ordinal)];

    public string In(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    public byte[] Results() => File.ReadAllBytes(In("results.json"));

    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}

/// <summary>An agent that counts how often one was made.</summary>
internal sealed class Counted
{
    private int _made;

    public int Made => _made;

    public IAgent Make()
    {
        Interlocked.Increment(ref _made);
        return new GreedyRepricer();
    }
}

/// <summary>Collects progress.</summary>
internal sealed class Collected : IProgress<BenchmarkProgress>
{
    public List<BenchmarkProgress> All { get; } = [];

    public void Report(BenchmarkProgress value) => All.Add(value);
}
