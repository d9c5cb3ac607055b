namespace FbaBench;

/// <summary>A situation and a price as the numbers that a usual unit's earnings are taken to be linear in: markup, its square, the situation, and the situation times the markup.</summary>
internal static class BanditFeatures
{
    public const int Count = 3 + (2 * PriceSituation.Numbers);

    /// <summary>A markup's distance from the best one is counted in fifths of the reference price.</summary>
    private const double Step = 0.2;

    /// <summary>Weights before anything is known.</summary>
    public static IReadOnlyList<double> Usual { get; } = [UsualResponse.Best, 0, -UsualResponse.Curvature * Step * Step, .. new double[2 * PriceSituation.Numbers]];

    public static void Write(in PriceSituation situation, double markup, Span<double> features)
    {
        var x = (markup - UsualResponse.BestMarkup) / Step;
        (features[0], features[1], features[2]) = (1, x, x * x);
        (features[3], features[4], features[5], features[6], features[7]) = (situation.Rivals, situation.Cover, situation.Season, situation.Rating, situation.Cost);
        for (var i = 3; i < 3 + PriceSituation.Numbers; i++)
        {
            features[PriceSituation.Numbers + i] = features[i] * x;
        }
    }
}
