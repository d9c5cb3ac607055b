namespace FbaBench.Kernel.Observing;

/// <summary>The live observations of a simulation's morning, one a seat: whoever asks again gets the same. They end together, when the simulation moves on.</summary>
internal sealed class ShownMornings(int seats)
{
    private readonly (LiveMorning Morning, Observation Observation)?[] _bySeat = new (LiveMorning, Observation)?[seats];

    public Observation? Of(int seat) => _bySeat[seat]?.Observation;

    public Observation Show(LiveMorning morning)
    {
        var observation = ObservationBuilder.Live(morning);
        _bySeat[morning.Seat] = (morning, observation);
        return observation;
    }

    public void End()
    {
        for (var seat = 0; seat < _bySeat.Length; seat++)
        {
            _bySeat[seat]?.Morning.End();
            _bySeat[seat] = null;
        }
    }
}
