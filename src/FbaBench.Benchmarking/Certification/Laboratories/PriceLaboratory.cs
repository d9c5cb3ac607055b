namespace FbaBench;

/// <summary>
/// A price game through the ordinary engine: every play is a day, in which each seat fills its shelf and sets its prices and
/// demand comes as its mean. Units and profits are read from the day's postings.
/// </summary>
internal sealed class PriceLaboratory
{
    /// <summary>Engine units of one unit of the theory, so that a share of a shopper is known to 1e-9.</summary>
    public const int QuantityScale = 500_000_000;

    /// <summary>Highest price of a command, in cents.</summary>
    private const double HighestCents = 1e8;

    /// <summary>What the sums of a world's ledger may reach: under half of what 64 bits hold.</summary>
    private const double HighestSum = 4e18;
    private const double MostMoneyScale = 1e7;

    /// <summary>Opening cash that a definition may give.</summary>
    private const double MostCash = 1e17;
    private const int MostDays = 3_650;

    private readonly WorldDefinition _definition;
    private readonly Shelf[] _shelves;
    private readonly OfferId[] _offers;
    private readonly long[] _onHand;
    private readonly int[] _shelfOfRow;

    /// <summary>What seats lost so far at prices below cost, by shelf, and when the world begins anew: before cash is short.</summary>
    private readonly long[] _lost;
    private readonly long _mostLost;
    private readonly List<Command>[] _commands;
    private Simulation _world;

    /// <param name="definition">The laboratory.</param>
    /// <param name="shelves">The seat and the position among its offers of each price; other offers stay closed.</param>
    public PriceLaboratory(WorldDefinition definition, IReadOnlyList<Shelf> shelves)
    {
        _definition = definition;
        _shelves = [.. shelves];
        _onHand = new long[_shelves.Length];
        _lost = new long[_shelves.Length];
        _mostLost = definition.Cash.Cents / ((2L * definition.Niches[0].Products.Count) + 1) / _shelves.Length / 2;
        Units = new long[_shelves.Length];
        ProfitCents = new long[_shelves.Length];
        _commands = [.. Enumerable.Range(0, definition.Seats).Select(_ => new List<Command>())];
        _world = Simulation.Create(definition, new WorldSeed(1));
        _offers = [.. _shelves.Select(shelf => _world.Observe(new(shelf.Seat)).Offers[shelf.Product].Id)];
        _shelfOfRow = new int[_offers.Max(offer => offer.Index) + 1];
        for (var i = 0; i < _offers.Length; i++)
        {
            _shelfOfRow[_offers[i].Index] = i;
        }
    }

    /// <summary>Where a price stands.</summary>
    public readonly record struct Shelf(int Seat, int Product);

    /// <summary>Engine units sold on the day played last, by shelf.</summary>
    public long[] Units { get; }

    /// <summary>Sales less fees less cost of goods on the day played last, by shelf.</summary>
    public long[] ProfitCents { get; }

    /// <summary>Two open orders at most are on a shelf: the rest of the last and a new one.</summary>
    public static KernelLimits Limits { get; } = new() { LotsPerOffer = 4, UnitsPerOrder = QuantityScale };

    /// <summary>Cents of a unit of money: a power of ten at which every price and every order can be paid.</summary>
    public static double MoneyScale(double highestPrice, double highestCost, int productsPerSeat)
    {
        var scale = Math.Min(MostMoneyScale, HighestCents / highestPrice);
        scale = Math.Min(scale, MostCash / QuantityScale / Math.Max(highestCost, 1e-300) / ((2 * productsPerSeat) + 1));
        return Math.Pow(10, Math.Floor(Math.Log10(scale)));
    }

    /// <summary>Opening cash that pays for two full shelves of every product, and one more to lose at prices below cost.</summary>
    public static Money Cash(long highestCostCents, int productsPerSeat) => new(Math.Max(1, highestCostCents * QuantityScale * ((2 * productsPerSeat) + 1)));

    /// <summary>Days of a world: fewer where its books could not hold more.</summary>
    public static int Days(double highestPriceCents, long highestCostCents, int seats)
    {
        var daily = QuantityScale * (highestPriceCents + ((double)highestCostCents * seats));
        return (int)Math.Clamp(HighestSum / daily, 1, MostDays);
    }

    /// <summary>Plays a day at these prices in cents.</summary>
    public void Play(ReadOnlySpan<long> cents)
    {
        if (_world.Day == _definition.Days || _lost.Max() > _mostLost)
        {
            _world = Simulation.Create(_definition, new WorldSeed(1));
            Array.Clear(_onHand);
            Array.Clear(_lost);
        }

        var decisions = new SeatDecision[_commands.Length];
        Array.ForEach(_commands, list => list.Clear());
        for (var i = 0; i < _shelves.Length; i++)
        {
            var commands = _commands[_shelves[i].Seat];
            if (_onHand[i] < QuantityScale)
            {
                commands.Add(new PlaceOrder(_offers[i], new(0), QuantityScale));
                _onHand[i] += QuantityScale;
            }

            commands.Add(new SetPrice(_offers[i], new(cents[i])));
        }

        for (var seat = 0; seat < decisions.Length; seat++)
        {
            decisions[seat] = new(new(seat), new(_commands[seat]));
        }

        _world.Step(decisions);
        ReadPostings(cents);
    }

    /// <summary>Units that the seats see as sold yesterday and on hand agree with the postings.</summary>
    public bool AgreesWithObservations()
    {
        for (var i = 0; i < _shelves.Length; i++)
        {
            var offer = _world.Observe(new(_shelves[i].Seat)).Offers[_shelves[i].Product];
            if (offer.UnitsYesterday != Units[i] || offer.UnitsOnHand != _onHand[i] || offer.LostYesterday > 0)
            {
                return false;
            }
        }

        return true;
    }

    private void ReadPostings(ReadOnlySpan<long> cents)
    {
        Array.Clear(Units);
        Array.Clear(ProfitCents);
        foreach (ref readonly var transfer in _world.Transfers)
        {
            var sign = transfer.Reason switch
            {
                TransferReason.Sale => 1,
                TransferReason.ReferralFee or TransferReason.FulfilmentFee or TransferReason.CostOfSale => -1,
                _ => 0,
            };
            if (sign == 0)
            {
                continue;
            }

            var shelf = _shelfOfRow[transfer.Offer.Index];
            ProfitCents[shelf] += sign * transfer.Amount.Cents;
            if (transfer.Reason == TransferReason.Sale)
            {
                Units[shelf] = transfer.Amount.Cents / cents[shelf];
                _onHand[shelf] -= Units[shelf];
            }
        }

        for (var i = 0; i < _lost.Length; i++)
        {
            _lost[i] -= Math.Min(0, ProfitCents[i]);
        }

        foreach (var item in _world.Events)
        {
            if (item.Kind is EventKind.CommandRefused or EventKind.StockOut)
            {
                throw new InvariantException($"The price laboratory met {item.Kind} of {item.Units} on day {item.Day}: its shelves are always full and its commands right.");
            }
        }
    }
}
