using System.Globalization;

namespace FbaBench;

/// <summary>normal_mixture_cs_rho…_alpha…, miller_n: radii of confidence sequences and sample sizes.</summary>
internal static class SampleKinds
{
    /// <summary>
    /// Radius of a mean of t observations of variance one that holds at every t: √((tρ² + 1)/(t²ρ²) · ln((tρ² + 1)/α²)) (Robbins, "Statistical
    /// methods related to the law of the iterated logarithm", 1970).
    /// </summary>
    public static void Sequence(CertifyEntry entry, ExampleFields fields)
    {
        var numbers = SectionName.Numbers(entry.Kind, "normal_mixture_cs_", ["rho", "alpha"], "normal_mixture_cs_rho0.3_alpha0.05");
        var (rho, alpha) = (numbers[0], numbers[1]);
        if (rho <= 0 || alpha is <= 0 or >= 1)
        {
            throw new ExampleException("rho is above 0, and alpha between 0 and 1.");
        }

        foreach (var name in fields.Names.Where(name => !name.EndsWith("_note", StringComparison.Ordinal)).ToArray())
        {
            if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count < 1)
            {
                throw new ExampleException($"'{name}' is no number of observations; they are whole and at least 1.");
            }

            var scale = (count * rho * rho) + 1;
            entry.Exact(name, "statistics", fields.Double(name), Math.Sqrt(scale / ((double)count * count * rho * rho) * Math.Log(scale / (alpha * alpha))));
        }

        if (entry.Lines.Count == 0)
        {
            throw new ExampleException("The section has no radii.");
        }
    }

    /// <summary>
    /// Questions needed to see a difference δ with power 0.8 at 5 %: (z.975 + z.8)² · (ω² + 2σ²/K)/δ² (Miller, "Adding error bars to
    /// evals", 2024).
    /// </summary>
    public static void Size(CertifyEntry entry, ExampleFields fields)
    {
        var (between, within) = (fields.Within("omega2", 0, 1e12), fields.Within("sigma2", 0, 1e12));
        var (repeats, difference) = (fields.Whole("K", 1, 1_000_000), fields.Within("delta", 1e-9, 1e9));
        var expected = fields.Double("n");
        fields.RefuseUnread();
        entry.Exact("n", "statistics", expected, PowerPlan.NormalWorlds(between, within, repeats, difference), unit: "questions");
    }
}
