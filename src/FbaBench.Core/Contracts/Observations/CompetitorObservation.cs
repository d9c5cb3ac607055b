namespace FbaBench;

/// <summary>
/// Another seller's offer as the public sees it: a place in its observation's columns, read when it is asked, as an <see cref="OfferObservation"/> is. Equal where it shows the same.
/// </summary>
public readonly record struct CompetitorObservation
{
    private readonly CompetitorColumns? _columns;
    private readonly int _at;

    /// <summary>An offer of one's own making.</summary>
    /// <param name="Niche">Its niche.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Price">The price that shoppers saw, or zero when it was not on sale.</param>
    /// <param name="Listing">Name of its listing in the niche: its own name, or the product's on a shared listing.</param>
    /// <param name="Public">What search results and the listing's page showed.</param>
    public CompetitorObservation(string Niche, string Name, Money Price, string Listing, ListingObservation Public) => _columns = new GivenCompetitor(Niche, Name, Price, Listing, Public);

    internal CompetitorObservation(CompetitorColumns columns, int at) => (_columns, _at) = (columns, at);

    /// <summary>Its niche.</summary>
    public string Niche { get => Columns.Niche(_at); init => _columns = new GivenCompetitor(value, Name, Price, Listing, Public); }

    /// <summary>Its name.</summary>
    public string Name { get => Columns.Name(_at); init => _columns = new GivenCompetitor(Niche, value, Price, Listing, Public); }

    /// <summary>The price that shoppers saw, or zero when it was not on sale.</summary>
    public Money Price { get => Columns.Price(_at); init => _columns = new GivenCompetitor(Niche, Name, value, Listing, Public); }

    /// <summary>Name of its listing in the niche: its own name, or the product's on a shared listing.</summary>
    public string Listing { get => Columns.Listing(_at); init => _columns = new GivenCompetitor(Niche, Name, Price, value, Public); }

    /// <summary>What search results and the listing's page showed.</summary>
    public ListingObservation Public { get => Columns.Public(_at); init => _columns = new GivenCompetitor(Niche, Name, Price, Listing, value); }

    private CompetitorColumns Columns => _columns ?? GivenCompetitor.None;

    /// <summary>The five values.</summary>
    public void Deconstruct(out string Niche, out string Name, out Money Price, out string Listing, out ListingObservation Public) =>
        (Niche, Name, Price, Listing, Public) = (this.Niche, this.Name, this.Price, this.Listing, this.Public);

    /// <inheritdoc/>
    public bool Equals(CompetitorObservation other) =>
        (ReferenceEquals(_columns, other._columns) && _at == other._at)
        || (Niche == other.Niche && Name == other.Name && Price == other.Price && Listing == other.Listing && Public == other.Public);

    /// <inheritdoc/>
    public override int GetHashCode() => Price.GetHashCode();
}
