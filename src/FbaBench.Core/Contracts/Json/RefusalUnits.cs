namespace FbaBench.Contracts;

/// <summary>What a number of a refusal is.</summary>
internal enum RefusalUnit
{
    /// <summary>It says nothing, or is a handle.</summary>
    None,

    /// <summary>Cents, shown as dollars.</summary>
    Dollars,

    /// <summary>Units, days, reviews, lots or commands.</summary>
    Number,
}

/// <summary>What the numbers of refusals are, by reason.</summary>
/// <param name="Given">Of <see cref="Refusal.Given"/>.</param>
/// <param name="Low">Of <see cref="Refusal.Low"/>.</param>
/// <param name="High">Of <see cref="Refusal.High"/>.</param>
internal readonly record struct RefusalUnits(RefusalUnit Given, RefusalUnit Low, RefusalUnit High)
{
    public static RefusalUnits Of(RefusalReason reason) => reason switch
    {
        RefusalReason.PriceOutOfRange or RefusalReason.PromotionTooSmall or RefusalReason.BelowPromotion
            or RefusalReason.CreditOutOfRange or RefusalReason.BidOutOfRange or RefusalReason.BudgetOutOfRange => new(RefusalUnit.Dollars, RefusalUnit.Dollars, RefusalUnit.Dollars),
        RefusalReason.BelowMinimumUnits or RefusalReason.UnitsOutOfRange or RefusalReason.NotEnoughStock or RefusalReason.PromotionDaysUsed
            or RefusalReason.CampaignDaysOutOfRange or RefusalReason.ReviewsOutOfRange or RefusalReason.UnsellableOutOfRange or RefusalReason.ForecastDayOutOfRange or RefusalReason.InferenceOutOfRange => new(RefusalUnit.Number, RefusalUnit.Number, RefusalUnit.Number),
        RefusalReason.NotEnoughCash => new(RefusalUnit.Dollars, RefusalUnit.None, RefusalUnit.Dollars),
        RefusalReason.CreditClosed => new(RefusalUnit.Number, RefusalUnit.None, RefusalUnit.Number),
        RefusalReason.TooManyCommands => new(RefusalUnit.Number, RefusalUnit.None, RefusalUnit.Number),
        RefusalReason.NoTalks => new(RefusalUnit.Number, RefusalUnit.Number, RefusalUnit.None),
        RefusalReason.UnknownMail or RefusalReason.UnknownOrder or RefusalReason.NoClaimAsked or RefusalReason.AppealPending => new(RefusalUnit.Number, RefusalUnit.None, RefusalUnit.None),
        RefusalReason.PromotionRuns => new(RefusalUnit.Dollars, RefusalUnit.None, RefusalUnit.Number),
        RefusalReason.TooManyLots or RefusalReason.CampaignExists or RefusalReason.TooManyForecasts => new(RefusalUnit.None, RefusalUnit.None, RefusalUnit.Number),
        RefusalReason.ForecastExists => new(RefusalUnit.Number, RefusalUnit.None, RefusalUnit.None),
        _ => default,
    };
}
