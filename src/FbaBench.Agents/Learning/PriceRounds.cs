namespace FbaBench;

/// <summary>
/// Plays a price game day by day: each seller keeps its shelf filled and sets its price, the engine does the rest, and profits are read from the day's
/// postings. When the world ends another one begins. Days allocate nothing once warm.
/// </summary>
internal sealed class PriceRounds
{
    private readonly PriceGame _game;
    private readonly WorldSeed _seed;
    private readonly List<Command>[] _commands = [new(2), new(2)];
    private readonly SeatDecision[] _decisions;
    private readonly SetPrice[][] _prices;
    private readonly PlaceOrder[] _orders;
    private readonly long[] _onHand = new long[PriceGame.Sellers];
    private readonly long[] _profits = new long[PriceGame.Sellers];
    private Simulation _world;

    public PriceRounds(PriceGame game, WorldSeed seed)
    {
        _game = game;
        _seed = seed;
        _world = game.World.Start(seed);
        _decisions = [.. _commands.Select((list, seat) => new SeatDecision(new(seat), new(list)))];
        OfferId[] offers = [.. _commands.Select((_, seat) => _world.Observe(new(seat)).Offers[0].Id)];
        _prices = [.. offers.Select(offer => game.Prices.Select(price => new SetPrice(offer, price)).ToArray())];
        _orders = [.. offers.Select(offer => new PlaceOrder(offer, new(0), game.OrderUnits))];
    }

    /// <summary>The draws of a seller, the same in every world that begins.</summary>
    public AgentContext ContextOf(int seat) => _world.ContextOf(new(seat));

    /// <summary>Profit on the day played last, in cents.</summary>
    public long Profit(int seat) => _profits[seat];

    /// <summary>Plays a day at two of the game's prices.</summary>
    public void Play(int first, int second)
    {
        if (_world.Day == _game.World.Definition.Days)
        {
            _world = _game.World.Start(_seed);
            _onHand.AsSpan().Clear();
        }

        Command(0, first);
        Command(1, second);
        _world.Step(_decisions);
        Read();
    }

    private void Command(int seat, int price)
    {
        var commands = _commands[seat];
        commands.Clear();
        if (_onHand[seat] < _game.RestockBelow)
        {
            commands.Add(_orders[seat]);
            _onHand[seat] += _game.OrderUnits;
        }

        commands.Add(_prices[seat][price]);
    }

    private void Read()
    {
        _profits.AsSpan().Clear();
        foreach (ref readonly var transfer in _world.Transfers)
        {
            _profits[transfer.Seat.Index] += transfer.Reason switch
            {
                TransferReason.Sale => transfer.Amount.Cents,
                TransferReason.ReferralFee or TransferReason.FulfilmentFee or TransferReason.CostOfSale => -transfer.Amount.Cents,
                _ => 0,
            };
        }

        foreach (ref readonly var item in _world.Events)
        {
            if (item.Kind == EventKind.Sale)
            {
                _onHand[item.Seat.Index] -= item.Units;
            }
            else if (item.Kind is EventKind.CommandRefused or EventKind.StockOut)
            {
                throw new InvalidOperationException($"'{_game.World.Definition.Name}' met {item.Kind} on day {item.Day}: a price game needs goods on the shelf the day they are ordered, and cash that pays for them.");
            }
        }
    }
}
