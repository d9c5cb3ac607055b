using System.Collections.Concurrent;

namespace FbaBench;

/// <summary>One side of an experiment: a scenario as it is varied, and who plays it.</summary>
internal sealed class SensitivityArm
{
    private static readonly Seat Seat = new(0);
    private readonly ScenarioFile _scenario;
    private readonly SellerSpecification _seller;
    private readonly Observable _observable;

    /// <exception cref="ScenarioFileException">A value cannot be laid over the scenario.</exception>
    public SensitivityArm(SensitivityCase item, bool high, IScenario scenario)
    {
        _scenario = ScenarioFile.Over(scenario, new() { Set = [.. item.Both, .. high ? item.High : item.Low] });
        _seller = SellerSpecification.Parse(high ? item.HighSeller ?? item.Seller : item.Seller);
        _observable = Observable.Find(item.Observable);
    }

    /// <summary>Plays a world to its settlement and reads the observable.</summary>
    /// <exception cref="InvalidOperationException">The seller failed on a day, or there was nothing to observe.</exception>
    public async Task<double> PlayAsync(WorldSeed world, CancellationToken cancellationToken)
    {
        var session = SimulationSession.Start(_scenario.Define(world), world);
        await using var owned = session.ConfigureAwait(false);
        session.Seat(Seat, _seller.Make());
        for (var i = 0; i < _scenario.Opponents.Count; i++)
        {
            session.Seat(new(i + 1), ShippedAgents.Factory(_scenario.Opponents[i])());
        }

        var days = new WatchedDays(session, Seat);
        while (!session.IsOver)
        {
            await session.PlayDayAsync(cancellationToken).ConfigureAwait(false);
            days.Take();
        }

        if (session.Faults.Count > 0)
        {
            throw new InvalidOperationException($"The seller failed on day {session.Faults[0].Day}: {session.Faults[0].Error?.Message ?? session.Faults[0].Kind.ToString()}");
        }

        return _observable.Of(days) is var value && double.IsFinite(value)
            ? value
            : throw new InvalidOperationException($"There was nothing to observe for {_observable.Name}.");
    }
}

/// <summary>A scenario whose worlds are defined once, as many experiments play the same ones.</summary>
internal sealed class RememberedScenario(IScenario scenario) : IScenario
{
    private readonly ConcurrentDictionary<WorldSeed, WorldDefinition> _worlds = [];

    public string Name => scenario.Name;

    public IReadOnlyList<string> Opponents => scenario.Opponents;

    public WorldDefinition Define(WorldSeed world) => _worlds.GetOrAdd(world, scenario.Define);
}
