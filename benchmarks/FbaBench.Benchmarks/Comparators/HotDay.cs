using FbaBench.Kernel;

namespace FbaBench.Benchmarks;

/// <summary>The kernel's day in three pieces: what comes before the hot phases, these, and what comes after.</summary>
internal sealed class HotDay(Simulation simulation)
{
    private const string FirstHot = "choice";
    private const string LastHot = "returns";
    private static readonly DayPhase[] Phases = DayPhases.InOrder.ToArray();
    private static readonly int First = Array.FindIndex(Phases, phase => phase.Name == FirstHot);
    private static readonly int End = Array.FindIndex(Phases, phase => phase.Name == LastHot) + 1;

    /// <summary>The state and what the day came to so far.</summary>
    public DayContext Context { get; } = new(simulation.State, simulation.Seed, simulation.Rules);

    /// <summary>Goes on from another simulation of the same world and seed; the buffers stay warm.</summary>
    public void BeginAt(Simulation other) => simulation.State.Block.CopyFrom(other.State.Block.Words);

    /// <summary>Plays the day up to the hot phases.</summary>
    public void Open(ReadOnlySpan<SeatDecision> decisions)
    {
        Context.BeginDay();
        Play(Phases.AsSpan(..First), decisions);
    }

    public void Run() => Play(Phases.AsSpan(First..End), []);

    /// <summary>Plays the rest of the day.</summary>
    public void Close() => Play(Phases.AsSpan(End..), []);

    private void Play(ReadOnlySpan<DayPhase> phases, ReadOnlySpan<SeatDecision> decisions)
    {
        foreach (ref readonly var phase in phases)
        {
            phase.Run(Context, decisions);
        }
    }
}
