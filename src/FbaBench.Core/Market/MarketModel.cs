using FbaBench.World;

namespace FbaBench.Market;

/// <summary>Everything of a world's market that never changes: fees, choice, search, stars, rivals' bids. Shared by forks.</summary>
internal sealed class MarketModel
{
    /// <exception cref="FeeTableMissingException">A day of the run has no table for a fee that will be due.</exception>
    public MarketModel(WorldModel world)
    {
        World = world;
        Fees = new(world);
        Choice = new(world);
        Offers = new(world);
        Score = new(world, Choice);
        Stars = new(world.Definition.Market.Reviews);
        Bids = new(world, Fees);
        var terms = world.Definition.Market.Advertising;
        LeftByHijacker = 1 - FeaturedOffer.ShareOfUndercutter(world.Definition.Market.FeaturedOffer, world.Definition.Adversaries.HijackUndercut);
        SlotAttention = world.Laboratory.Search && terms.TopSlotAttention > 0 ? [.. terms.SlotAttention.Select(share => share * terms.TopSlotAttention)] : [];
    }

    public WorldModel World { get; }

    public OfferFees Fees { get; }

    public ChoiceModel Choice { get; }

    public OfferConstants Offers { get; }

    public SearchScore Score { get; }

    public StarModel Stars { get; }

    public RivalBids Bids { get; }

    /// <summary>Share of a listing's buyers that a counterfeiter leaves to the seller; its price lies under the seller's whatever that is.</summary>
    public double LeftByHijacker { get; }

    /// <summary>Share of shoppers who look at least as far as each sponsored slot; empty where there are none.</summary>
    public double[] SlotAttention { get; }
}
