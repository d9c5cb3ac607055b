using System.Globalization;

namespace FbaBench;

/// <summary>Charts of a fitted shop as inline SVG, styled by the page.</summary>
internal static class ShopCharts
{
    private static readonly string[] MonthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary>Weekly orders with the fitted mean and its band.</summary>
    public static string Weeks(ShopFit fit, FittedProduct product)
    {
        var weeks = product.History;
        var (first, last) = (fit.First.DayNumber, fit.Last.DayNumber + 7);
        var plot = new ShopPlot("Orders a week of " + product.Sku, "orders a week", "week, date of the shop", weeks.Max(week => Math.Max(week.Orders, week.High)));
        if (fit.HeldBack is { } check)
        {
            plot.Add($"<rect class=\"held\" x=\"{X(check.First):0.#}\" y=\"{ShopPlot.Top}\" width=\"{X(check.Last.AddDays(1)) - X(check.First):0.#}\" height=\"{ShopPlot.Bottom - ShopPlot.Top}\"/>");
        }

        plot.Grid();
        for (var date = new SimDate(fit.First.Year, fit.First.Month, 1); date <= fit.Last; date = date.AddDays(date.DaysInMonth))
        {
            var months = (last - first) / 30;
            if (date >= fit.First && (date.Month - 1) % Math.Max(1, (months + 5) / 6) == 0)
            {
                plot.Tick(X(date), date.Month == 1 || date == fit.First ? $"{MonthNames[date.Month - 1]} {date.Year % 100:00}" : MonthNames[date.Month - 1]);
            }
        }

        // A gap of weeks is a gap in the line: out of stock, closed or not listed.
        foreach (var run in Runs(weeks))
        {
            var high = string.Join(' ', run.Select(week => plot.At(X(week.Start.AddDays(3)), week.High)));
            var low = string.Join(' ', run.Reverse().Select(week => plot.At(X(week.Start.AddDays(3)), week.Low)));
            plot.Add($"<polygon class=\"band f0\" points=\"{high} {low}\"/><polyline class=\"line s0\" points=\"{string.Join(' ', run.Select(week => plot.At(X(week.Start.AddDays(3)), week.Mean)))}\"/>");
        }

        foreach (var week in weeks)
        {
            plot.Add($"<circle class=\"dot\" cx=\"{X(week.Start.AddDays(3)):0.#}\" cy=\"{plot.Y(week.Orders):0.#}\" r=\"1.9\"><title>week of {week.Start}: {week.Orders} orders, fitted {week.Mean:0.0}, at {week.Price}</title></circle>");
        }

        return plot.ToString();

        double X(SimDate date) => ShopPlot.Left + ((ShopPlot.Right - ShopPlot.Left) * Math.Clamp((date.DayNumber - first) / (double)(last - first), 0, 1));
    }

    /// <summary>Index of each month with its interval.</summary>
    public static string Months(FittedProduct product)
    {
        var plot = new ShopPlot("Months of " + product.Sku, "times the mean month", "month of the year", product.Months.Max(month => month.High));
        plot.Grid();
        Bars(plot, [.. product.Months.Select((month, i) => (MonthNames[i], month.Low, month.Value, month.High, (double?)null))]);
        return plot.ToString();
    }

    /// <summary>Units of held-back months against their intervals.</summary>
    public static string HeldBack(IReadOnlyList<HeldBackMonth> months)
    {
        var plot = new ShopPlot("Held-back months of " + months[0].Sku, "units a month", "month", months.Max(month => Math.Max(month.High, month.Units)));
        plot.Grid();
        Bars(plot, [.. months.Select(month => ($"{MonthNames[month.Month.Month - 1]} {month.Month.Year}", month.Low, month.Median, month.High, (double?)month.Units))]);
        return plot.ToString();
    }

    /// <summary>Shares of product-months by tenth of the predicted distribution.</summary>
    public static string Tenths(HeldBackCheck check)
    {
        var plot = new ShopPlot("Where the sold units of held-back months fell in the predicted distribution", "per cent of product-months", "tenth of the predicted distribution, lowest first", Math.Max(20, check.Tenths.Max() * 100));
        plot.Grid();
        var step = (ShopPlot.Right - ShopPlot.Left) / check.Tenths.Count;
        for (var i = 0; i < check.Tenths.Count; i++)
        {
            var y = plot.Y(check.Tenths[i] * 100);
            plot.Add($"<rect class=\"band f0\" x=\"{ShopPlot.Left + (i * step) + 3:0.#}\" y=\"{y:0.#}\" width=\"{step - 6:0.#}\" height=\"{ShopPlot.Bottom - y:0.#}\" style=\"fill-opacity:.6\"/>");
            plot.Tick(ShopPlot.Left + ((i + 0.5) * step), (i + 1).ToString(CultureInfo.InvariantCulture));
        }

        plot.Add($"<line class=\"zero\" x1=\"{ShopPlot.Left}\" x2=\"{ShopPlot.Right}\" y1=\"{plot.Y(10):0.#}\" y2=\"{plot.Y(10):0.#}\" stroke-dasharray=\"5 4\"/>");
        return plot.ToString();
    }

    private static void Bars(ShopPlot plot, IReadOnlyList<(string Label, double Low, double Middle, double High, double? Seen)> bars)
    {
        var step = (ShopPlot.Right - ShopPlot.Left) / bars.Count;
        for (var i = 0; i < bars.Count; i++)
        {
            var x = ShopPlot.Left + ((i + 0.5) * step);
            var (label, low, middle, high, seen) = bars[i];
            plot.Add($"<line class=\"bar\" x1=\"{x:0.#}\" x2=\"{x:0.#}\" y1=\"{plot.Y(low):0.#}\" y2=\"{plot.Y(high):0.#}\"/><line class=\"mid\" x1=\"{x - 6:0.#}\" x2=\"{x + 6:0.#}\" y1=\"{plot.Y(middle):0.#}\" y2=\"{plot.Y(middle):0.#}\"/>");
            if (seen is { } units)
            {
                plot.Add($"<circle class=\"{(units >= low && units <= high ? "dot" : "out")}\" cx=\"{x:0.#}\" cy=\"{plot.Y(units):0.#}\" r=\"3.4\"><title>{label}: {units:0} units, interval {low:0} to {high:0}</title></circle>");
            }

            plot.Tick(x, label);
        }
    }

    private static IEnumerable<FittedWeek[]> Runs(IReadOnlyList<FittedWeek> weeks)
    {
        var run = new List<FittedWeek>();
        foreach (var week in weeks)
        {
            if (run.Count > 0 && week.Start - run[^1].Start > 7)
            {
                yield return [.. run];
                run.Clear();
            }

            run.Add(week);
        }

        yield return [.. run];
    }
}
