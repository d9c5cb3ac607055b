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

    private readonly double _uniform;
    private readonly double _exp;
    private readonly double _log;
    private readonly double _poisson;
    private readonly double _division;
    private readonly double _copied;

    private PhysicalLimit(double uniform, double exp, double log, double poisson, double division, double copied) =>
        (_uniform, _exp, _log, _poisson, _division, _copied) = (uniform, exp, log, poisson, division, copied);

    /// <summary>The primitives, as a line to read.</summary>
    public string Primitives => FormattableString.Invariant(
        $"a uniform {_uniform:0.00}, exp {_exp:0.00}, log {_log:0.00}, Poisson inversion with its exp {_poisson:0.00}, division {_division:0.00}, copy of 8 bytes {_copied:0.00} ns at {LaneMath.Best.Width} bits");

    public static PhysicalLimit Measure()
    {
        var lanes = LaneMath.Best;
        var draws = KeyedDraws.ForWorld(new WorldSeed(1));
        var keys = Enumerable.Range(0, Column).Select(i => EntityKey.Mix((ulong)i)).ToArray();
        var (uniforms, means, values, copy, counts) = (new double[Column], new double[Column], new double[Column], new double[Column], new int[Column]);
        Array.Fill(means, TypicalMean);
        Array.Fill(values, TypicalMean);
        var divide = lanes.Make(new Division());
        Action[] work =
        [
            () => lanes.Uniforms(draws, Mechanism.Orders, keys, 1, 0, uniforms),
            () => lanes.PoissonQuantiles(uniforms, means, counts),
            () => values.CopyTo(copy, 0),
            () => InPlace(() => lanes.Exp(copy)),
            () => InPlace(() => lanes.Log(copy)),
            () => InPlace(() => divide(copy, means)),
        ];
        var pieces = Rounds.Run(work.Length, rounds =>
        {
            rounds.Start();
            for (var piece = 0; piece < work.Length; piece++)
            {
                for (var pass = 0; pass < Passes; pass++)
                {
                    work[piece]();
                }

                rounds.Stop(piece);
            }
        });
        var each = pieces.Select(piece => piece / Column / Passes).ToArray();
        return new(each[0], each[3] - each[2], each[4] - each[2], each[1], each[5] - each[2], each[2]);

        // What works in place begins with the same numbers every time; the copy is taken off again.
        void InPlace(Action change)
        {
            values.CopyTo(copy, 0);
            change();
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
            nanoseconds += groups * (_log + _exp + (3 * _division));

            // Ratings, velocities and conversions in logarithms; attractions and the quality of bids by kind.
            nanoseconds += (3 * pages * _log) + (2 * niche.Segments.Length * pages * _exp);
            nanoseconds += (drawn * _uniform) + (4 * niche.Count * _poisson);

            // Price, stock, velocity, recent orders and sessions in; orders, units, sessions and position out.
            nanoseconds += 9 * niche.Count * _copied;
        }

        return nanoseconds;
    }

    private sealed class Division : LaneFactory<Action<double[], double[]>>
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
