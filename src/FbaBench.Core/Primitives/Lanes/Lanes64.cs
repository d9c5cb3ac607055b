using System.Runtime.CompilerServices;

namespace FbaBench.Primitives;

/// <summary>One lane, without vector instructions.</summary>
internal readonly struct Lanes64 : ILanes<Lanes64>
{
    private readonly double _value;

    private Lanes64(double value) => _value = value;

    private Lanes64(long bits) => _value = BitConverter.Int64BitsToDouble(bits);

    public static int Count => 1;

    private long Bits => BitConverter.DoubleToInt64Bits(_value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 Load(ref readonly double first) => new(first);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 Load(ref readonly long first) => new(first);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 All(double value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 All(long value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref double first) => first = _value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref long first) => first = Bits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 operator +(Lanes64 left, Lanes64 right) => new(left._value + right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 operator -(Lanes64 left, Lanes64 right) => new(left._value - right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 operator *(Lanes64 left, Lanes64 right) => new(left._value * right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 operator /(Lanes64 left, Lanes64 right) => new(left._value / right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 Floor(Lanes64 value) => new(Math.Floor(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 Sqrt(Lanes64 value) => new(Math.Sqrt(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 Less(Lanes64 left, Lanes64 right) => new(left._value < right._value ? -1L : 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllSet(Lanes64 mask) => mask.Bits == -1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnySet(Lanes64 mask) => mask.Bits != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 Select(Lanes64 mask, Lanes64 set, Lanes64 unset) => mask.Bits == 0 ? unset : set;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 operator &(Lanes64 left, Lanes64 right) => new(left.Bits & right.Bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 operator |(Lanes64 left, Lanes64 right) => new(left.Bits | right.Bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 operator ^(Lanes64 left, Lanes64 right) => new(left.Bits ^ right.Bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 operator <<(Lanes64 value, int bits) => new(value.Bits << bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 operator >>>(Lanes64 value, int bits) => new(value.Bits >>> bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 AddWhole(Lanes64 left, Lanes64 right) => new(unchecked(left.Bits + right.Bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 MaxWhole(Lanes64 left, Lanes64 right) => new(Math.Max(left.Bits, right.Bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 ProductOfLow(Lanes64 words, uint factor) => new(unchecked((long)((ulong)(uint)words.Bits * factor)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 ToDouble(Lanes64 whole) => new((double)whole.Bits);
}
