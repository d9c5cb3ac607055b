namespace FbaBench.Market;

/// <summary>One size tier: an absent limit does not bind.</summary>
internal sealed record SizeTier(string Name, decimal? MaxWeight, bool UnitWeightOnly, decimal? Longest, decimal? Median, decimal? Shortest, decimal? LengthPlusGirth)
{
    /// <summary>The names of standard tiers end alike in every year; all others are bulky, extra-large or oversize.</summary>
    public SizeClass Class => Name.EndsWith("_standard", StringComparison.Ordinal) ? SizeClass.Standard : SizeClass.Bulky;

    public bool IsStandard => Class == SizeClass.Standard;
}

/// <summary>A packaged unit: sides in inches in descending order, and weight in pounds.</summary>
internal sealed record Package(decimal Longest, decimal Median, decimal Shortest, decimal UnitWeight)
{
    private const decimal CubicInchesPerPound = 139;
    private const decimal ShortestBilledSide = 2;
    private const decimal CubicInchesPerCubicFoot = 1728;

    public decimal CubicInches => Longest * Median * Shortest;

    public decimal CubicFeet => CubicInches / CubicInchesPerCubicFoot;

    public static Package Of(Dimensions size, double weightPounds)
    {
        var weight = FeeInput.Positive(weightPounds, nameof(weightPounds));
        var (longest, median, shortest) = Sides(size);
        return new Package(longest, median, shortest, weight);
    }

    public static decimal CubicFeetOf(Dimensions size)
    {
        var (longest, median, shortest) = Sides(size);
        return longest * median * shortest / CubicInchesPerCubicFoot;
    }

    /// <summary>Tier and shipping weight: the first tier whose limits all hold. The last tier of every table has no limits.</summary>
    public (SizeTier Tier, decimal ShippingWeight) In(IReadOnlyList<SizeTier> tiers)
    {
        foreach (var tier in tiers)
        {
            var weight = WeightIn(tier);
            if (Fits(tier, weight))
            {
                return (tier, tier.IsStandard ? weight : decimal.Ceiling(weight));
            }
        }

        throw new InvalidDataException("The size tier table has no last tier without limits.");
    }

    private decimal WeightIn(SizeTier tier) =>
        tier.UnitWeightOnly ? UnitWeight : Math.Max(UnitWeight, DimensionalWeight(tier.IsStandard ? 0 : ShortestBilledSide));

    private decimal DimensionalWeight(decimal shortestBilled) =>
        Math.Max(Longest, shortestBilled) * Math.Max(Median, shortestBilled) * Math.Max(Shortest, shortestBilled) / CubicInchesPerPound;

    private bool Fits(SizeTier tier, decimal weight) =>
        weight <= (tier.MaxWeight ?? weight)
        && Longest <= (tier.Longest ?? Longest)
        && Median <= (tier.Median ?? Median)
        && Shortest <= (tier.Shortest ?? Shortest)
        && (tier.LengthPlusGirth is not { } most || Longest + (2 * (Median + Shortest)) <= most);

    private static (decimal Longest, decimal Median, decimal Shortest) Sides(Dimensions size)
    {
        var a = FeeInput.Positive(size.Length, "dimension length");
        var b = FeeInput.Positive(size.Width, "dimension width");
        var c = FeeInput.Positive(size.Height, "dimension height");
        var longest = Math.Max(a, Math.Max(b, c));
        var shortest = Math.Min(a, Math.Min(b, c));
        return (longest, a + b + c - longest - shortest, shortest);
    }
}
