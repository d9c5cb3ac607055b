namespace FbaBench.Contracts;

/// <summary>Names in place of handles.</summary>
internal static class ObservedNames
{
    /// <summary>Names of an open order's offer and supplier.</summary>
    /// <exception cref="ArgumentException">The observation holds no such offer or quote.</exception>
    public static (string Offer, string Supplier) Of(Observation observation, OpenOrder order)
    {
        var info = Offer(observation, order.Offer);
        return (info.Name, Supplier(info, order.Supplier));
    }

    /// <exception cref="ArgumentException">The observation holds no such offer.</exception>
    public static OfferInfo Offer(Observation observation, OfferId id)
    {
        foreach (var offer in observation.Offers)
        {
            if (offer.Id == id)
            {
                return offer.Info;
            }
        }

        throw new ArgumentException($"{id} is not among the observation's Offers; use the Id of one of them.", nameof(id));
    }

    /// <exception cref="ArgumentException">The offer has no such quote.</exception>
    public static string Supplier(OfferInfo info, SupplierId id)
    {
        foreach (var quote in info.Quotes)
        {
            if (quote.Supplier == id)
            {
                return quote.Name;
            }
        }

        throw new ArgumentException($"{id} does not quote {info.Name}; use the Supplier of one of its Quotes.", nameof(id));
    }
}
