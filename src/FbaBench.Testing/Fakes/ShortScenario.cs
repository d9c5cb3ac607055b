namespace FbaBench;

/// <summary>The first days of another scenario's worlds, for tests that cannot wait for a year. Its run-off stays, so that what is left is settled.</summary>
public sealed class ShortScenario : IScenario
{
    private readonly IScenario _whole;
    private readonly int _days;

    /// <param name="whole">The scenario.</param>
    /// <param name="days">How many of its days are played, at least 1; a scenario that is shorter stays as it is.</param>
    /// <exception cref="ArgumentOutOfRangeException">No days.</exception>
    public ShortScenario(IScenario whole, int days)
    {
        ArgumentNullException.ThrowIfNull(whole);
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        (_whole, _days) = (whole, days);
        Name = FormattableString.Invariant($"{whole.Name}-{days}-days");
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Opponents => _whole.Opponents;

    /// <summary>The first days of a shipped scenario.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="days">How many, at least 1.</param>
    /// <exception cref="ArgumentException">There is no such scenario.</exception>
    /// <exception cref="ArgumentOutOfRangeException">No days.</exception>
    public static ShortScenario Of(string name, int days) => new(ShippedScenarios.Find(name), days);

    /// <inheritdoc/>
    public WorldDefinition Define(WorldSeed world)
    {
        var whole = _whole.Define(world);
        return whole with { Name = Name, Days = Math.Min(_days, whole.Days) };
    }
}
