using FbaBench.Benchmarks;
using FbaBench.Kernel;
using FbaBench.World;

namespace FbaBench.Tests.Comparators;

/// <summary>A version that plays nothing.</summary>
internal sealed class IdlePhases : IHotPhases
{
    public string Name => "idle";

    public IReadOnlyList<Transfer> Transfers => [];

    public IReadOnlyList<SimEvent> Events => [];

    public void Load(DayContext day)
    {
    }

    public void Run()
    {
    }

    public void Store(WorldState into)
    {
    }

    public double OrganicShare(int row) => 1;
}
