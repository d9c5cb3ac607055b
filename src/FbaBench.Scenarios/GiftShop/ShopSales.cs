using System.Globalization;

namespace FbaBench.Scenarios;

/// <summary>
/// Order lines of a shop, and what they say about a product. Months and weekdays of one product are few lines, so they are
/// shrunk to the whole shop's pattern: the shop's share of a month counts like a number of extra lines.
/// </summary>
internal sealed class ShopSales
{
    /// <summary>Weight of the shop's pattern in lines: a product of sixty lines keeps half of its own pattern.</summary>
    private const double PriorLines = 60;

    private const int Friday = 4;
    private const int Saturday = 5;
    private const int Sunday = 6;

    private readonly Dictionary<string, List<(SimDate Date, int Orders)>> _bySku = new(StringComparer.Ordinal);
    private readonly SimDate _first;
    private readonly SimDate _last;

    private ShopSales(IEnumerable<(SimDate Date, string Sku, int Orders)> lines)
    {
        foreach (var (date, sku, orders) in lines)
        {
            if (!_bySku.TryGetValue(sku, out var list))
            {
                _bySku.Add(sku, list = []);
            }

            list.Add((date, orders));
        }

        _first = _bySku.Values.Min(list => list.Min(line => line.Date));
        _last = _bySku.Values.Max(list => list.Max(line => line.Date));
    }

    /// <summary>Reads <c>date,sku,price_gbp,orders,units</c>; lines that begin with # are prose.</summary>
    public static ShopSales Load(string file)
    {
        using var reader = new StreamReader(Resources.Open(file));
        return Parse(reader);
    }

    public static ShopSales Parse(TextReader reader)
    {
        var lines = new List<(SimDate, string, int)>();
        while (reader.ReadLine() is { } text)
        {
            if (text.StartsWith('#') || text.StartsWith("date,", StringComparison.Ordinal))
            {
                continue;
            }

            var fields = text.Split(',');
            lines.Add((SimDate.Parse(fields[0]), fields[1], int.Parse(fields[3], CultureInfo.InvariantCulture)));
        }

        return new ShopSales(lines);
    }

    /// <summary>Level, month and weekday pattern of a product.</summary>
    /// <param name="sku">Stock code.</param>
    /// <param name="sampleShare">Share of all lines that the file holds.</param>
    public NicheSales Estimate(string sku, double sampleShare)
    {
        var lines = _bySku.TryGetValue(sku, out var found) ? found : throw new InvalidDataException($"The sales file has no stock code {sku}.");
        var total = lines.Sum(line => line.Orders);
        var days = _last - _first + 1;
        return new NicheSales([total / (double)days / sampleShare], Months(lines, total), Weekdays(lines, total), 1 / Math.Sqrt(total));
    }

    private double[] Months(List<(SimDate Date, int Orders)> lines, int total)
    {
        var shop = Rates(_bySku.Values.SelectMany(list => list), date => date.Month - 1, 12);
        var own = Rates(lines, date => date.Month - 1, 12);
        return Blend(own, shop, total);
    }

    private double[] Weekdays(List<(SimDate Date, int Orders)> lines, int total)
    {
        var shop = Rates(_bySku.Values.SelectMany(list => list), date => date.WeekdayFromMonday, 7);
        var own = Rates(lines, date => date.WeekdayFromMonday, 7);
        var blend = Blend(own, shop, total);
        blend[Saturday] = (blend[Friday] + blend[Sunday]) / 2;
        return ToMeanOne(blend);
    }

    /// <summary>Orders a calendar day in each class of days, so that a class seen on more days does not weigh more.</summary>
    private double[] Rates(IEnumerable<(SimDate Date, int Orders)> lines, Func<SimDate, int> classOf, int classes)
    {
        var orders = new double[classes];
        var days = new double[classes];
        foreach (var (date, count) in lines)
        {
            orders[classOf(date)] += count;
        }

        for (var date = _first; date <= _last; date = date.AddDays(1))
        {
            days[classOf(date)]++;
        }

        return ToMeanOne([.. orders.Zip(days, (count, exposure) => count / exposure)]);
    }

    private static double[] Blend(double[] own, double[] shop, int total)
    {
        var weight = total / (total + PriorLines);
        return ToMeanOne([.. own.Zip(shop, (mine, all) => (weight * mine) + ((1 - weight) * all))]);
    }

    private static double[] ToMeanOne(double[] values)
    {
        var mean = values.Average();
        return [.. values.Select(value => value / mean)];
    }
}
