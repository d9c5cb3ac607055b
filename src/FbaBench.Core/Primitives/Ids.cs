using System.Globalization;
using FbaBench.Primitives;

namespace FbaBench;

/// <summary>
/// The seed of one world: with a <see cref="WorldDefinition"/> it fixes every draw of the marketplace.
/// Agents never see it.
/// </summary>
/// <param name="Value">Any 64-bit number.</param>
public readonly record struct WorldSeed(ulong Value)
{
    /// <summary>The seed of a world of an experiment: a function of the experiment's seed and the world's index alone.</summary>
    /// <param name="experimentSeed">The experiment's seed.</param>
    /// <param name="world">Index of the world, from 0.</param>
    public static WorldSeed OfExperiment(ulong experimentSeed, int world)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(world);
        return new(EntityKey.Combine(EntityKey.Mix(experimentSeed), (ulong)world));
    }

    /// <summary>
    /// A uniform number inside (0, 1) for a scenario's <c>IScenario.Define</c>: a function of seed, purpose and ordinal.
    /// Asking again gives the same answer, another purpose another draw, and no draw of the running world is touched.
    /// </summary>
    /// <param name="purpose">What the draw is for, for example <c>mugs/level</c>.</param>
    /// <param name="ordinal">Which of several draws, from 0.</param>
    public double Uniform(string purpose, int ordinal = 0)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        ArgumentOutOfRangeException.ThrowIfNegative(ordinal);
        return KeyedDraws.ForWorld(this).Uniform(Mechanism.ScenarioWorld, EntityKey.Of(purpose), 0, ordinal);
    }

    /// <summary>A factor with median 1: exp(sigma × <see cref="Normal"/>), the same bits on every machine.</summary>
    /// <param name="purpose">What the draw is for.</param>
    /// <param name="sigma">Standard deviation of the logarithm, at least 0.</param>
    /// <param name="ordinal">Which of several draws, from 0.</param>
    public double LogNormal(string purpose, double sigma, int ordinal = 0) => DetMath.Exp(sigma * Normal(purpose, ordinal));

    /// <summary>A standard normal number: the quantile of <see cref="Uniform"/>.</summary>
    public double Normal(string purpose, int ordinal = 0) => DetMath.NormalQuantile(Uniform(purpose, ordinal));

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A seller's place in a world. A seat is not an agent: any agent can sit on it, and draws never depend on who does.</summary>
/// <param name="Index">Position, from 0.</param>
public readonly record struct Seat(int Index)
{
    /// <inheritdoc/>
    public override string ToString() => "seat " + Index.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Handle of an offer, valid in one world and its forks. Never part of a draw; names identify things across worlds.</summary>
/// <param name="Index">Row of the offer in the world's columns.</param>
public readonly record struct OfferId(int Index)
{
    /// <inheritdoc/>
    public override string ToString() => "offer " + Index.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Handle of a supplier's quote for one product, valid in one world and its forks.</summary>
/// <param name="Index">Position among the product's suppliers, from 0.</param>
public readonly record struct SupplierId(int Index)
{
    /// <inheritdoc/>
    public override string ToString() => "supplier " + Index.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Identity of a purchase order: who placed it, when, and as which command of the batch.</summary>
/// <param name="Seat">The seat that ordered.</param>
/// <param name="Day">The day of the order, from 0.</param>
/// <param name="CommandIndex">Position in that day's batch, from 0.</param>
public readonly record struct OrderId(Seat Seat, int Day, int CommandIndex);
