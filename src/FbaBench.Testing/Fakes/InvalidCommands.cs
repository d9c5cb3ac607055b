namespace FbaBench;

/// <summary>Commands that no world takes.</summary>
internal static class InvalidCommands
{
    private static readonly OfferId Nowhere = new(int.MaxValue);
    private static readonly SupplierId Nobody = new(int.MaxValue);

    public static IEnumerable<Command> Of(Observation today) =>
    [
        new SetPrice(Nowhere, Money.Dollars(10)),
        new SetPrice(new(-1), Money.Dollars(10)),
        new CloseOffer(Nowhere),
        new PlaceOrder(Nowhere, Nobody, 1),
        new Liquidate(Nowhere, 1),
        new StartPromotion(Nowhere, Money.Dollars(1), 1),
        new EndPromotion(Nowhere),
        new CreateCampaign(Nowhere, Money.Dollars(1), Money.Dollars(10), today.Day, today.Day),
        new StopCampaign(Nowhere),
        new DrawCredit(new Money(long.MaxValue)),
        new RepayCredit(new Money(-1)),
        new RejectOrder(new(new Seat(int.MaxValue), -1, -1)),
        new ReactToMail(int.MaxValue, MailAction.Comply),
        new ForecastUnits(Nowhere, int.MaxValue, 0, 0, 0),
        new ForecastCash(int.MinValue, Money.Zero, Money.Zero, Money.Zero),
        new ChargeInference(-1, -1, -1),
        .. today.Offers.Take(1).SelectMany(offer => OfOffer(offer.Id)),
    ];

    private static Command[] OfOffer(OfferId offer) =>
    [
        new SetPrice(offer, Money.Zero),
        new SetPrice(offer, new Money(long.MinValue)),
        new SetPrice(offer, new Money(long.MaxValue)),
        new PlaceOrder(offer, Nobody, 1_000),
        new PlaceOrder(offer, new SupplierId(0), int.MinValue),
        new PlaceOrder(offer, new SupplierId(0), int.MaxValue),
        new Liquidate(offer, int.MinValue),
        new Liquidate(offer, int.MaxValue),
        new DisposeUnsellable(offer, int.MinValue, (DisposalPath)int.MaxValue),
    ];
}
