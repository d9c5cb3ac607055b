using System.Collections.ObjectModel;
using FbaBench.Kernel.Phases;
using FbaBench.Kernel.Supply;
using FbaBench.Market;
using FbaBench.World;

namespace FbaBench.Kernel.Observing;

/// <summary>What of a morning hangs on definition and date alone.</summary>
/// <param name="NextPayoutDay">Day of the next payout.</param>
/// <param name="DealEvents">Deal events of the next days.</param>
/// <param name="Tariffs">Tariffs in force.</param>
/// <param name="Offers">Fees of every own offer.</param>
internal sealed record MorningTerms(int NextPayoutDay, IReadOnlyList<DealEvent> DealEvents, IReadOnlyList<TariffRate> Tariffs, OfferTerms[] Offers);

/// <summary>
/// Terms of all mornings of a world, each worked out when somebody first looks and then shared by all simulations of the world. Threads that look at once may
/// both work one out; either result serves.
/// </summary>
internal sealed class MorningCalendar(WorldModel model, OfferFees fees)
{
    private const int AnnouncedDays = 60;

    // The last morning is the one after the last day.
    private readonly MorningTerms?[] _mornings = new MorningTerms?[model.Definition.Days + model.Definition.Account.RunOffDays + 1];
    private readonly OfferTerms[]?[] _offersFrom = new OfferTerms[]?[model.Definition.Days + model.Definition.Account.RunOffDays + 1];

    /// <summary>The marketplace's rules.</summary>
    public SellerRules Rules { get; } = MarketView.Rules(model);

    public MorningTerms On(int day) => _mornings[day] ??= Make(day);

    private MorningTerms Make(int day)
    {
        var definition = model.Definition;
        var date = definition.Start.AddDays(day);
        var first = day;
        while (!ChangesOn(first))
        {
            first--;
        }

        return new(NextPayout(day), Announced(date), Array.AsReadOnly(SupplyView.Tariffs(definition, date)), _offersFrom[first] ??= Offers(definition.Start.AddDays(first)));
    }

    private OfferTerms[] Offers(SimDate date) => [.. model.Own.Select(offer => new OfferTerms(model, offer, fees[offer.Index], date))];

    /// <summary>Whether fees of the day before may not hold any more: a month begins (storage has rates by month), or the day takes other tables.</summary>
    private bool ChangesOn(int day)
    {
        var date = model.Definition.Start.AddDays(day);
        if (day == 0 || date.DayOfMonth == 1 || model.Own.Length == 0)
        {
            return true;
        }

        var (before, now) = (fees[0].TableDate(date.AddDays(-1)), fees[0].TableDate(date));
        return now < before || FeeSchedule.Published.Changes.Any(change => change > before && change <= now);
    }

    private int NextPayout(int day)
    {
        while (!AccountPhase.IsPayoutDay(model.Definition, day))
        {
            day++;
        }

        return day;
    }

    /// <summary>Deal events of the next days.</summary>
    private ReadOnlyCollection<DealEvent> Announced(SimDate date) => Array.AsReadOnly(
        [.. model.Definition.DealEvents.Where(deal => deal.Last >= date && deal.First - date <= AnnouncedDays).OrderBy(deal => deal.First - date)]);
}
