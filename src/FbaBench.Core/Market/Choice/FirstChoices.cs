using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench.Market;

/// <summary>
/// What a niche's shoppers want first: orders by size and visits that end without one, of every offer. Uniforms are drawn for many niches at once, as they
/// depend on nothing of the day; the other buffers are used again for the next niche.
/// </summary>
internal sealed class FirstChoices
{
    private readonly LaneMath _lanes;
    private readonly WorldModel _world;
    private readonly double[][] _uniforms;
    private readonly double[] _means;
    private readonly int[] _singles;
    private readonly int[] _doubles;
    private readonly int[] _triples;
    private readonly int[] _visits;

    /// <param name="lanes">Arithmetic of columns.</param>
    /// <param name="world">The niches and their offers.</param>
    public FirstChoices(LaneMath lanes, WorldModel world)
    {
        _lanes = lanes;
        _world = world;
        var offers = LaneMath.Padded(world.Niches.Max(niche => niche.Count));
        _uniforms = [.. Enumerable.Range(0, 4).Select(_ => new double[world.LiveRows + LaneMath.Tile])];
        _means = new double[offers];
        _singles = new int[offers];
        _doubles = new int[offers];
        _triples = new int[offers];
        _visits = new int[offers];
        foreach (var column in _uniforms)
        {
            // A niche's last tile reads past its offers: of the next niche, drawn or not, or of nothing.
            Array.Fill(column, 0.5);
        }
    }

    /// <summary>Orders of an offer, by its position in the niche.</summary>
    public Demand Orders(int offer) => new(_singles[offer], _doubles[offer], _triples[offer]);

    /// <summary>Visits of an offer that end without an order.</summary>
    public int Visits(int offer) => _visits[offer];

    /// <summary>Draws the uniforms of a day for some niches.</summary>
    public void Prepare(in KeyedDraws draws, NicheRange niches, int day)
    {
        var live = _world.LiveOf(niches);
        var keys = _world.LiveKeys.AsSpan(live);
        _lanes.Uniforms(draws, Mechanism.Orders, keys, day, 1, _uniforms[0].AsSpan(live));
        _lanes.Uniforms(draws, Mechanism.Orders, keys, day, 2, _uniforms[1].AsSpan(live));
        _lanes.Uniforms(draws, Mechanism.Orders, keys, day, 3, _uniforms[2].AsSpan(live));
        _lanes.Uniforms(draws, Mechanism.Sessions, keys, day, 0, _uniforms[3].AsSpan(live));
    }

    /// <summary>Draws the day of a niche that was prepared.</summary>
    /// <param name="niche">The niche.</param>
    /// <param name="orders">Mean orders of its offers; 0 draws nothing.</param>
    /// <param name="visits">Mean visits without an order.</param>
    public void Draw(NicheModel niche, ReadOnlySpan<double> orders, ReadOnlySpan<double> visits)
    {
        Column(niche, 0, orders, niche.OrderSizes[0], _singles);
        Column(niche, 1, orders, niche.OrderSizes[1], _doubles);
        Column(niche, 2, orders, niche.OrderSizes[2], _triples);
        Column(niche, 3, visits, 1, _visits);
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

    private void Column(NicheModel niche, int column, ReadOnlySpan<double> means, double share, Span<int> into)
    {
        var tiles = _means.AsSpan(0, LaneMath.Padded(means.Length));
        for (var i = 0; i < means.Length; i++)
        {
            tiles[i] = means[i] * share;
        }

        tiles[means.Length..].Clear();
        _lanes.PoissonQuantiles(_uniforms[column].AsSpan(niche.FirstLive, tiles.Length), tiles, into);
    }
}
