using FbaBench.Kernel.Inbox;
using FbaBench.World;

namespace FbaBench.Kernel.Bounds;

/// <summary>
/// What a state of seat 0 is worth at most beside the days that are left: the books' net worth, and what is there without standing in them. Money needs no price of its own: nothing that can be done with it but buying stock earns any.
/// </summary>
internal static class Potential
{
    /// <summary>Parts of a cent in which it is counted: a liquidator's tenth of a cost is whole.</summary>
    public const int PartsOfCent = 10;

    /// <summary>Tenths of a cent.</summary>
    /// <param name="simulation">A world of one seat, between two days.</param>
    /// <param name="leastCost">By own offer: <see cref="BoundTerms.LeastCost"/>.</param>
    /// <param name="margin">By own offer: the most that a unit sold on any day from now on can earn, for who waits for stock.</param>
    public static long Of(Simulation simulation, long[] leastCost, ReadOnlySpan<long> margin)
    {
        var state = simulation.State;
        var worth = PartsOfCent * simulation.Books(new Seat(0)).NetWorth.Cents;
        var left = Math.Min(WorldLayout.ReturnRingDays, simulation.TotalDays - simulation.Day);
        foreach (var offer in state.Model.Own)
        {
            var least = leastCost[offer.Index];
            worth += (PartsOfCent * Shelf(state, offer.Index, least)) + Unsellable(state.UnsellableUnits[offer.Index], state.UnsellableCost[offer.Index], least);
            for (var day = simulation.Day; day < simulation.Day + left; day++)
            {
                worth += Returns(state, (offer.Index * WorldLayout.ReturnRingDays) + (day % WorldLayout.ReturnRingDays), least);
            }

            for (var day = simulation.Day; day < Math.Min(simulation.Day + WorldLayout.ComplaintRingDays, simulation.TotalDays); day++)
            {
                // Of a unit sold for less than its referral fee a refund brings the difference back.
                var at = (offer.Index * WorldLayout.ComplaintRingDays) + (day % WorldLayout.ComplaintRingDays);
                worth += PartsOfCent * Math.Max(0, state.ComplaintReferral[at] - state.ComplaintCents[at]);
            }

            if (!state.Backlog.IsEmpty)
            {
                worth += PartsOfCent * state.Backlog[offer.Index] * margin[offer.Index];
            }
        }

        for (var day = simulation.Day; day < simulation.Day + left; day++)
        {
            var at = day % WorldLayout.ReturnRingDays;
            worth += PartsOfCent * (state.ReferralBackCents[at] - state.RefundCents[at] - state.RefundFeeCents[at]);
        }

        return worth + (PartsOfCent * Claims(state));
    }

    /// <summary>What units on the shelf are worth above their cost in the books: each counts at least the least cost.</summary>
    private static long Shelf(WorldState state, int own, long least)
    {
        long worth = 0;
        var states = Lots.States(state, own);
        var first = own * state.Layout.Lots;
        for (var i = 0; i < states.Length; i++)
        {
            worth += states[i] == (int)LotState.Sellable ? Math.Max(0, (least * state.LotUnits[first + i]) - state.LotCost[first + i]) : 0;
        }

        return worth;
    }

    /// <summary>Units that cannot be sold, in tenths of a cent: a liquidator's tenth of their cost, or the least cost of a unit where a workshop may save it.</summary>
    private static long Unsellable(long units, long cost, long least) => Math.Max(PartsOfCent * least * units, cost);

    /// <summary>What is drawn already to come back on a day, and what a workshop brings back.</summary>
    private static long Returns(WorldState state, int at, long least)
    {
        var units = 0L;
        for (var month = 0; month < WorldLayout.ReturnMonths; month++)
        {
            units += state.ReturnUnits[(at * WorldLayout.ReturnMonths) + month];
        }

        var (resellable, stock) = (state.ReturnResellable[at], state.ReturnStockCost[at]);
        var written = state.ReturnCost[at] - stock;
        return (PartsOfCent * (Math.Max(stock, least * resellable) + (least * state.ReworkComing[at]))) + Unsellable(units - resellable, written, least);
    }

    /// <summary>What the marketplace may still pay for units that its warehouses lost, and what a refund that a buyer asks for brings back.</summary>
    private static long Claims(WorldState state)
    {
        long worth = 0;
        for (var slot = Mailbox.First(state, 0); slot < Mailbox.First(state, 1); slot++)
        {
            var mail = Mail.At(state, slot);
            worth += mail.Number == 0 || mail.Answered != 0 ? 0 : mail.Kind switch
            {
                MailKind.Receiving => mail.Amount,
                MailKind.Complaint or MailKind.Injection => Math.Max(0, mail.Referral - mail.Amount),
                _ => 0,
            };
        }

        return worth;
    }
}
