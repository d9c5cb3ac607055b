namespace FbaBench.Market;

/// <summary>How brackets apply to a price.</summary>
internal enum ReferralMode
{
    /// <summary>The whole price at the rate of the bracket it falls in.</summary>
    Whole,

    /// <summary>Each portion of the price at its own bracket's rate.</summary>
    Marginal,
}

/// <summary>A bracket, up to and including <see cref="UpToCents"/>.</summary>
internal readonly record struct ReferralBracket(long UpToCents, long BasisPoints);

/// <summary>The referral fee of one category, in integers: basis points of cents, rounded half up once.</summary>
internal sealed class ReferralRule(ReferralMode mode, ReferralBracket[] brackets, long minimumCents)
{
    public long Cents(long priceCents)
    {
        var share = mode == ReferralMode.Whole ? Whole(priceCents) : Marginal(priceCents);
        return Math.Max(minimumCents, FeeRounding.CentsFromBasisPointCents(share));
    }

    private long Whole(long priceCents)
    {
        foreach (var bracket in brackets)
        {
            if (priceCents <= bracket.UpToCents)
            {
                return checked(priceCents * bracket.BasisPoints);
            }
        }

        return 0;
    }

    private long Marginal(long priceCents)
    {
        long sum = 0;
        long below = 0;
        foreach (var bracket in brackets)
        {
            var portion = Math.Min(priceCents, bracket.UpToCents) - below;
            if (portion <= 0)
            {
                break;
            }

            sum = checked(sum + (portion * bracket.BasisPoints));
            below = bracket.UpToCents;
        }

        return sum;
    }
}
