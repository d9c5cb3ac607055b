namespace FbaBench.Contracts;

/// <summary>An own offer under the commands of a draft.</summary>
internal sealed class DraftedOffer
{
    private readonly DraftedTalk[] _talks;

    public DraftedOffer(Observation today, in OfferObservation offer)
    {
        Id = offer.Id;
        Quotes = offer.Quotes;
        Listing = new(today, offer);
        Stock = new(today, offer);
        _talks = new DraftedTalk[Quotes.Count];
        for (var i = 0; i < _talks.Length; i++)
        {
            _talks[i] = new(Quotes[i], offer.Suppliers[i], today.Day);
        }
    }

    public OfferId Id { get; }

    public IReadOnlyList<Quote> Quotes { get; }

    public DraftedListing Listing { get; }

    public DraftedStock Stock { get; }

    public DraftedTalk Talk(SupplierId supplier) => _talks[supplier.Index];

    /// <summary>Confirms a notice: it is of the supplier that its sender names.</summary>
    public void Confirm(string sender, Money price)
    {
        for (var i = 0; i < _talks.Length; i++)
        {
            if (sender.Length > Quotes[i].Name.Length && sender.StartsWith(Quotes[i].Name, StringComparison.Ordinal) && sender[Quotes[i].Name.Length] == '@')
            {
                _talks[i].Confirm(price.Cents);
            }
        }
    }
}
