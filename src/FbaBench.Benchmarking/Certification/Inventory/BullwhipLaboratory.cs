namespace FbaBench;

/// <summary>
/// An order-up-to stock with forecasts through the ordinary engine: shelves with correlated normal demand of their own, shoppers who
/// wait, a seat that orders what brings its position to L times the forecast. Mean demand lies so far above zero that neither
/// demand nor an order is ever cut: both move with the mean, and their variances do not depend on it, so that the ratio is the one
/// of a theory in which orders may be negative.
/// </summary>
internal sealed class BullwhipLaboratory
{
    /// <summary>Engine units of a standard deviation: rounding adds 1/12 to a variance of this square.</summary>
    public const int UnitsPerDeviation = 2_000;

    private const int Shelves = 16;
    private const int CountedDays = 96;

    /// <summary>Standard deviations of orders, and of demand, below the mean that are never reached.</summary>
    private const double Distance = 8;

    private readonly WorldDefinition _definition;
    private readonly Func<Forecast> _forecast;
    private readonly int _lead;
    private readonly int _firstDay;
    private readonly double _mean;

    /// <param name="lead">
    /// L: mean demands in the stock. Theory orders in the evening for the morning L days later; here that is the morning after, and
    /// L − 1 days.
    /// </param>
    /// <param name="correlation">ρ.</param>
    /// <param name="ratio">About the ratio that is expected: how far orders spread.</param>
    /// <param name="warmUp">Days until the forecast has forgotten its beginning.</param>
    /// <param name="forecast">A forecast that starts at the mean.</param>
    public BullwhipLaboratory(int lead, double correlation, double ratio, int warmUp, Func<double, Forecast> forecast)
    {
        _lead = lead;
        _firstDay = warmUp + lead;
        _mean = Math.Ceiling(Distance * Math.Sqrt(ratio)) * UnitsPerDeviation;
        _forecast = () => forecast(_mean);
        var upTo = (int)(_mean * lead);
        var products = Enumerable.Range(0, Shelves).Select(shelf => LaboratoryWorld.Product($"shelf-{shelf:00}", 1, 0, leadDays: lead - 1) with
        {
            OpeningStock = upTo,
            OpeningUnitCost = new(1),
        });
        _definition = LaboratoryWorld.World(
            "bullwhip",
            _firstDay + CountedDays,
            Money.Zero,
            seats: 1,
            LaboratoryWorld.Niche(_mean / UnitsPerDeviation, [.. products]),
            new KernelLimits { LotsPerOffer = lead + 12, UnitsPerOrder = 20_000_000 },
            new LaboratoryDefinition
            {
                Demand = DemandSource.Ar1,
                DemandDeviation = 1,
                DemandCorrelation = correlation,
                QuantityScale = UnitsPerDeviation,
                Shortage = ShortageRule.Backlog,
            });
    }

    /// <summary>Periods that a world counts.</summary>
    public static int Periods => Shelves * CountedDays;

    /// <summary>
    /// Variance of orders over that of demand in one world. Both about the mean that theory gives both: the world's own means
    /// would take part of the variances away.
    /// </summary>
    public double Ratio(WorldSeed seed)
    {
        var simulation = Simulation.Create(_definition, seed);
        var seat = new Seat(0);
        var forecasts = Enumerable.Range(0, Shelves).Select(_ => _forecast()).ToArray();
        var (ofOrders, ofDemand) = (0.0, 0.0);
        var decisions = new SeatDecision[1];
        for (var day = 0; day < _definition.Days; day++)
        {
            var today = simulation.Observe(seat);
            var commands = new List<Command>(2 * Shelves);
            for (var shelf = 0; shelf < Shelves; shelf++)
            {
                var offer = today.Offers[shelf];
                if (day == 0)
                {
                    commands.Add(new SetPrice(offer.Id, new(1)));
                }

                // Who came yesterday is who wanted a unit, served or waiting.
                var wanted = day == 0 ? _mean : offer.SessionsYesterday;
                var upTo = (int)Math.Round(_lead * forecasts[shelf].After(wanted));
                var order = upTo - (offer.UnitsOnHand + offer.UnitsInbound - offer.UnitsBacklogged);
                if (order > 0)
                {
                    commands.Add(new PlaceOrder(offer.Id, offer.BestQuote.Supplier, order));
                }

                if (day >= _firstDay)
                {
                    ofOrders += (order - _mean) * (order - _mean);
                    ofDemand += (wanted - _mean) * (wanted - _mean);
                }

                if (order < 0)
                {
                    throw new InvariantException($"An order of {order} units: the mean is too low for this ratio.");
                }
            }

            decisions[0] = new(seat, new(commands));
            simulation.Step(decisions);
        }

        var refused = simulation.Summary(seat).Refusals;
        return refused > 0
            ? throw new InvariantException($"The bullwhip's laboratory refused {refused} commands of its seat.")
            : ofOrders / ofDemand;
    }
}

/// <summary>A forecast of demand from what was wanted day by day.</summary>
internal abstract class Forecast
{
    /// <summary>The forecast after one more day.</summary>
    public abstract double After(double wanted);
}

/// <summary>The mean of the last days.</summary>
internal sealed class MovingAverage : Forecast
{
    private readonly double[] _days;
    private double _sum;
    private int _next;

    public MovingAverage(double start, int window)
    {
        _days = new double[window];
        Array.Fill(_days, start);
        _sum = start * window;
    }

    public override double After(double wanted)
    {
        // Whole numbers: the running sum stays exact.
        _sum += wanted - _days[_next];
        _days[_next] = wanted;
        _next = (_next + 1) % _days.Length;
        return _sum / _days.Length;
    }
}

/// <summary>α of the last day and 1 − α of the forecast before.</summary>
internal sealed class Smoothing(double start, double weight) : Forecast
{
    private double _forecast = start;

    public override double After(double wanted) => _forecast = (weight * wanted) + ((1 - weight) * _forecast);
}
