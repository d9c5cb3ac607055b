using FbaBench.Kernel.Forecasting;
using FbaBench.Kernel.Health;
using FbaBench.Kernel.Inbox;
using FbaBench.Kernel.Laboratories;
using FbaBench.Kernel.Phases;

namespace FbaBench.Kernel;

/// <summary>A step of the day.</summary>
internal delegate void PhaseStep(DayContext day, ReadOnlySpan<SeatDecision> decisions);

/// <summary>A step of the day and its name, as measurements show it.</summary>
internal readonly record struct DayPhase(string Name, PhaseStep Run);

/// <summary>The day as a list: its phases in their fixed order.</summary>
internal static class DayPhases
{
    private static readonly DayPhase[] Phases =
    [
        new("calendar", static (day, _) => CalendarPhase.Run(day)),
        new("health windows", static (day, _) => AccountHealthBook.Begin(day)),
        new("promotions", static (day, _) => PromotionPhase.Begin(day)),
        new("run-off prices", static (day, _) => RunOffPhase.SetPrices(day)),
        new("arrivals", static (day, _) => ArrivalPhase.Run(day)),
        new("commands", CommandPhase.Run),
        new("rivals", static (day, _) => RivalPhase.Run(day)),
        new("choice", static (day, _) => ChoicePhase.Run(day)),
        new("fulfilment", static (day, _) => FulfilmentPhase.Run(day)),
        new("stages", static (day, _) => Stages.Deliver(day)),
        new("promotion fees", static (day, _) => PromotionPhase.Charge(day)),
        new("advertising", static (day, _) => AdvertisingPhase.Run(day)),
        new("returns", static (day, _) => ReturnsPhase.Run(day)),
        new("reviews", static (day, _) => ReviewPhase.Run(day)),
        new("mail", static (day, _) => MailPhase.Run(day)),
        new("account health", static (day, _) => AccountHealthBook.Run(day)),
        new("laboratory costs", static (day, _) => LaboratoryPhase.Run(day)),
        new("account", static (day, _) => AccountPhase.Run(day)),
        new("period end", static (day, _) => PeriodEndPhase.Run(day)),
        new("run-off", static (day, _) => RunOffPhase.Run(day)),
        new("forecasts", static (day, _) => ForecastPhase.Run(day)),
        new("rank", static (day, _) => RankPhase.Run(day)),
        new("audit", static (day, _) => Audit.Check(day)),
        new("digest", static (day, _) => day.EndDay()),
    ];

    public static ReadOnlySpan<DayPhase> InOrder => Phases;
}
