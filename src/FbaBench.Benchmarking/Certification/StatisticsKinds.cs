using System.Globalization;

namespace FbaBench;

/// <summary>t_975, wilson95, clopper_pearson95: the quantiles and intervals of the reports.</summary>
internal static class StatisticsKinds
{
    private const int MostTrials = 10_000_000;

    public static void StudentT(CertifyEntry entry, ExampleFields fields)
    {
        foreach (var name in fields.Names.Where(name => !name.EndsWith("_note", StringComparison.Ordinal)).ToArray())
        {
            if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var degrees) || degrees < 1)
            {
                throw new ExampleException($"'{name}' is no number of degrees of freedom; they are whole and at least 1.");
            }

            entry.Exact(name, "statistics", fields.Double(name), MeanInterval.Quantile(degrees));
        }

        if (entry.Lines.Count == 0)
        {
            throw new ExampleException("The section has no quantiles.");
        }
    }

    public static void Wilson(CertifyEntry entry, ExampleFields fields) => Interval(entry, fields, ProportionInterval.Wilson);

    public static void ClopperPearson(CertifyEntry entry, ExampleFields fields) => Interval(entry, fields, ProportionInterval.ClopperPearson);

    private static void Interval(CertifyEntry entry, ExampleFields fields, Func<int, int, ProportionInterval> of)
    {
        var trials = fields.Whole("n", 1, MostTrials);
        var successes = fields.Whole("k", 0, trials);
        var expected = fields.List("ci", 0, 1);
        fields.RefuseUnread();
        if (expected.Length != 2)
        {
            throw new ExampleException("ci is not a list of two numbers: the lower and the upper end.");
        }

        var found = of(successes, trials);
        entry.Exact("low", "statistics", expected[0], found.Low, unit: "share");
        entry.Exact("high", "statistics", expected[1], found.High, unit: "share");
    }
}
