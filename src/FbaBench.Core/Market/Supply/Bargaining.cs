using FbaBench.Primitives;

namespace FbaBench.Market;

/// <summary>
/// A counterpart in a negotiation. What it can bear, how many proposals it hears and how it gives way are drawn once for supplier and product:
/// asking again never yields a fresh draw.
/// </summary>
internal static class Bargaining
{
    /// <summary>Below this share of what it can bear a proposal is an insult, and it walks away.</summary>
    public const double Insult = 0.8;

    /// <summary>Days for which its ask stands.</summary>
    public const int AskDays = 7;

    /// <summary>Days for which it hears no proposal after it walked away.</summary>
    public const int SilentDays = 60;

    private const int FewestRounds = 2;
    private const double LeastOfBargain = 0.4;
    private const double NewBuyer = 0.6;
    private const double EachOrder = 0.1;
    private const int MostOrders = 4;

    /// <summary>Proposals that it hears before it walks away, 2 to 4.</summary>
    public static int Patience(KeyedDraws draws, ulong key) => FewestRounds + (int)(draws.Bits(Mechanism.Reservation, key, 0).X2 % 3);

    /// <summary>
    /// The lowest price that it can bear, in cents: the ladder's less a drawn 40 to 100 % of its bargain, of which a new buyer gets 60 %
    /// and everyone with four orders shipped all.
    /// </summary>
    public static long Reservation(KeyedDraws draws, ulong key, SupplierDefinition supplier, long ladder, int ordersShipped)
    {
        var share = LeastOfBargain + ((1 - LeastOfBargain) * KeyedDraws.ToUniform(draws.Bits(Mechanism.Reservation, key, 0).X0));
        var standing = NewBuyer + (EachOrder * Math.Min(MostOrders, ordersShipped));
        return (long)Math.Ceiling(ladder * (1 - (supplier.Bargain * share * standing)));
    }

    /// <summary>What it asks after a number of proposals: from the ladder down to what it can bear, early, evenly or late.</summary>
    public static long Ask(KeyedDraws draws, ulong key, long ladder, long reservation, int round)
    {
        var patience = Patience(draws, key);
        var way = round / (double)patience;
        var given = (draws.Bits(Mechanism.Reservation, key, 0).X3 % 3) switch
        {
            0 => Math.Sqrt(way),
            1 => way,
            _ => way * way,
        };
        return round >= patience ? reservation : ladder - (long)Math.Floor((ladder - reservation) * given);
    }
}
