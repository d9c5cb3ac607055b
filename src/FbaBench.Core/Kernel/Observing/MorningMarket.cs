using System.Collections;
using FbaBench.World;

namespace FbaBench.Kernel.Observing;

/// <summary>The other sellers' offers on a morning: rivals in the world's order, then other seats' offers. An offer is put together when somebody reads it: most sellers look at few of them.</summary>
internal abstract class MorningMarket(WorldModel model, int seat) : CompetitorColumns, IReadOnlyList<CompetitorObservation>
{
    private readonly RivalOffer[] _rivals = model.Rivals;

    public int Count { get; } = model.Rivals.Length + (model.Own.Length / model.Seats * (model.Seats - 1));

    protected WorldModel Model => model;

    public CompetitorObservation this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return new(this, index);
        }
    }

    public override string Niche(int at) => at < _rivals.Length ? model.Niches[_rivals[at].Niche].Definition.Name : SellerAt(at).NicheName;

    public override string Name(int at) => at < _rivals.Length ? _rivals[at].Definition.Name : SellerAt(at).PublicName;

    public override Money Price(int at) => at < _rivals.Length ? new(PriceOfRival(_rivals[at].Row)) : new(PriceOfSeller(SellerAt(at)));

    public override string Listing(int at)
    {
        if (at < _rivals.Length)
        {
            return _rivals[at].Definition.Product ?? _rivals[at].Definition.Name;
        }

        var offer = SellerAt(at);
        return offer.Product.Shared ? offer.Product.Name : offer.PublicName;
    }

    public override ListingObservation Public(int at) => OfRow(at < _rivals.Length ? _rivals[at].Row : SellerAt(at).Row);

    public IEnumerator<CompetitorObservation> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>What anybody sees of a row's listing.</summary>
    public abstract ListingObservation OfRow(int row);

    protected abstract int PriceOfRival(int row);

    protected abstract int PriceOfSeller(OwnOffer offer);

    protected static ListingObservation Listing(int position, int rank, ReadOnlySpan<int> stars) =>
        new(position == 0 ? null : position, rank == 0 ? null : rank, new(stars[0], stars[1], stars[2], stars[3], stars[4]));

    /// <summary>Of the other seats' offers, in the world's order, the one at a place. The offers of a product stand together, one a seat.</summary>
    private OwnOffer SellerAt(int at)
    {
        var (product, other) = Math.DivRem(at - _rivals.Length, model.Seats - 1);
        return model.Own[(product * model.Seats) + other + (other >= seat ? 1 : 0)];
    }
}

/// <summary>The other sellers' offers, read from the state.</summary>
internal sealed class LiveMarket(LiveMorning morning) : MorningMarket(morning.State.Model, morning.Seat)
{
    private readonly WorldState _state = morning.State;

    public override ListingObservation OfRow(int row)
    {
        morning.Check();
        var page = Model.PageOfRow[row];
        return Listing(_state.Position[row], morning.Ranks[page], _state.StarCounts.Slice(Model.Pages[page].Row * WorldLayout.Stars, WorldLayout.Stars));
    }

    protected override int PriceOfRival(int row)
    {
        morning.Check();
        return _state.Price[row];
    }

    protected override int PriceOfSeller(OwnOffer offer)
    {
        morning.Check();
        return OfferFacts.PriceYesterday(_state, offer.Index, morning.Day);
    }
}

/// <summary>The other sellers' offers as they stood: the columns, copied as a whole.</summary>
internal sealed class KeptMarket : MorningMarket
{
    private readonly int[] _ranks;
    private readonly int[] _prices;
    private readonly int[] _positions;
    private readonly int[] _stars;

    public KeptMarket(LiveMorning morning)
        : base(morning.State.Model, morning.Seat)
    {
        var state = morning.State;
        _ranks = morning.Ranks;
        _prices = state.Price.ToArray();
        _positions = state.Position.ToArray();
        _stars = state.StarCounts.ToArray();
        for (var i = 0; Model.Seats > 1 && i < Model.Own.Length; i++)
        {
            _prices[Model.Own[i].Row] = OfferFacts.PriceYesterday(state, i, morning.Day);
        }
    }

    public override ListingObservation OfRow(int row)
    {
        var page = Model.PageOfRow[row];
        return Listing(_positions[row], _ranks[page], _stars.AsSpan(Model.Pages[page].Row * WorldLayout.Stars, WorldLayout.Stars));
    }

    protected override int PriceOfRival(int row) => _prices[row];

    protected override int PriceOfSeller(OwnOffer offer) => _prices[offer.Row];
}
