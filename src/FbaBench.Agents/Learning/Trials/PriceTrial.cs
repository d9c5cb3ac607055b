namespace FbaBench;

/// <summary>A price that is held for some days, and what came of it.</summary>
internal sealed class PriceTrial
{
    public required Money Price { get; init; }

    /// <summary>The first day that it is not held any more.</summary>
    public required int Until { get; init; }

    public required string Niche { get; init; }

    /// <summary>The situation of the morning on which it was set.</summary>
    public required PriceSituation Situation { get; init; }

    /// <summary>Price less break-even, as a share of the reference price.</summary>
    public required double Markup { get; init; }

    /// <summary>What the learner chose, as it counts its choices.</summary>
    public required int Choice { get; init; }

    public required double BreakEvenCents { get; init; }

    public required double ReferenceCents { get; init; }

    /// <summary>Days that count, each as long as its month is busy.</summary>
    public double Days { get; private set; }

    public long Units { get; private set; }

    /// <summary>Contribution of those days: sales less what would have earned nothing, in reference prices.</summary>
    public double Contribution { get; private set; }

    /// <summary>Units that those days would have brought at the usual markup; 0 while that is not known.</summary>
    public double UsualUnits { get; private set; }

    public PriceTrial Copy() => (PriceTrial)MemberwiseClone();

    /// <summary>Yesterday counts where the offer stood at this price and sold to all who wanted it.</summary>
    public void Count(in OfferObservation offer, SimDate today)
    {
        if (offer.Price == Price && offer.UnitsOnHand + offer.UnitsYesterday > 0 && offer.LostYesterday == 0 && !offer.Promotion.IsRunning)
        {
            Days += SeasonGuide.Index(today.AddDays(-1));
            Units += offer.UnitsYesterday;
            Contribution += (offer.RevenueYesterday.Cents - (offer.UnitsYesterday * BreakEvenCents)) / ReferenceCents;
        }
    }

    /// <summary>The trial is over: it is weighed by what the offer sold in earlier ones, and then counts among them.</summary>
    public void End(UsualVolume volume)
    {
        UsualUnits = volume.OfDay * Days;
        volume.Add(Units, Days * UsualResponse.Volume(Markup));
    }
}
