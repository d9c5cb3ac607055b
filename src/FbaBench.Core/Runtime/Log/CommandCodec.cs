namespace FbaBench.Runtime;

/// <summary>Commands as bytes. Numbers and field order are part of the log's schema: never change one.</summary>
internal static class CommandCodec
{
    private const byte Unknown = 0;
    private const byte SetPriceCode = 1;
    private const byte CloseOfferCode = 2;
    private const byte PlaceOrderCode = 3;
    private const byte LiquidateCode = 4;
    private const byte CloseBusinessCode = 5;

    public static void Write(LogBuffer into, Command? command)
    {
        switch (command)
        {
            case SetPrice set:
                into.Byte(SetPriceCode);
                into.Int(set.Offer.Index);
                into.Long(set.Price.Cents);
                break;
            case CloseOffer close:
                into.Byte(CloseOfferCode);
                into.Int(close.Offer.Index);
                break;
            case PlaceOrder order:
                into.Byte(PlaceOrderCode);
                into.Int(order.Offer.Index);
                into.Int(order.Supplier.Index);
                into.Int(order.Units);
                break;
            case Liquidate liquidate:
                into.Byte(LiquidateCode);
                into.Int(liquidate.Offer.Index);
                into.Int(liquidate.Units);
                break;
            case CloseBusiness:
                into.Byte(CloseBusinessCode);
                break;
            default:
                into.Byte(Unknown);
                break;
        }
    }

    /// <summary>The command, or null for one that no kernel of this schema knows (it was refused, and is refused again).</summary>
    public static Command? Read(ref LogCursor from, int entry) => from.Byte() switch
    {
        Unknown => null,
        SetPriceCode => new SetPrice(new(from.Int()), new(from.Long())),
        CloseOfferCode => new CloseOffer(new(from.Int())),
        PlaceOrderCode => new PlaceOrder(new(from.Int()), new(from.Int()), from.Int()),
        LiquidateCode => new Liquidate(new(from.Int()), from.Int()),
        CloseBusinessCode => new CloseBusiness(),
        var code => throw new RunLogException(entry, $"command code {code} is unknown."),
    };
}
