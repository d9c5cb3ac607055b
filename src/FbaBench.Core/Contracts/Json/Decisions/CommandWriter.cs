using System.Text.Json;

namespace FbaBench.Contracts;

/// <summary>Writes commands by names.</summary>
internal static class CommandWriter
{
    /// <exception cref="ArgumentException">The command is null, or its offer or supplier is not in the observation.</exception>
    public static void Write(Utf8JsonWriter json, Command? command, Observation today)
    {
        json.WriteStartObject();
        switch (command)
        {
            case SetPrice set:
                Start(json, "setPrice", today, set.Offer);
                json.WriteMoney("price", set.Price);
                break;
            case CloseOffer close:
                Start(json, "closeOffer", today, close.Offer);
                break;
            case PlaceOrder order:
                var info = Start(json, "placeOrder", today, order.Offer);
                json.WriteString("supplier", ObservedNames.Supplier(info, order.Supplier));
                json.WriteNumber("units", order.Units);
                if (order.Freight != FreightMode.Quoted)
                {
                    json.WriteName("freight", order.Freight);
                }

                break;
            case Liquidate liquidate:
                Start(json, "liquidate", today, liquidate.Offer);
                json.WriteNumber("units", liquidate.Units);
                break;
            case StartPromotion start:
                Start(json, "startPromotion", today, start.Offer);
                json.WriteMoney("price", start.Price);
                json.WriteNumber("days", start.Days);
                break;
            case EndPromotion end:
                Start(json, "endPromotion", today, end.Offer);
                break;
            case CreateCampaign create:
                Start(json, "createCampaign", today, create.Offer);
                json.WriteMoney("bid", create.Bid);
                json.WriteMoney("dailyBudget", create.DailyBudget);
                json.WriteNumber("firstDay", create.FirstDay);
                json.WriteNumber("lastDay", create.LastDay);
                break;
            case ChangeCampaign change:
                Start(json, "changeCampaign", today, change.Offer);
                json.WriteMoney("bid", change.Bid);
                json.WriteMoney("dailyBudget", change.DailyBudget);
                json.WriteNumber("lastDay", change.LastDay);
                break;
            case StopCampaign stop:
                Start(json, "stopCampaign", today, stop.Offer);
                break;
            case BuyReviews buy:
                Start(json, "buyReviews", today, buy.Offer);
                json.WriteNumber("count", buy.Count);
                break;
            case DrawCredit draw:
                json.WriteString("command", "drawCredit");
                json.WriteMoney("amount", draw.Amount);
                break;
            case RepayCredit repay:
                json.WriteString("command", "repayCredit");
                json.WriteMoney("amount", repay.Amount);
                break;
            case MakeSupplierOffer propose:
                json.Start("makeSupplierOffer", today, propose.Offer, propose.Supplier);
                json.WriteNumber("units", propose.Units);
                json.WriteMoney("unitPrice", propose.UnitPrice);
                break;
            case AcceptSupplierOffer accept:
                json.Start("acceptSupplierOffer", today, accept.Offer, accept.Supplier);
                break;
            case InspectSupplier inspect:
                json.Start("inspectSupplier", today, inspect.Offer, inspect.Supplier);
                break;
            case RejectOrder reject:
                json.WriteString("command", "rejectOrder");
                json.WriteNumber("orderedDay", reject.Order.Day);
                json.WriteNumber("commandIndex", reject.Order.CommandIndex);
                break;
            case DisposeUnsellable dispose:
                Start(json, "disposeUnsellable", today, dispose.Offer);
                json.WriteNumber("units", dispose.Units);
                json.WriteName("path", dispose.Path);
                break;
            case ReactToMail react:
                json.WriteString("command", "reactToMail");
                json.WriteNumber("mail", react.Mail);
                json.WriteName("action", react.Action);
                if (react.Claim != 0)
                {
                    json.WriteNumber("claim", react.Claim);
                }

                break;
            case AppealSuspension appeal:
                json.WriteString("command", "appealSuspension");
                json.WriteName("cause", appeal.Cause);
                break;
            case ForecastUnits units:
                Start(json, "forecastUnits", today, units.Offer);
                json.WriteNumber("lastDay", units.LastDay);
                json.WriteNumber("low", units.Low);
                json.WriteNumber("expected", units.Expected);
                json.WriteNumber("high", units.High);
                break;
            case ForecastCash cash:
                json.WriteString("command", "forecastCash");
                json.WriteNumber("day", cash.Day);
                json.WriteMoney("low", cash.Low);
                json.WriteMoney("expected", cash.Expected);
                json.WriteMoney("high", cash.High);
                break;
            case ChargeInference charge:
                json.WriteString("command", "chargeInference");
                json.WriteNumber("microDollars", charge.MicroDollars);
                json.WriteNumber("inputTokens", charge.InputTokens);
                json.WriteNumber("outputTokens", charge.OutputTokens);
                break;
            case CloseBusiness:
                json.WriteString("command", "closeBusiness");
                break;
            default:
                throw new ArgumentException(command is null ? "A command of the decision is null; leave it out." : $"{command.GetType().Name} has no JSON form.", nameof(command));
        }

        json.WriteEndObject();
    }

    private static void Start(this Utf8JsonWriter json, string name, Observation today, OfferId offer, SupplierId supplier) =>
        json.WriteString("supplier", ObservedNames.Supplier(Start(json, name, today, offer), supplier));

    private static OfferInfo Start(Utf8JsonWriter json, string name, Observation today, OfferId offer)
    {
        var info = ObservedNames.Offer(today, offer);
        json.WriteString("command", name);
        json.WriteString("offer", info.Name);
        return info;
    }
}
