namespace FbaBench;

/// <summary>
/// The table of one learning seller. Its state is what both asked in the last period; a value is the discounted profit it expects of a price in a state. At the
/// start that is what each price earns, for ever, from a rival who asks every price equally often.
/// </summary>
internal sealed class PriceLearner
{
    private const string Purpose = "ask";
    private readonly int _prices;
    private readonly double[] _values;
    private readonly int[] _best;
    private readonly double _rate;
    private readonly double _discount;
    private readonly double _kept;
    private double _exploration = 1;

    public PriceLearner(PriceGame game, QLearningTerms terms, Seat seat)
    {
        _prices = game.Prices.Count;
        _values = new double[_prices * _prices * _prices];
        _best = new int[_prices * _prices];
        (_rate, _discount, _kept) = (terms.LearningRate, terms.Discount, terms.KeptExploration);
        for (var price = 0; price < _prices; price++)
        {
            long sum = 0;
            for (var other = 0; other < _prices; other++)
            {
                sum += game.ProfitCents(seat, price, other);
            }

            _values[price] = sum / (double)_prices / (1 - _discount);
        }

        for (var state = 0; state < _best.Length; state++)
        {
            _values.AsSpan(0, _prices).CopyTo(_values.AsSpan(state * _prices));
            _best[state] = Best(state);
        }
    }

    private PriceLearner(PriceLearner other)
    {
        _prices = other._prices;
        _values = [.. other._values];
        _best = [.. other._best];
        (_rate, _discount, _kept, _exploration) = (other._rate, other._discount, other._kept, other._exploration);
        (Period, Unchanged) = (other.Period, other.Unchanged);
    }

    /// <summary>The period to decide, from 0.</summary>
    public int Period { get; private set; }

    /// <summary>Periods since the best price of a state changed.</summary>
    public int Unchanged { get; private set; }

    /// <summary>The best price of every state: own last price × number of prices + the other's.</summary>
    public ReadOnlySpan<int> Policy => _best;

    public PriceLearner Copy() => new(this);

    /// <summary>A price for the period: the best one, or, while exploring, any. The first period always explores, and has no state.</summary>
    public int Choose(int state, AgentContext context)
    {
        // Given that it is below the chance to explore, the draw over that chance is uniform again.
        var uniform = context.Uniform(Purpose, Period);
        var price = uniform < _exploration ? Math.Min((int)(uniform / _exploration * _prices), _prices - 1) : _best[state];
        _exploration *= _kept;
        Period++;
        return price;
    }

    /// <summary>Takes in what a price in a state earned and where it led.</summary>
    public void Learn(int state, int price, double profit, int next)
    {
        var at = (state * _prices) + price;
        var old = _values[at];
        var value = ((1 - _rate) * old) + (_rate * (profit + (_discount * _values[(next * _prices) + _best[next]])));
        _values[at] = value;
        var best = _best[state];
        if (price == best)
        {
            best = value < old ? Best(state) : best;
        }
        else if (value > _values[(state * _prices) + best])
        {
            best = price;
        }

        Unchanged = best == _best[state] ? Unchanged + 1 : 0;
        _best[state] = best;
    }

    private int Best(int state)
    {
        var values = _values.AsSpan(state * _prices, _prices);
        var best = 0;
        for (var i = 1; i < values.Length; i++)
        {
            best = values[i] > values[best] ? i : best;
        }

        return best;
    }
}
