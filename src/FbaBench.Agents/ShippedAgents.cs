namespace FbaBench;

/// <summary>The agents of this package by name.</summary>
public static class ShippedAgents
{
    private static readonly SortedDictionary<string, Func<IAgent>> Factories = new(StringComparer.Ordinal)
    {
        ["bandit-pricer"] = () => new BanditPricer(),
        ["base-stock"] = () => new BaseStock(),
        ["do-nothing"] = () => new DoNothing(),
        ["episodic-memory"] = () => new EpisodicPricer(),
        ["greedy-repricer"] = () => new GreedyRepricer(),
        ["order-up-to"] = () => new OrderUpTo(),
        ["random-valid"] = () => new RandomValid(),
        ["tuned-seller"] = () => new TunedSeller(),
    };

    /// <summary>All names, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Factories.Keys];

    /// <summary>The factory of an agent; every call makes a fresh instance.</summary>
    /// <exception cref="ArgumentException">There is no such agent; the message lists those there are.</exception>
    public static Func<IAgent> Factory(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Factories.TryGetValue(name, out var factory)
            ? factory
            : throw new ArgumentException($"There is no shipped agent '{name}'; shipped are {string.Join(", ", Names)}. Pass a factory for an agent of your own.", nameof(name));
    }
}
