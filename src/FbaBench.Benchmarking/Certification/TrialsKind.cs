using System.Globalization;

namespace FbaBench;

/// <summary>
/// tau_…: successes of tasks that are tried several times: chances that all of k trials succeed (pass^k) and that one of k does
/// (pass@k), both without bias from draws without replacement, and standard errors of the share of successes.
/// </summary>
internal static class TrialsKind
{
    public static void Run(CertifyEntry entry, ExampleFields fields)
    {
        var trials = fields.Whole("trials", 1, 1_000);
        var successes = fields.List("successes", 0, trials);
        if (successes.Length < 2 || successes.Any(count => count != Math.Floor(count)))
        {
            throw new ExampleException("successes is not a list of whole numbers, at least two.");
        }

        ByTrials(entry, fields, "pass_hat", trials, k => successes.Average(count => Choose(count, k) / Choose(trials, k)));
        ByTrials(entry, fields, "pass_at", trials, k => successes.Average(count => 1 - (Choose(trials - count, k) / Choose(trials, k))));
        var (tasks, all) = (successes.Length, successes.Length * (double)trials);
        var share = successes.Sum() / all;

        // Sums of each task's deviations, of which clustering takes the squares together.
        var squares = successes.Sum(count => Math.Pow(count - (trials * share), 2));
        (string Name, double Value)[] figures =
        [
            ("naive_se_n_minus_1", Math.Sqrt(share * (1 - share) / (all - 1))),
            ("naive_se", Math.Sqrt(share * (1 - share) / all)),
            ("clustered_se", Math.Sqrt(squares) / all),
            ("se_of_task_means", Math.Sqrt(squares / (trials * trials) / (tasks - 1) / tasks)),
            ("flip_share", successes.Count(count => count > 0 && count < trials) / (double)tasks),
        ];
        foreach (var (name, value) in figures)
        {
            if (fields.Has(name))
            {
                entry.Exact(name, "statistics", fields.Double(name), value, unit: "share");
            }
        }

        fields.RefuseUnread();
        if (entry.Lines.Count == 0)
        {
            throw new ExampleException("The section has nothing to compare.");
        }
    }

    private static void ByTrials(CertifyEntry entry, ExampleFields fields, string section, int trials, Func<int, double> chance)
    {
        if (!fields.Has(section))
        {
            return;
        }

        var expected = fields.Object(section);
        foreach (var name in expected.Names)
        {
            if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var k) || k < 1 || k > trials)
            {
                throw new ExampleException($"{section}: '{name}' is no number of trials from 1 to {trials}.");
            }

            entry.Exact($"{section}.{name}", "statistics", expected.Double(name), chance(k), unit: "share");
        }
    }

    /// <summary>Ways to choose k of n; 0 where n is less.</summary>
    private static double Choose(double n, int k)
    {
        var ways = 1.0;
        for (var i = 0; i < k; i++)
        {
            ways *= (n - i) / (k - i);
        }

        return ways;
    }
}
