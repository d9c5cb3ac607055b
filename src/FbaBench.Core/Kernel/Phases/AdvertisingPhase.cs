using FbaBench.Market;
using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench.Kernel.Phases;

/// <summary>Sponsored slots: clicks are drawn and paid within the budget, charged in the evening, and reported some days later.</summary>
internal static class AdvertisingPhase
{
    private const int OrdinalsPerPhase = 4;

    /// <summary>Draws a campaign's clicks in one phase of the day; what its budget does not pay for does not happen.</summary>
    public static void Click(DayContext day, NicheModel niche, in CampaignPhase phase)
    {
        var offer = day.Model.Own[phase.Own];
        var campaigns = day.Campaigns;
        var sizes = niche.OrderSizes;
        // Clicks of shoppers who then buy of a counterfeiter are paid all the same.
        var mean = phase.Orders * ChoicePhase.Kept(day, phase.Own);
        var orders = new Demand(
            Draw(day, Mechanism.AdOrders, offer.Key, phase.Phase, 1, mean * sizes[0]),
            Draw(day, Mechanism.AdOrders, offer.Key, phase.Phase, 2, mean * sizes[1]),
            Draw(day, Mechanism.AdOrders, offer.Key, phase.Phase, 3, mean * sizes[2]));
        var visits = Draw(day, Mechanism.AdClicks, offer.Key, phase.Phase, 0, phase.Visits + (phase.Orders - mean));
        var left = day.State.CampaignBudget[phase.Own] - campaigns.Spend[phase.Own];
        (orders, visits) = AdBudgets.Cap(orders, visits, left / phase.Price);

        var clicks = orders.Orders + visits;
        var before = campaigns.Orders[phase.Own];
        campaigns.Orders[phase.Own] = new(before.Singles + orders.Singles, before.Doubles + orders.Doubles, before.Triples + orders.Triples);
        campaigns.Clicks[phase.Own] += clicks;
        campaigns.Spend[phase.Own] = checked(campaigns.Spend[phase.Own] + (clicks * phase.Price));
        campaigns.Impressions[phase.Own] += Math.Max(clicks, (long)Math.Floor((phase.Sessions * day.Definition.Market.Advertising.ImpressionsPerSession) + 0.5));
        day.FirstChoices.Add(offer.Row - niche.FirstRow, orders, visits);
    }

    /// <summary>Evening: charges the clicks, and lets the report arrive that is due.</summary>
    public static void Run(DayContext day)
    {
        foreach (var offer in day.Model.Own)
        {
            if (day.State.CampaignBid[offer.Index] > 0 && day.Day >= day.State.CampaignFirst[offer.Index])
            {
                Charge(day, offer);
            }

            Arrive(day, offer.Index);
            if (day.State.CampaignBid[offer.Index] > 0 && day.Day >= day.State.CampaignLast[offer.Index])
            {
                End(day, offer);
            }
        }
    }

    /// <summary>Ends a campaign after today's shoppers; its reports still arrive.</summary>
    private static void End(DayContext day, OwnOffer offer) => End(day, offer, day.Day);

    /// <summary>Ends a campaign.</summary>
    /// <param name="day">Today.</param>
    /// <param name="offer">The offer.</param>
    /// <param name="last">Its last day.</param>
    public static void End(DayContext day, OwnOffer offer, int last)
    {
        day.State.CampaignBid[offer.Index] = 0;
        day.State.CampaignLast[offer.Index] = last;
        day.Emit(EventKind.CampaignEnded, offer.Seat, offer.Row);
    }

    private static void Charge(DayContext day, OwnOffer offer)
    {
        var state = day.State;
        var own = offer.Index;
        var campaigns = day.Campaigns;
        var spend = campaigns.Spend[own];
        if (spend > state.CampaignBudget[own])
        {
            throw new InvariantException($"A campaign of offer {offer.Row} spent {spend} cents of a budget of {state.CampaignBudget[own]}.");
        }

        // Attributed are the clickers' orders as far as the shelf served such orders.
        var served = day.Served[offer.Row];
        var clicked = campaigns.Orders[own];
        var orders = new Demand(Math.Min(clicked.Singles, served.Singles), Math.Min(clicked.Doubles, served.Doubles), Math.Min(clicked.Triples, served.Triples));
        var today = Report(state, own, day.Day);
        today[0] = campaigns.Impressions[own];
        today[1] = campaigns.Clicks[own];
        today[2] = spend;
        today[3] = orders.Orders;
        today[4] = orders.Units;
        today[5] = (long)orders.Units * state.Price[offer.Row];
        if (spend > 0)
        {
            day.Post(offer.Seat, TransferReason.Advertising, spend, offer.Row);
            state.Available[offer.Seat] -= spend;
            day.Emit(EventKind.Advertising, offer.Seat, offer.Row, (int)campaigns.Clicks[own], orders.Orders, spend);
        }
    }

    /// <summary>
    /// The report of some days ago joins the campaign's sums; tomorrow morning's observation shows it. Whoever starts a new campaign within the delay gets
    /// no report on the last days of the one before.
    /// </summary>
    private static void Arrive(DayContext day, int own)
    {
        var state = day.State;
        var about = day.Day + 1 - day.Definition.Market.Advertising.ReportDelayDays;
        if (about < state.CampaignFirst[own] || about > state.CampaignLast[own])
        {
            return;
        }

        var report = Report(state, own, about);
        var totals = state.AdTotals.Slice(own * WorldLayout.AdFigures, WorldLayout.AdFigures);
        if (about == state.CampaignFirst[own])
        {
            totals.Clear();
        }

        for (var figure = 0; figure < WorldLayout.AdFigures; figure++)
        {
            totals[figure] += report[figure];
        }

        state.AdReportDay[own] = about + 1;
    }

    public static Span<long> Report(WorldState state, int own, int day) =>
        state.AdReports.Slice(((own * WorldLayout.AdRingDays) + (day % WorldLayout.AdRingDays)) * WorldLayout.AdFigures, WorldLayout.AdFigures);

    private static int Draw(DayContext day, Mechanism mechanism, ulong key, int phase, int ordinal, double mean) =>
        PoissonQuantile.Of(day.Draws.Uniform(mechanism, key, day.Day, (phase * OrdinalsPerPhase) + ordinal), Math.Min(mean, PoissonQuantile.MaximumMean));
}
