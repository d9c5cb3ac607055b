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

        var tried = TrialSuccesses.Of([.. successes.Select(count => ((int)count, trials))], "the task's own test");
        ByTrials(entry, fields, "pass_hat", trials, k => tried.All(k).Chance);
        ByTrials(entry, fields, "pass_at", trials, k => tried.Any(k).Chance);
        (string Name, double Value)[] figures =
        [
            ("naive_se_n_minus_1", tried.NaiveStandardError * Math.Sqrt(tried.Trials / (tried.Trials - 1.0))),
            ("naive_se", tried.NaiveStandardError),
            ("clustered_se", tried.ClusteredStandardError),
            ("se_of_task_means", tried.All(1).OverWorlds.StandardError!.Value),
            ("flip_share", tried.FlipShare),
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
}
