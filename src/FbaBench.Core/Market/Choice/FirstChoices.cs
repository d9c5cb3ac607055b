using FbaBench.Primitives;

namespace FbaBench.Market;

/// <summary>
/// What a niche's shoppers want first: orders by size and visits that end without one, of every offer. Drawn column by
/// column, which is what lets the draws run side by side; the buffers are used again for the next niche.
/// </summary>
/// <param name="lanes">Arithmetic of columns.</param>
/// <param name="offers">Offers of the largest niche.</param>
internal sealed class FirstChoices(LaneMath lanes, int offers)
{
    private readonly double[] _means = new double[LaneMath.Padded(offers)];
    private readonly double[] _uniforms = new double[LaneMath.Padded(offers)];
    private readonly int[] _singles = new int[LaneMath.Padded(offers)];
    private readonly int[] _doubles = new int[LaneMath.Padded(offers)];
    private readonly int[] _triples = new int[LaneMath.Padded(offers)];
    private readonly int[] _visits = new int[LaneMath.Padded(offers)];

    /// <summary>Orders of an offer, by its position in the niche.</summary>
    public Demand Orders(int offer) => new(_singles[offer], _doubles[offer], _triples[offer]);

    /// <summary>Visits of an offer that end without an order.</summary>
    public int Visits(int offer) => _visits[offer];

    /// <summary>Draws a niche's day.</summary>
    /// <param name="draws">The world's draws.</param>
    /// <param name="day">The day.</param>
    /// <param name="keys">Identities of the offers, in whole tiles.</param>
    /// <param name="orders">Mean orders of the offers; 0 draws nothing.</param>
    /// <param name="visits">Mean visits without an order.</param>
    /// <param name="sizes">Shares of orders of one, two and three units.</param>
    public void Draw(KeyedDraws draws, int day, ReadOnlySpan<ulong> keys, ReadOnlySpan<double> orders, ReadOnlySpan<double> visits, ReadOnlySpan<double> sizes)
    {
        Column(draws, Mechanism.Orders, day, keys, 1, orders, sizes[0], _singles);
        Column(draws, Mechanism.Orders, day, keys, 2, orders, sizes[1], _doubles);
        Column(draws, Mechanism.Orders, day, keys, 3, orders, sizes[2], _triples);
        Column(draws, Mechanism.Sessions, day, keys, 0, visits, 1, _visits);
    }

    /// <summary>A laboratory's day without draws: mean orders of one unit and mean other visits, rounded.</summary>
    public void Expect(ReadOnlySpan<double> orders, ReadOnlySpan<double> visits)
    {
        for (var i = 0; i < orders.Length; i++)
        {
            Want(i, StandingDemand.Rounded(orders[i]));
            _visits[i] = StandingDemand.Rounded(visits[i]);
        }
    }

    /// <summary>Sets what is wanted of one offer: orders of one unit, and no other visits.</summary>
    public void Want(int offer, int units)
    {
        _singles[offer] = units;
        _doubles[offer] = 0;
        _triples[offer] = 0;
        _visits[offer] = 0;
    }

    /// <summary>Adds what comes by another way.</summary>
    public void Add(int offer, Demand orders, int visits)
    {
        _singles[offer] += orders.Singles;
        _doubles[offer] += orders.Doubles;
        _triples[offer] += orders.Triples;
        _visits[offer] += visits;
    }

    private void Column(KeyedDraws draws, Mechanism mechanism, int day, ReadOnlySpan<ulong> keys, ushort ordinal, ReadOnlySpan<double> means, double share, Span<int> into)
    {
        for (var i = 0; i < means.Length; i++)
        {
            _means[i] = means[i] * share;
        }

        _means.AsSpan(means.Length..keys.Length).Clear();
        var uniforms = _uniforms.AsSpan(0, keys.Length);
        lanes.Uniforms(draws, mechanism, keys, day, ordinal, uniforms);
        lanes.PoissonQuantiles(uniforms, _means.AsSpan(0, keys.Length), into);
    }
}
