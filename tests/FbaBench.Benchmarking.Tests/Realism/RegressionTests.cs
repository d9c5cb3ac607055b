namespace FbaBench.Tests.Facts;

public sealed class RegressionTests
{
    [Fact]
    public void Line_through_exact_points_has_its_slope_and_fits_wholly()
    {
        var (slope, r2) = Regression.Line([1, 2, 4], [3, 1, -3])!.Value;
        Assert.Equal(-2, slope, 1e-12);
        Assert.Equal(1, r2, 1e-12);
    }

    [Fact]
    public void Line_of_scattered_points_has_the_textbook_slope_and_fit()
    {
        // Means 2 and 3; sums of squares 2, 6 and products 3.
        var (slope, r2) = Regression.Line([1, 2, 3], [2, 2, 5])!.Value;
        Assert.Equal(1.5, slope, 1e-12);
        Assert.Equal(0.75, r2, 1e-12);
    }

    [Fact]
    public void Line_without_variation_is_none() => Assert.Null(Regression.Line([2, 2], [1, 3]));

    [Fact]
    public void Panel_slope_is_free_of_the_effects_of_both_groups()
    {
        // Unbalanced, and x goes with the groups: without the effects the slope is far off.
        (string First, string Second, double X)[] design =
            [("a", "1", 0), ("a", "2", 1), ("a", "3", 3), ("b", "1", 10), ("b", "3", 12), ("c", "2", 21), ("c", "3", 20)];
        var first = new Dictionary<string, double> { ["a"] = 5, ["b"] = -40, ["c"] = 17 };
        var second = new Dictionary<string, double> { ["1"] = 1, ["2"] = -3, ["3"] = 8 };
        PanelCell[] cells = [.. design.Select(cell => new PanelCell(cell.First, cell.Second, cell.X, (-2.5 * cell.X) + first[cell.First] + second[cell.Second]))];
        Assert.Equal(-2.5, Regression.Panel(cells)!.Value, 1e-9);
    }

    [Fact]
    public void Panel_weights_count_as_repeated_observations()
    {
        PanelCell[] weighted = [new("a", "", 0, 0), new("a", "", 1, 1, 3), new("a", "", 2, 5)];
        PanelCell[] repeated = [new("a", "", 0, 0), new("a", "", 1, 1), new("a", "", 1, 1), new("a", "", 1, 1), new("a", "", 2, 5)];
        Assert.Equal(Regression.Panel(repeated)!.Value, Regression.Panel(weighted)!.Value, 1e-12);
        Assert.Equal(2.5, Regression.Panel(weighted)!.Value, 1e-12);
    }

    [Fact]
    public void Panel_without_variation_beside_the_effects_is_none() =>
        Assert.Null(Regression.Panel([new("a", "1", 1, 2), new("b", "1", 5, 7)]));
}
