using System.Runtime.CompilerServices;

namespace FbaBench.Kernel.Training;

/// <summary>
/// Commands of one offer that are written anew every day, so that a learner's day allocates nothing. Nobody but the day's command phase sees
/// them, and it keeps none: to everyone else a command stays what it was.
/// </summary>
internal sealed class ReusedCommands(OfferId offer, SupplierId supplier)
{
    private readonly SetPrice _price = new(offer, Money.Zero);
    private readonly PlaceOrder _order = new(offer, supplier, 0);
    private readonly CreateCampaign _create = new(offer, Money.Zero, Money.Zero, 0, 0);
    private readonly ChangeCampaign _change = new(offer, Money.Zero, Money.Zero, 0);
    private readonly Liquidate _liquidate = new(offer, 0);

    public CloseOffer Close { get; } = new(offer);

    public StopCampaign Stop { get; } = new(offer);

    public SetPrice Price(Money price)
    {
        Set(_price, price);
        return _price;
    }

    public PlaceOrder Order(int units)
    {
        Set(_order, units);
        return _order;
    }

    public CreateCampaign Create(Money bid, Money budget, int first, int last)
    {
        SetBid(_create, bid);
        SetBudget(_create, budget);
        SetFirst(_create, first);
        SetLast(_create, last);
        return _create;
    }

    public ChangeCampaign Change(Money bid, Money budget, int last)
    {
        SetBid(_change, bid);
        SetBudget(_change, budget);
        SetLast(_change, last);
        return _change;
    }

    public Liquidate Liquidate(int units)
    {
        Set(_liquidate, units);
        return _liquidate;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Price")]
    private static extern void Set(SetPrice command, Money price);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Units")]
    private static extern void Set(PlaceOrder command, int units);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Units")]
    private static extern void Set(Liquidate command, int units);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Bid")]
    private static extern void SetBid(CreateCampaign command, Money bid);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_DailyBudget")]
    private static extern void SetBudget(CreateCampaign command, Money budget);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_FirstDay")]
    private static extern void SetFirst(CreateCampaign command, int day);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_LastDay")]
    private static extern void SetLast(CreateCampaign command, int day);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Bid")]
    private static extern void SetBid(ChangeCampaign command, Money bid);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_DailyBudget")]
    private static extern void SetBudget(ChangeCampaign command, Money budget);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_LastDay")]
    private static extern void SetLast(ChangeCampaign command, int day);
}
