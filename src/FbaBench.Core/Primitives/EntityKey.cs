namespace FbaBench.Primitives;

/// <summary>
/// 64-bit identities of named things: FNV-1a over the UTF-16 code units of the path, then a bijective finaliser so that
/// similar names differ in every bit. Collisions inside a world are refused when it is built.
/// </summary>
internal static class EntityKey
{
    public static ulong Of(string path)
    {
        var hash = 0xCBF29CE484222325UL;
        foreach (var c in path)
        {
            hash = unchecked((hash ^ (byte)c) * 0x100000001B3UL);
            hash = unchecked((hash ^ (byte)(c >> 8)) * 0x100000001B3UL);
        }

        return Mix(hash);
    }

    /// <summary>An identity made of two; the order matters.</summary>
    public static ulong Combine(ulong left, ulong right) => Mix(unchecked((left * 0x9E3779B97F4A7C15UL) + Mix(right)));

    /// <summary>A bijection of 64-bit words in which every input bit reaches every output bit.</summary>
    public static ulong Mix(ulong value)
    {
        unchecked
        {
            value ^= value >> 30;
            value *= 0xBF58476D1CE4E5B9UL;
            value ^= value >> 27;
            value *= 0x94D049BB133111EBUL;
            return value ^ (value >> 31);
        }
    }
}
