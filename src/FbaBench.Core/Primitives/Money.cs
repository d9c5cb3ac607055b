using System.Globalization;

namespace FbaBench;

/// <summary>
/// An amount of money in whole US cents. Arithmetic is checked: an overflow throws <see cref="OverflowException"/>.
/// The default value is zero dollars.
/// </summary>
/// <param name="Cents">The amount in cents; may be negative.</param>
public readonly record struct Money(long Cents) : IComparable<Money>
{
    /// <summary>Zero dollars.</summary>
    public static Money Zero => default;

    /// <summary>An amount given in dollars. Fractions of a cent are refused.</summary>
    /// <param name="dollars">The amount in dollars, at most two decimals.</param>
    /// <exception cref="ArgumentException">The amount has a fraction of a cent.</exception>
    public static Money Dollars(decimal dollars)
    {
        var cents = checked(dollars * 100m);
        return decimal.Truncate(cents) == cents
            ? new Money((long)cents)
            : throw new ArgumentException($"{dollars.ToString(CultureInfo.InvariantCulture)} dollars is not a whole number of cents; round it first.", nameof(dollars));
    }

    /// <summary>The sum of two amounts.</summary>
    public static Money operator +(Money left, Money right) => new(checked(left.Cents + right.Cents));

    /// <summary>The difference of two amounts.</summary>
    public static Money operator -(Money left, Money right) => new(checked(left.Cents - right.Cents));

    /// <summary>The negated amount.</summary>
    public static Money operator -(Money value) => new(checked(-value.Cents));

    /// <summary>The amount times a whole number.</summary>
    public static Money operator *(Money value, long factor) => new(checked(value.Cents * factor));

    /// <summary>Whether the left amount is smaller.</summary>
    public static bool operator <(Money left, Money right) => left.Cents < right.Cents;

    /// <summary>Whether the left amount is larger.</summary>
    public static bool operator >(Money left, Money right) => left.Cents > right.Cents;

    /// <summary>Whether the left amount is smaller or equal.</summary>
    public static bool operator <=(Money left, Money right) => left.Cents <= right.Cents;

    /// <summary>Whether the left amount is larger or equal.</summary>
    public static bool operator >=(Money left, Money right) => left.Cents >= right.Cents;

    /// <summary>The larger of two amounts.</summary>
    public static Money Max(Money left, Money right) => left.Cents >= right.Cents ? left : right;

    /// <summary>The smaller of two amounts.</summary>
    public static Money Min(Money left, Money right) => left.Cents <= right.Cents ? left : right;

    /// <inheritdoc/>
    public int CompareTo(Money other) => Cents.CompareTo(other.Cents);

    /// <summary>The amount as dollars with two decimals, for example <c>-12.05</c>; independent of culture.</summary>
    public override string ToString() => (Cents / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
