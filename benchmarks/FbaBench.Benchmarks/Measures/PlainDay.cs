using FbaBench.Market;
using FbaBench.Primitives;

namespace FbaBench.Benchmarks;

/// <summary>
/// The yardstick of the speed: the arithmetic that no day can do without, as a plain loop over arrays. For every listing one
/// attraction weight and the draws of singles, doubles, triples and visits, each a Philox block and a Poisson quantile at its
/// usual mean; for every niche one buying share. No shelves, money, fees, events or checks.
/// </summary>
internal sealed class PlainDay
{
    private const double Elasticity = -2.6;
    private readonly KeyedDraws _draws;
    private readonly NicheDefinition[] _niches;
    private readonly int[] _listings;
    private readonly double[][] _sizes;

    public PlainDay(PlayedWorld world)
    {
        _draws = KeyedDraws.ForWorld(world.Seed);
        _niches = [.. world.Definition.Niches];
        _listings = [.. _niches.Select(niche => (niche.Products.Count * world.Definition.Seats) + niche.Rivals.Count)];
        _sizes = [.. _niches.Select(niche => niche.OrderSizes.ToArray())];
    }

    /// <summary>Plays a day; returns the units, so that nothing is optimised away.</summary>
    public long Play(int day)
    {
        long units = 0;
        var key = 0UL;
        for (var n = 0; n < _niches.Length; n++)
        {
            units += Niche(n, day, ref key);
        }

        return units;
    }

    private long Niche(int n, int day, ref ulong key)
    {
        var niche = _niches[n];
        long sum = 0;
        for (var i = 0; i < _listings[n]; i++)
        {
            sum += NestedLogit.Weight(Elasticity * (1 + (i * 1e-3)));
        }

        // The share is worked out and then taken at its reference value, so that the draws keep their usual means.
        var attraction = DetMath.Exp((1 - niche.NestSigma) * DetMath.Log(sum / NestedLogit.Scale));
        var buying = attraction / (1 + attraction) > 0 ? niche.ReferenceConversion : 0;
        var sessions = niche.SessionsPerDay / _listings[n];
        var orders = sessions * buying;
        long units = 0;
        for (var i = 0; i < _listings[n]; i++, key++)
        {
            units += Draw(Mechanism.Orders, key, day, 1, orders * _sizes[n][0]);
            units += Draw(Mechanism.Orders, key, day, 2, orders * _sizes[n][1]);
            units += Draw(Mechanism.Orders, key, day, 3, orders * _sizes[n][2]);
            units += Draw(Mechanism.Sessions, key, day, 0, sessions - orders);
        }

        return units;
    }

    private int Draw(Mechanism mechanism, ulong key, int day, int ordinal, double mean) =>
        PoissonQuantile.Of(_draws.Uniform(mechanism, key, day, ordinal), mean);
}
