namespace FbaBench;

/// <summary>A world's figure, and what is known about the world beside it.</summary>
/// <param name="Value">The figure.</param>
/// <param name="First">Something of the world with mean zero by theory; 0 in every world where there is nothing.</param>
/// <param name="Second">Something else of the kind.</param>
internal readonly record struct WorldFigure(double Value, double First = 0, double Second = 0);

/// <summary>
/// Control variates (Lavenberg and Welch, "A perspective on the use of control variables", Management Science 27 (1981)): what figures
/// owe to the luck of a world's demand is taken away by regression over the worlds. The mean stays that of the figures, as
/// the controls have mean zero by theory and not by sample; it is known better.
/// </summary>
internal static class ControlVariates
{
    private const int Controls = 2;

    /// <summary>The figures without what the controls explain; their spread is widened for what the regression took from it.</summary>
    public static double[] Adjust(IReadOnlyList<WorldFigure> worlds)
    {
        var values = worlds.Select(world => world.Value).ToArray();
        if (worlds.Count <= Controls + 2 || worlds.All(world => world is { First: 0, Second: 0 }))
        {
            return values;
        }

        var (mean, first, second) = (values.Average(), worlds.Average(world => world.First), worlds.Average(world => world.Second));
        var (aa, ab, bb, ay, by) = (0.0, 0.0, 0.0, 0.0, 0.0);
        foreach (var world in worlds)
        {
            var (a, b, y) = (world.First - first, world.Second - second, world.Value - mean);
            (aa, ab, bb, ay, by) = (aa + (a * a), ab + (a * b), bb + (b * b), ay + (a * y), by + (b * y));
        }

        var determinant = (aa * bb) - (ab * ab);
        if (determinant <= 1e-12 * aa * bb)
        {
            return values;
        }

        var (onFirst, onSecond) = (((ay * bb) - (by * ab)) / determinant, ((by * aa) - (ay * ab)) / determinant);
        var adjusted = worlds.Select(world => world.Value - (onFirst * world.First) - (onSecond * world.Second)).ToArray();
        var centre = adjusted.Average();
        var wider = Math.Sqrt((worlds.Count - 1.0) / (worlds.Count - 1 - Controls));
        return [.. adjusted.Select(value => centre + ((value - centre) * wider))];
    }
}
