namespace FbaBench;

/// <summary>
/// What prices are expected to do before anything is known: with a price response of elasticity ε at the reference price a markup u sells e^(−ε v) times the usual volume, v being its distance from
/// the best markup 1/ε, and earns u · e^(−ε v) a usual unit, in reference prices; to second order 1/ε − ε/2 · v².
/// </summary>
internal static class UsualResponse
{
    private const double Elasticity = BaseStock.EffectiveElasticity;

    /// <summary>The best markup: that of the base-stock rule.</summary>
    public const double BestMarkup = 1 / Elasticity;

    /// <summary>What the best markup earns a usual unit.</summary>
    public const double Best = BestMarkup;

    /// <summary>What is lost of it by the square of the distance from the best markup.</summary>
    public const double Curvature = Elasticity / 2;

    /// <summary>Deviation of what a usual unit earns: counts vary three times as much as Poisson's (docs/evidence/realism.md, SF20), and each earns the markup: 0.4 · √3.</summary>
    public const double Noise = 0.69;

    public static double Reward(double markup) => Best - (Curvature * (markup - BestMarkup) * (markup - BestMarkup));

    /// <summary>Volume against that at the best markup; the inverse of a series, which needs no exponential.</summary>
    public static double Volume(double markup)
    {
        var y = Elasticity * (markup - BestMarkup);
        return 1 / (1 + y + (y * y / 2));
    }
}
