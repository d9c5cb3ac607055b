namespace FbaBench.Market;

/// <summary>Rounding of a fee line: half up, to whole cents, once.</summary>
internal static class FeeRounding
{
    public static Money FromDollars(decimal dollars) => new(CentsFromCents(dollars * 100m));

    public static long CentsFromCents(decimal cents) => checked((long)decimal.Floor(cents + 0.5m));

    /// <summary>Basis points times cents, rounded half up in exact integer arithmetic. Both factors are at least 0.</summary>
    public static long CentsFromBasisPointCents(long basisPointCents) => checked(basisPointCents + 5_000) / 10_000;
}
