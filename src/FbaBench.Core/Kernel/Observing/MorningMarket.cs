using System.Collections;
using FbaBench.World;

namespace FbaBench.Kernel.Observing;

/// <summary>
/// The other sellers' offers on a morning: the columns as they stood, copied as a whole, from which an offer is put together when somebody reads it. Most sellers look at few of them.
/// </summary>
internal sealed class MorningMarket : IReadOnlyList<CompetitorObservation>
{
    private readonly WorldModel _model;
    private readonly int[] _ranks;
    private readonly int[] _prices;
    private readonly int[] _positions;
    private readonly int[] _stars;
    private readonly int _seat;

    public MorningMarket(WorldState state, int[] ranks, int seat, int day)
    {
        _model = state.Model;
        _ranks = ranks;
        _seat = seat;
        _prices = state.Price.ToArray();
        _positions = state.Position.ToArray();
        _stars = state.StarCounts.ToArray();
        Count = _model.Rivals.Length + (_model.Own.Length / _model.Seats * (_model.Seats - 1));
        for (var i = 0; _model.Seats > 1 && i < _model.Own.Length; i++)
        {
            _prices[_model.Own[i].Row] = OfferFacts.PriceYesterday(state, i, day);
        }
    }

    public int Count { get; }

    public CompetitorObservation this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return index < _model.Rivals.Length ? Rival(_model.Rivals[index]) : Seller(_model.Own[OwnAt(index - _model.Rivals.Length)]);
        }
    }

    public IEnumerator<CompetitorObservation> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>What anybody sees of a row's listing.</summary>
    public ListingObservation Listing(int row)
    {
        var page = _model.PageOfRow[row];
        var (position, rank) = (_positions[row], _ranks[page]);
        var stars = _stars.AsSpan(_model.Pages[page].Row * WorldLayout.Stars, WorldLayout.Stars);
        return new(position == 0 ? null : position, rank == 0 ? null : rank, new(stars[0], stars[1], stars[2], stars[3], stars[4]));
    }

    private CompetitorObservation Rival(RivalOffer rival) =>
        new(_model.Niches[rival.Niche].Definition.Name, rival.Definition.Name, new(_prices[rival.Row]), rival.Definition.Product ?? rival.Definition.Name, Listing(rival.Row));

    private CompetitorObservation Seller(OwnOffer offer) =>
        new(offer.NicheName, offer.PublicName, new(_prices[offer.Row]), offer.Product.Shared ? offer.Product.Name : offer.PublicName, Listing(offer.Row));

    /// <summary>Of the other seats' offers, in the world's order, the one at a place. The offers of a product stand together, one a seat.</summary>
    private int OwnAt(int place)
    {
        var (product, other) = Math.DivRem(place, _model.Seats - 1);
        return (product * _model.Seats) + other + (other >= _seat ? 1 : 0);
    }
}
