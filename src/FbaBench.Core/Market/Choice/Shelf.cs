namespace FbaBench.Market;

/// <summary>First choices of one offer on one day: orders of one, two and three units.</summary>
internal readonly record struct Demand(int Singles, int Doubles, int Triples)
{
    public const int LargestOrder = 3;

    public int Orders => Singles + Doubles + Triples;

    public int Units => checked(Singles + (2 * Doubles) + (3 * Triples));

    /// <summary>Units of the order with this ordinal: singles first, then doubles, then triples.</summary>
    public int SizeOf(int ordinal) => ordinal < Singles ? 1 : ordinal < Singles + Doubles ? 2 : 3;

    /// <summary>Position of an ordinal among the orders of its size, from 0.</summary>
    public int RankOf(int ordinal) => ordinal < Singles ? ordinal : ordinal < Singles + Doubles ? ordinal - Singles : ordinal - Singles - Doubles;

    /// <summary>Whether the order with this ordinal is among those served, which are the first of each size.</summary>
    public bool WasServed(int ordinal, Demand served) => RankOf(ordinal) < SizeOf(ordinal) switch
    {
        1 => served.Singles,
        2 => served.Doubles,
        _ => served.Triples,
    };

    /// <summary>
    /// What a stock serves: whole orders, in ordinal order. More stock serves the same orders and more, so that adding
    /// stock moves only the shoppers it concerns.
    /// </summary>
    public Demand Serve(int stock)
    {
        var singles = Math.Min(Singles, stock);
        stock -= singles;
        var doubles = Math.Min(Doubles, stock / 2);
        stock -= 2 * doubles;

        // When a double was turned away, at most one unit is left, so no triple passes it.
        return new(singles, doubles, Math.Min(Triples, stock / 3));
    }
}
