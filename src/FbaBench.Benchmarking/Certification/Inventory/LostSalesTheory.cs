namespace FbaBench;

/// <summary>
/// Best average cost with lost sales and a lead time of L periods, by relative value iteration over what is on hand and on its
/// way (Zipkin, "Old and new methods for lost-sales inventory systems", Operations Research 56 (2008)). Orders end at Zipkin's
/// bounds ("On the structure of lost-sales inventory models", same volume): the last k orders together at the newsvendor's
/// stock of k periods, the position at that of L + 1. Best orders fall by at most one with each unit more on hand, and costs
/// are convex in the order, so that a few neighbours of the last best order are enough.
/// </summary>
internal sealed class LostSalesTheory
{
    /// <summary>States that are solved in about a second.</summary>
    private const int MostStates = 2_000_000;
    private const int MostRounds = 5_000;

    /// <summary>Where iteration ends: bounds on the cost that are this near, as a share of it.</summary>
    private const double Precision = 1e-9;

    private readonly int _lead;
    private readonly int _highest;
    private readonly int _radix;
    private readonly int _tails;
    private readonly int[] _mostOrdered;
    private readonly int[] _position;
    private readonly double[] _demand;
    private readonly double[] _atLeast;
    private readonly double[] _now;
    private readonly int[] _orders;

    /// <exception cref="ExampleException">There are too many states.</exception>
    public LostSalesTheory(DemandLaw demand, InventoryCosts costs, int lead)
    {
        var ratio = costs.Underage / (costs.Underage + costs.Overage);
        var bounds = Enumerable.Range(0, lead + 2).Select(periods => periods == 0 ? 0 : demand.Quantile(periods, ratio)).ToArray();
        _lead = lead;
        _highest = bounds[lead + 1];
        _radix = bounds[1] + 1;
        var states = (_highest + 1) * Math.Pow(_radix, lead - 1);
        if (states > MostStates)
        {
            throw new ExampleException(FormattableString.Invariant($"A lead time of {lead} has {states:0} states; at most {MostStates} are solved."));
        }

        _tails = (int)Math.Pow(_radix, lead - 1);
        _orders = new int[(int)states];
        _demand = [.. demand.Of(1), .. new double[_highest + 1]];
        _atLeast = new double[_highest + 2];
        _now = new double[_highest + 1];
        var left = 0.0;
        for (var stock = 0; stock <= _highest; stock++)
        {
            // On hand after demand, on average; what lacked is demand less what was served.
            _now[stock] = (costs.Overage * left) + (costs.Underage * (demand.Mean - stock + left));
            _atLeast[stock] = 1 - _demand.Take(stock).Sum();
            left += _demand.Take(stock + 1).Sum();
        }

        (_mostOrdered, _position) = Bounds(bounds);
    }

    /// <summary>The best average cost, and how far it may be off.</summary>
    public (double Cost, double Rounding) Solve()
    {
        var (value, next) = (new double[_orders.Length], new double[_orders.Length]);
        for (var round = 0; round < MostRounds; round++)
        {
            var (low, high) = Improve(value, next);
            if (high - low <= Precision * high)
            {
                return ((high + low) / 2, (high - low) / 2);
            }

            // Only differences count: the state with nothing keeps the value zero.
            var origin = next[0];
            for (var state = 0; state < next.Length; state++)
            {
                next[state] -= origin;
            }

            (value, next) = (next, value);
        }

        throw new ExampleException($"The best cost is not found in {MostRounds} rounds of value iteration.");
    }

    /// <summary>The best order as last found: units on hand today, arrivals included, and what arrives tomorrow and later.</summary>
    public int Order(int onHand, ReadOnlySpan<int> later)
    {
        var tail = 0;
        foreach (var units in later)
        {
            tail = (tail * _radix) + units;
        }

        return _orders[(tail * (_highest + 1)) + onHand];
    }

    /// <summary>For each tail of orders under way, the most that may be ordered (−1 where it cannot be), and their sum.</summary>
    private (int[] MostOrdered, int[] Position) Bounds(int[] bounds)
    {
        var (most, sums) = (new int[_tails], new int[_tails]);
        for (var tail = 0; tail < _tails; tail++)
        {
            var (rest, sum) = (tail, 0);
            most[tail] = bounds[1];
            for (var periods = 1; periods < _lead; periods++, rest /= _radix)
            {
                // The latest order is the lowest digit.
                sum += rest % _radix;
                most[tail] = sum > bounds[periods] || most[tail] < 0 ? -1 : Math.Min(most[tail], bounds[periods + 1] - sum);
            }

            sums[tail] = sum;
        }

        return (most, sums);
    }

    private (double Low, double High) Improve(double[] value, double[] next)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var tail = 0; tail < _tails; tail++)
        {
            for (var onHand = 0; _mostOrdered[tail] >= 0 && onHand <= _highest - _position[tail]; onHand++)
            {
                var state = (tail * (_highest + 1)) + onHand;
                next[state] = _now[onHand] + Best(value, tail, onHand, ref _orders[state]);
                low = Math.Min(low, next[state] - value[state]);
                high = Math.Max(high, next[state] - value[state]);
            }
        }

        return (low, high);
    }

    /// <summary>Value after the best order, which is looked for from the last one on.</summary>
    private double Best(double[] value, int tail, int onHand, ref int order)
    {
        var most = Math.Min(_mostOrdered[tail], _highest - _position[tail] - onHand);
        var at = Math.Min(order, most);
        var best = After(value, tail, onHand, at);
        for (var step = -1; step <= 1; step += 2)
        {
            while (at + step >= 0 && at + step <= most && After(value, tail, onHand, at + step) is var other && other < best)
            {
                (best, at) = (other, at + step);
            }
        }

        order = at;
        return best;
    }

    /// <summary>Mean value of tomorrow's state: Σ P(D = d) · V(on hand − d + arrivals) for d below what is on hand, and V(arrivals).</summary>
    private double After(double[] value, int tail, int onHand, int order)
    {
        var first = _tails / _radix;
        var arrivals = _lead == 1 ? order : tail / first;
        var then = _lead == 1 ? 0 : (tail % first * _radix) + order;
        var row = value.AsSpan((then * (_highest + 1)) + arrivals);
        var mean = _atLeast[onHand] * row[0];
        for (var demand = 0; demand < onHand; demand++)
        {
            mean += _demand[demand] * row[onHand - demand];
        }

        return mean;
    }
}
