namespace FbaBench;

/// <summary>The scenarios of this package by name.</summary>
public static class ShippedScenarios
{
    /// <summary>All of them, in order of their names.</summary>
    public static IReadOnlyList<IScenario> All { get; } = [new FirstYear(), new GiftShop()];

    /// <summary>All names, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(scenario => scenario.Name)];

    /// <summary>A scenario by name.</summary>
    /// <exception cref="ArgumentException">There is no such scenario; the message lists those there are.</exception>
    public static IScenario Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return All.FirstOrDefault(scenario => scenario.Name == name)
            ?? throw new ArgumentException($"There is no shipped scenario '{name}'; shipped are {string.Join(", ", Names)}. Pass an IScenario for one of your own.", nameof(name));
    }
}
