namespace FbaBench.Runtime;

/// <summary>The observations of the current day, each frozen once: agents, collectors and hosts share the block. Live ones, for those who keep nothing, are the simulation's.</summary>
internal sealed class FrozenObservations(int seats, string? canary)
{
    private readonly Observation?[] _bySeat = new Observation?[seats];
    private int _day = -1;

    public Observation Of(Simulation simulation, Seat seat)
    {
        if (_day != simulation.Day)
        {
            Array.Clear(_bySeat);
            _day = simulation.Day;
        }

        return seat.Index >= 0 && seat.Index < _bySeat.Length
            ? _bySeat[seat.Index] ??= Marked(simulation.Observe(seat))
            : simulation.Observe(seat);
    }

    public Observation Live(Simulation simulation, Seat seat) => Marked(simulation.ObserveLive(seat));

    private Observation Marked(Observation observation)
    {
        observation.Canary = canary;
        return observation;
    }
}
