namespace FbaBench.Tests.Economics;

/// <summary>Where an order goes and how it travels.</summary>
internal readonly record struct Source(Quote Quote, FreightMode Mode)
{
    public int LeadTimeDays
    {
        get
        {
            var mode = Mode;
            return mode == FreightMode.Quoted ? Quote.LeadTimeDays : Quote.Routes.First(route => route.Mode == mode).LeadTimeDays;
        }
    }

    /// <summary>A quote by a way, or as it is quoted where the supplier has no such way.</summary>
    public static Source By(Quote quote, FreightMode mode) => new(quote, quote.Routes.Any(route => route.Mode == mode) ? mode : FreightMode.Quoted);

    public Money LandedCost(in OfferObservation offer, int units, Observation today) => today.LandedCost(offer.Info, Quote, units, Mode);

    /// <summary>The price at which a sale earns nothing, as <see cref="StockPlan.BreakEvenCents"/> has it.</summary>
    public double BreakEvenCents(in OfferObservation offer, Observation today)
    {
        var asked = offer.IsOpen ? offer.Price : offer.ReferencePrice;
        var referralShare = offer.ReferralFee.Cents / (double)asked.Cents;
        var placement = offer.Fees.PlacementPerUnit is { Count: > 0 } fees ? fees[Quote.Supplier.Index] : Money.Zero;
        return (LandedCost(offer, Quote.MinimumUnits, today) + placement + offer.FulfilmentFee).Cents / (1 - referralShare);
    }
}
