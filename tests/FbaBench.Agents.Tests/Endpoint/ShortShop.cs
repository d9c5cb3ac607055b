namespace FbaBench.Agents.Tests.Endpoint;

/// <summary>A shipped scenario cut to some days.</summary>
internal sealed class ShortShop(string name, int days) : IScenario
{
    public string Name => "short";

    public WorldDefinition Define(WorldSeed world) => ShippedScenarios.Find(name).Define(world) with { Name = Name, Days = days };
}

/// <summary>A folder that goes away with its test.</summary>
internal sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("fbabench-endpoint").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
