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
    private const byte StartPromotionCode = 6;
    private const byte EndPromotionCode = 7;
    private const byte CreateCampaignCode = 8;
    private const byte ChangeCampaignCode = 9;
    private const byte StopCampaignCode = 10;
    private const byte BuyReviewsCode = 11;
    private const byte DrawCreditCode = 12;
    private const byte RepayCreditCode = 13;
    private const byte MakeSupplierOfferCode = 17;
    private const byte AcceptSupplierOfferCode = 18;
    private const byte InspectSupplierCode = 19;
    private const byte RejectOrderCode = 20;
    private const byte DisposeUnsellableCode = 21;
    private const byte ReactToMailCode = 22;
    private const byte AppealSuspensionCode = 23;
    private const byte ForecastUnitsCode = 14;
    private const byte ForecastCashCode = 15;
    private const byte ChargeInferenceCode = 16;

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
                into.Int((int)order.Freight);
                break;
            case Liquidate liquidate:
                into.Byte(LiquidateCode);
                into.Int(liquidate.Offer.Index);
                into.Int(liquidate.Units);
                break;
            case CloseBusiness:
                into.Byte(CloseBusinessCode);
                break;
            case StartPromotion start:
                into.Byte(StartPromotionCode);
                into.Int(start.Offer.Index);
                into.Long(start.Price.Cents);
                into.Int(start.Days);
                break;
            case EndPromotion end:
                into.Byte(EndPromotionCode);
                into.Int(end.Offer.Index);
                break;
            case CreateCampaign create:
                into.Byte(CreateCampaignCode);
                into.Int(create.Offer.Index);
                into.Long(create.Bid.Cents);
                into.Long(create.DailyBudget.Cents);
                into.Int(create.FirstDay);
                into.Int(create.LastDay);
                break;
            case ChangeCampaign change:
                into.Byte(ChangeCampaignCode);
                into.Int(change.Offer.Index);
                into.Long(change.Bid.Cents);
                into.Long(change.DailyBudget.Cents);
                into.Int(change.LastDay);
                break;
            case StopCampaign stop:
                into.Byte(StopCampaignCode);
                into.Int(stop.Offer.Index);
                break;
            case BuyReviews buy:
                into.Byte(BuyReviewsCode);
                into.Int(buy.Offer.Index);
                into.Int(buy.Count);
                break;
            case DrawCredit draw:
                into.Byte(DrawCreditCode);
                into.Long(draw.Amount.Cents);
                break;
            case RepayCredit repay:
                into.Byte(RepayCreditCode);
                into.Long(repay.Amount.Cents);
                break;
            case MakeSupplierOffer propose:
                into.Byte(MakeSupplierOfferCode);
                into.Int(propose.Offer.Index);
                into.Int(propose.Supplier.Index);
                into.Int(propose.Units);
                into.Long(propose.UnitPrice.Cents);
                break;
            case AcceptSupplierOffer accept:
                into.Byte(AcceptSupplierOfferCode);
                into.Int(accept.Offer.Index);
                into.Int(accept.Supplier.Index);
                break;
            case InspectSupplier inspect:
                into.Byte(InspectSupplierCode);
                into.Int(inspect.Offer.Index);
                into.Int(inspect.Supplier.Index);
                break;
            case RejectOrder reject:
                into.Byte(RejectOrderCode);
                into.Int(reject.Order.Seat.Index);
                into.Int(reject.Order.Day);
                into.Int(reject.Order.CommandIndex);
                break;
            case DisposeUnsellable dispose:
                into.Byte(DisposeUnsellableCode);
                into.Int(dispose.Offer.Index);
                into.Int(dispose.Units);
                into.Int((int)dispose.Path);
                break;
            case ReactToMail react:
                into.Byte(ReactToMailCode);
                into.Int(react.Mail);
                into.Int((int)react.Action);
                into.Int(react.Claim);
                break;
            case AppealSuspension appeal:
                into.Byte(AppealSuspensionCode);
                into.Int((int)appeal.Cause);
                break;
            case ForecastUnits units:
                into.Byte(ForecastUnitsCode);
                into.Int(units.Offer.Index);
                into.Int(units.LastDay);
                into.Int(units.Low);
                into.Int(units.Expected);
                into.Int(units.High);
                break;
            case ForecastCash cash:
                into.Byte(ForecastCashCode);
                into.Int(cash.Day);
                into.Long(cash.Low.Cents);
                into.Long(cash.Expected.Cents);
                into.Long(cash.High.Cents);
                break;
            case ChargeInference charge:
                into.Byte(ChargeInferenceCode);
                into.Long(charge.MicroDollars);
                into.Long(charge.InputTokens);
                into.Long(charge.OutputTokens);
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
        PlaceOrderCode => new PlaceOrder(new(from.Int()), new(from.Int()), from.Int(), (FreightMode)from.Int()),
        LiquidateCode => new Liquidate(new(from.Int()), from.Int()),
        CloseBusinessCode => new CloseBusiness(),
        StartPromotionCode => new StartPromotion(new(from.Int()), new(from.Long()), from.Int()),
        EndPromotionCode => new EndPromotion(new(from.Int())),
        CreateCampaignCode => new CreateCampaign(new(from.Int()), new(from.Long()), new(from.Long()), from.Int(), from.Int()),
        ChangeCampaignCode => new ChangeCampaign(new(from.Int()), new(from.Long()), new(from.Long()), from.Int()),
        StopCampaignCode => new StopCampaign(new(from.Int())),
        BuyReviewsCode => new BuyReviews(new(from.Int()), from.Int()),
        DrawCreditCode => new DrawCredit(new(from.Long())),
        RepayCreditCode => new RepayCredit(new(from.Long())),
        MakeSupplierOfferCode => new MakeSupplierOffer(new(from.Int()), new(from.Int()), from.Int(), new(from.Long())),
        AcceptSupplierOfferCode => new AcceptSupplierOffer(new(from.Int()), new(from.Int())),
        InspectSupplierCode => new InspectSupplier(new(from.Int()), new(from.Int())),
        RejectOrderCode => new RejectOrder(new(new(from.Int()), from.Int(), from.Int())),
        DisposeUnsellableCode => new DisposeUnsellable(new(from.Int()), from.Int(), (DisposalPath)from.Int()),
        ReactToMailCode => new ReactToMail(from.Int(), (MailAction)from.Int(), from.Int()),
        AppealSuspensionCode => new AppealSuspension((SuspensionCause)from.Int()),
        ForecastUnitsCode => new ForecastUnits(new(from.Int()), from.Int(), from.Int(), from.Int(), from.Int()),
        ForecastCashCode => new ForecastCash(from.Int(), new(from.Long()), new(from.Long()), new(from.Long())),
        ChargeInferenceCode => new ChargeInference(from.Long(), from.Long(), from.Long()),
        var code => throw new RunLogException(entry, $"command code {code} is unknown."),
    };
}
