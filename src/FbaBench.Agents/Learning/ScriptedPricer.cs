namespace FbaBench;

/// <summary>A seller of a price game who learns nothing: a constant price, or tit for tat.</summary>
public sealed class ScriptedPricer : IForkableAgent
{
    private readonly PriceGame _game;
    private readonly Money _price;
    private readonly bool _follows;

    private ScriptedPricer(PriceGame game, Money price, bool follows) => (_game, _price, _follows) = (game, price, follows);

    /// <summary>Asks one price every day.</summary>
    public static ScriptedPricer Constant(PriceGame game, Money price)
    {
        ArgumentNullException.ThrowIfNull(game);
        return new(game, price, follows: false);
    }

    /// <summary>Begins with a price and then asks what the other asked the day before.</summary>
    public static ScriptedPricer TitForTat(PriceGame game, Money first)
    {
        ArgumentNullException.ThrowIfNull(game);
        return new(game, first, follows: true);
    }

    /// <inheritdoc/>
    public bool ReadsOnlyWhileDeciding => true;

    /// <inheritdoc/>
    public IForkableAgent Fork() => new ScriptedPricer(_game, _price, _follows);

    /// <inheritdoc/>
    public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(today);
        var price = _follows && today.Day > 0 ? today.Competitors[0].Price : _price;
        return new(PriceDecision.Of(today, price, _game.RestockBelow, _game.OrderUnits));
    }
}
