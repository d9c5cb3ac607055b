using System.Runtime.CompilerServices;
using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench.Benchmarks;

/// <summary>
/// What the machine itself allows: nanoseconds of each primitive over long columns at its best width, and how many of them the vectorised phases cannot
/// do without. No sums, no sorting, no shelves, no memory but the columns: nobody gets there.
/// </summary>
internal sealed class PhysicalLimit
{
    /// <summary>Long enough that calls cost nothing, short enough to stay in the first cache.</summary>
    private const int Column = 1_024;
    private const int Passes = 8;
    private const double TypicalMean = 1.2;

    private const int Uniform = 0;
    private const int Poisson = 1;
    private const int Copied = 2;
    private const int Exp = 3;
    private const int Log = 4;
    private const int Division = 5;

    /// <summary>Number of primitives.</summary>
    public const int Count = 6;

    private readonly Action[] _work;
    private readonly double[] _nanoseconds = new double[Count];

    public PhysicalLimit()
    {
        var lanes = LaneMath.Best;
        var draws = KeyedDraws.ForWorld(new WorldSeed(1));
        var keys = Enumerable.Range(0, Column).Select(i => EntityKey.Mix((ulong)i)).ToArray();
        var (uniforms, means, values, copy, counts) = (new double[Column], new double[Column], new double[Column], new double[Column], new int[Column]);
        Array.Fill(means, TypicalMean);
        Array.Fill(values, TypicalMean);
        lanes.Uniforms(draws, Mechanism.Orders, keys, 1, 0, uniforms);
        var divide = lanes.Make(new DivisionFactory());
        _work = new Action[Count];
        _work[Uniform] = () => lanes.Uniforms(draws, Mechanism.Orders, keys, 1, 0, uniforms);
        _work[Poisson] = () => lanes.PoissonQuantiles(uniforms, means, counts);
        _work[Copied] = () => values.CopyTo(copy, 0);
        _work[Exp] = () => InPlace(() => lanes.Exp(copy));
        _work[Log] = () => InPlace(() => lanes.Log(copy));
        _work[Division] = () => InPlace(() => divide(copy, means));

        // What works in place begins with the same numbers every time; the copy is taken off again.
        void InPlace(Action change)
        {
            values.CopyTo(copy, 0);
            change();
        }
    }

    /// <summary>The primitives, as a line to read.</summary>
    public string Primitives => FormattableString.Invariant(
        $"a uniform {_nanoseconds[Uniform]:0.00}, exp {_nanoseconds[Exp]:0.00}, log {_nanoseconds[Log]:0.00}, Poisson inversion with its exp {_nanoseconds[Poisson]:0.00}, division {_nanoseconds[Division]:0.00}, copy of 8 bytes {_nanoseconds[Copied]:0.00} ns at {LaneMath.Best.Width} bits");

    /// <summary>Plays every primitive once, a piece each from a number on.</summary>
    public void Play(Rounds rounds, int first)
    {
        rounds.Start();
        for (var piece = 0; piece < Count; piece++)
        {
            for (var pass = 0; pass < Passes; pass++)
            {
                _work[piece]();
            }

            rounds.Stop(first + piece);
        }
    }

    /// <summary>Takes what the pieces came to.</summary>
    public void Take(ReadOnlySpan<double> pieces)
    {
        for (var piece = 0; piece < Count; piece++)
        {
            _nanoseconds[piece] = (pieces[piece] - (piece > Copied ? pieces[Copied] : 0)) / Column / Passes;
        }
    }

    /// <summary>Nanoseconds of a day's traffic, choice and auction at the limit.</summary>
    public double OfChoice(WorldModel world, int slots)
    {
        var nanoseconds = 0.0;
        foreach (var niche in world.Niches)
        {
            var pages = niche.EndPage - niche.FirstPage;

            // Shoppers by kind and by number of slots seen, each with a power and three divisions a position.
            var groups = niche.Segments.Length * (Math.Min(slots, pages) + 1) * pages;
            var drawn = (4 * niche.Count) + niche.RivalCount + (2 * pages);
            nanoseconds += groups * (_nanoseconds[Log] + _nanoseconds[Exp] + (3 * _nanoseconds[Division]));

            // Ratings, velocities and conversions in logarithms; attractions and the quality of bids by kind.
            nanoseconds += (3 * pages * _nanoseconds[Log]) + (2 * niche.Segments.Length * pages * _nanoseconds[Exp]);
            nanoseconds += (drawn * _nanoseconds[Uniform]) + (4 * niche.Count * _nanoseconds[Poisson]);

            // Price, stock, velocity, recent orders and sessions in; orders, units, sessions and position out.
            nanoseconds += 9 * niche.Count * _nanoseconds[Copied];
        }

        return nanoseconds;
    }

    private sealed class DivisionFactory : LaneFactory<Action<double[], double[]>>
    {
        public override Action<double[], double[]> Make<TLanes>() => Divide<TLanes>;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Divide<TLanes>(double[] values, double[] divisors)
            where TLanes : struct, ILanes<TLanes>
        {
            for (var at = 0; at < values.Length; at += TLanes.Count)
            {
                (TLanes.Load(in values[at]) / TLanes.Load(in divisors[at])).Store(ref values[at]);
            }
        }
    }
}
