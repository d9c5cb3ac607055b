namespace FbaBench.Primitives;

/// <summary>
/// A register of 64-bit lanes, each a double or a whole number as the operation says. Code written once over it runs at every width; as each lane's operations
/// are those of the scalar code in the same order (IEEE 754, no fused multiply-add, no sum across lanes), the bits are the same at every width.
/// </summary>
internal interface ILanes<TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    /// <summary>Lanes of a register: 1, 2, 4 or 8.</summary>
    static abstract int Count { get; }

    static abstract TSelf Load(ref readonly double first);

    static abstract TSelf Load(ref readonly long first);

    static abstract TSelf All(double value);

    static abstract TSelf All(long value);

    void Store(ref double first);

    void Store(ref long first);

    static abstract TSelf operator +(TSelf left, TSelf right);

    static abstract TSelf operator -(TSelf left, TSelf right);

    static abstract TSelf operator *(TSelf left, TSelf right);

    static abstract TSelf operator /(TSelf left, TSelf right);

    static abstract TSelf Floor(TSelf value);

    static abstract TSelf Sqrt(TSelf value);

    /// <summary>All bits of the lanes where the left double is less.</summary>
    static abstract TSelf Less(TSelf left, TSelf right);

    /// <summary>Whether every lane of a mask is set.</summary>
    static abstract bool AllSet(TSelf mask);

    /// <summary>Whether any lane of a mask is set.</summary>
    static abstract bool AnySet(TSelf mask);

    static abstract TSelf Select(TSelf mask, TSelf set, TSelf unset);

    static abstract TSelf operator &(TSelf left, TSelf right);

    static abstract TSelf operator |(TSelf left, TSelf right);

    static abstract TSelf operator ^(TSelf left, TSelf right);

    static abstract TSelf operator <<(TSelf value, int bits);

    /// <summary>Shifts zeros in.</summary>
    static abstract TSelf operator >>>(TSelf value, int bits);

    /// <summary>Sum of whole numbers.</summary>
    static abstract TSelf AddWhole(TSelf left, TSelf right);

    /// <summary>The larger of two whole numbers.</summary>
    static abstract TSelf MaxWhole(TSelf left, TSelf right);

    /// <summary>Products of the low 32 bits of each lane with a 32-bit number.</summary>
    static abstract TSelf ProductOfLow(TSelf words, uint factor);

    /// <summary>Whole numbers as doubles, rounded once to the nearest.</summary>
    static abstract TSelf ToDouble(TSelf whole);
}
