using FbaBench.Kernel.Supply;
using FbaBench.World;

namespace FbaBench.Kernel.Observing;

/// <summary>
/// Dealings with the suppliers of every own offer as they were shown last. They seldom change from one morning to the next, so that the list of the last morning mostly serves again.
/// No part of the state; an entry is replaced as a whole.
/// </summary>
internal sealed class SeenDealings(int offers)
{
    private readonly Entry?[] _byOwn = new Entry?[offers];

    public IReadOnlyList<SupplierState> Of(WorldState state, OfferTerms terms, int day)
    {
        var own = terms.Offer.Index;
        ReadOnlySpan<int> words = state.Talks.Slice(own * state.Layout.Suppliers * TalkState.Words, terms.Offer.Quotes.Length * TalkState.Words);
        var last = _byOwn[own];
        if (last is not null && day >= last.From && day <= last.Until && words.SequenceEqual(last.Words))
        {
            return last.Suppliers;
        }

        var suppliers = SupplyView.Suppliers(state, terms.Offer, day);
        _byOwn[own] = last = new(words.ToArray(), Array.AsReadOnly(suppliers), day, suppliers.Min(LastDay));
        return last.Suppliers;
    }

    /// <summary>Last day on which what is agreed and asked still holds.</summary>
    private static int LastDay(SupplierState supplier) =>
        Math.Min(supplier.Agreed is null ? int.MaxValue : supplier.AgreedUntil, supplier.Ask is null ? int.MaxValue : supplier.AskUntil);

    private sealed record Entry(int[] Words, IReadOnlyList<SupplierState> Suppliers, int From, int Until);
}

/// <summary>Parts of a simulation's observations that serve again.</summary>
internal sealed record SeenParts(SeenDealings Dealings, SeenMail Mail);
