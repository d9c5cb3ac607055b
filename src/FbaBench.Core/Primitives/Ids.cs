using System.Globalization;

namespace FbaBench;

/// <summary>
/// The seed of one world: with a <see cref="WorldDefinition"/> it fixes every draw of the marketplace.
/// Agents never see it.
/// </summary>
/// <param name="Value">Any 64-bit number.</param>
public readonly record struct WorldSeed(ulong Value)
{
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
