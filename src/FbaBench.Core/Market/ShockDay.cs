using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench.Market;

/// <summary>
/// What shocks do on a day: a function of the date and of one draw a shock, so that it is no part of the state. Shocks that overlap multiply, within the
/// range of one.
/// </summary>
internal sealed class ShockDay
{
    private readonly WorldModel _world;
    private readonly bool[] _happens;
    private readonly double[] _traffic;
    private readonly double[] _pageFactor;
    private readonly double[] _pageLog;
    private readonly double[] _rivalPrices;

    public ShockDay(WorldModel world, KeyedDraws draws)
    {
        _world = world;
        _happens = new bool[world.Shocks.Length];
        for (var i = 0; i < _happens.Length; i++)
        {
            _happens[i] = Happens(draws, world.Shocks[i]);
        }

        _traffic = new double[world.Niches.Length];
        _pageFactor = new double[world.Pages.Length];
        _pageLog = new double[world.Pages.Length];
        _rivalPrices = new double[world.Rivals.Length];
        Array.Fill(_traffic, 1);
        Array.Fill(_rivalPrices, 1);
    }

    /// <summary>Factor on the sessions of each niche.</summary>
    public ReadOnlySpan<double> Traffic => _traffic;

    /// <summary>Logarithm of the factor on each page's attraction.</summary>
    public ReadOnlySpan<double> PageLog => _pageLog;

    /// <summary>Whether a shock happens in the world.</summary>
    public static bool Happens(KeyedDraws draws, ShockModel shock) => draws.Uniform(Mechanism.Shock, shock.Key, 0) < shock.Definition.Chance;

    /// <summary>Whether the shock at a position of the model happens and lasts on a day.</summary>
    public bool Lasts(int shock, int day) => _happens[shock] && day >= _world.Shocks[shock].First && day <= _world.Shocks[shock].Last;

    /// <summary>A price of a rival under the factor of its price wars: whole cents, half up, at least one.</summary>
    public int Cents(int rival, int cents) => (int)Math.Max(1, Math.Floor((cents * _rivalPrices[rival]) + 0.5));

    public void Begin(int day)
    {
        if (_happens.Length == 0)
        {
            return;
        }

        Array.Fill(_traffic, 1);
        Array.Fill(_pageFactor, 1);
        Array.Fill(_rivalPrices, 1);
        for (var i = 0; i < _happens.Length; i++)
        {
            if (Lasts(i, day))
            {
                Add(_world.Shocks[i]);
            }
        }

        Bound(_traffic, MarketShock.LeastTraffic, MarketShock.MostTraffic);
        Bound(_pageFactor, MarketShock.LeastTraffic, MarketShock.MostTraffic);
        Bound(_rivalPrices, MarketShock.LeastRivalPrices, 1);
        _pageFactor.CopyTo(_pageLog, 0);
        LaneMath.Best.Log(_pageLog);
    }

    private void Add(ShockModel shock)
    {
        foreach (var page in shock.Pages)
        {
            _pageFactor[page] *= shock.Definition.Traffic;
        }

        for (var n = 0; n < _traffic.Length; n++)
        {
            _traffic[n] *= shock.Pages.Length == 0 && (shock.Niche < 0 || shock.Niche == n) ? shock.Definition.Traffic : 1;
        }

        for (var i = 0; i < _rivalPrices.Length; i++)
        {
            var rival = _world.Rivals[i];
            var isMeant = (shock.Niche < 0 || shock.Niche == rival.Niche) && (shock.Definition.Product is null || shock.Definition.Product == rival.Definition.Product);
            _rivalPrices[i] *= isMeant ? shock.Definition.RivalPrices : 1;
        }
    }

    private static void Bound(Span<double> factors, double least, double most)
    {
        foreach (ref var factor in factors)
        {
            factor = Math.Clamp(factor, least, most);
        }
    }
}
