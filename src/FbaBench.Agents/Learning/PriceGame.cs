namespace FbaBench;

/// <summary>
/// Two sellers of one product each who choose among some prices every day: a laboratory made ready, and the prices. A period is an ordinary day of the
/// <see cref="Simulation"/>. It never changes and may be shared by threads.
/// </summary>
public sealed class PriceGame
{
    /// <summary>Sellers of a game.</summary>
    public const int Sellers = 2;

    private readonly Money[] _prices;
    private readonly Lazy<long[][]> _profits;

    private PriceGame(PreparedWorld world, Money[] prices, int restockBelow)
    {
        World = world;
        _prices = prices;
        Prices = Array.AsReadOnly(_prices);
        RestockBelow = restockBelow;
        _profits = new(PlayAllPairs);
    }

    /// <summary>The laboratory.</summary>
    public PreparedWorld World { get; }

    /// <summary>The prices to choose from, rising.</summary>
    public IReadOnlyList<Money> Prices { get; }

    /// <summary>Units on hand below which a seller orders: what all shoppers of a day could buy.</summary>
    public int RestockBelow { get; }

    /// <summary>Units of an order: the most that the world allows.</summary>
    public int OrderUnits => World.Definition.Limits.UnitsPerOrder;

    /// <summary>Checks and prepares a game.</summary>
    /// <param name="definition">A laboratory of two seats and one product, demand of its choice model without draws, goods on the shelf the day they are ordered.</param>
    /// <param name="prices">2 to 100 rising prices of at least a cent.</param>
    /// <exception cref="ArgumentException">The world or the prices are of another kind; the message says what would be right.</exception>
    /// <exception cref="WorldDefinitionException">The definition is not valid.</exception>
    public static PriceGame Of(WorldDefinition definition, IReadOnlyList<Money> prices)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(prices);
        var isGame = definition is { Seats: Sellers, Niches: [{ Products.Count: 1, Rivals.Count: 0 }], LaboratorySwitches: { Draws: DemandDraws.Expected, Demand: DemandSource.Choice } };
        if (!isGame)
        {
            throw new ArgumentException($"'{definition.Name}' is no price game: it needs two seats, one niche with one product and no rivals, and laboratory switches with draws: expected and demand: choice.", nameof(definition));
        }

        var rise = prices.Count is >= 2 and <= 100 && prices[0] > Money.Zero;
        for (var i = 1; rise && i < prices.Count; i++)
        {
            rise = prices[i] > prices[i - 1];
        }

        if (!rise)
        {
            throw new ArgumentException("A price game has 2 to 100 prices of at least a cent, each above the one before.", nameof(prices));
        }

        var shoppers = definition.Niches[0].SessionsPerDay * definition.LaboratorySwitches!.QuantityScale;
        return 2 * shoppers <= definition.Limits.UnitsPerOrder
            ? new(PreparedWorld.Of(definition), [.. prices], (int)Math.Ceiling(shoppers))
            : throw new ArgumentException(FormattableString.Invariant($"'{definition.Name}' has {shoppers} shoppers a day in engine units and orders of at most {definition.Limits.UnitsPerOrder}: an order must last two days."), nameof(definition));
    }

    /// <summary>Position of the price nearest to one; of two equally near the lower.</summary>
    public int IndexOf(Money price) => Nearest(_prices, price);

    /// <summary>Profit of a seller on a day at these prices, in cents: sales less fees less cost of goods. All pairs are played by the engine when the first is asked for.</summary>
    /// <param name="seat">The seller.</param>
    /// <param name="own">Position of its price.</param>
    /// <param name="other">Position of the other's price.</param>
    public long ProfitCents(Seat seat, int own, int other) => _profits.Value[seat.Index][(own * _prices.Length) + other];

    internal static int Nearest(IReadOnlyList<Money> prices, Money price)
    {
        var nearest = 0;
        for (var i = 1; i < prices.Count; i++)
        {
            nearest = Math.Abs(prices[i].Cents - price.Cents) < Math.Abs(prices[nearest].Cents - price.Cents) ? i : nearest;
        }

        return nearest;
    }

    private long[][] PlayAllPairs()
    {
        var rounds = new PriceRounds(this, new WorldSplit(0).Training(0));
        var profits = new long[][] { new long[_prices.Length * _prices.Length], new long[_prices.Length * _prices.Length] };
        for (var first = 0; first < _prices.Length; first++)
        {
            for (var second = 0; second < _prices.Length; second++)
            {
                rounds.Play(first, second);
                profits[0][(first * _prices.Length) + second] = rounds.Profit(0);
                profits[1][(second * _prices.Length) + first] = rounds.Profit(1);
            }
        }

        return profits;
    }
}
