namespace FbaBench;

/// <summary>Where a <see cref="CompetitorObservation"/> reads: the other sellers' offers of a morning, by place.</summary>
internal abstract class CompetitorColumns
{
    public abstract string Niche(int at);

    public abstract string Name(int at);

    public abstract Money Price(int at);

    public abstract string Listing(int at);

    public abstract ListingObservation Public(int at);
}

/// <summary>An offer as somebody gave it.</summary>
internal sealed class GivenCompetitor(string niche, string name, Money price, string listing, ListingObservation seen) : CompetitorColumns
{
    /// <summary>What a <see cref="CompetitorObservation"/> reads to which nothing was given.</summary>
    public static readonly GivenCompetitor None = new(null!, null!, default, null!, default);

    public override string Niche(int at) => niche;

    public override string Name(int at) => name;

    public override Money Price(int at) => price;

    public override string Listing(int at) => listing;

    public override ListingObservation Public(int at) => seen;
}
