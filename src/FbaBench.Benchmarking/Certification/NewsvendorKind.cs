using System.Globalization;

namespace FbaBench;

/// <summary>newsvendor: S and cost by theory; in the world the cost at S, and that one step more or less is not cheaper.</summary>
internal static class NewsvendorKind
{
    /// <summary>Standard error aimed at, as a share of the cost: an error of 2 % in a file is nine of it.</summary>
    private const double AimedError = 0.0022;

    /// <summary>Step beside S: a tenth of the deviation, or one unit.</summary>
    private const int StepsPerDeviation = 10;

    public static void Run(CertifyEntry entry, ExampleFields fields)
    {
        var theory = Read(fields);
        var (expectedStock, expectedCost) = (fields.Double("S"), fields.Double("cost"));
        fields.RefuseUnread();
        var (stock, cost) = theory.Solve();
        entry.Exact("S", "solver", expectedStock, stock, unit: "units");
        entry.Exact("cost", "solver", expectedCost, cost, unit: "money a period");

        var laboratory = new NewsvendorLaboratory(theory);
        var step = theory.Deviation is null ? 1 : NewsvendorLaboratory.UnitsPerDeviation / StepsPerDeviation;
        var units = laboratory.Units(stock);
        int[] policies = units >= step ? [units, units + step, units - step] : [units, units + step];
        var worlds = DrawnWorlds.Play(entry.Seed, policies.Length, (policy, seed) => new(laboratory.Cost(policies[policy], seed)), AimedError * cost, entry.CancellationToken)
            .Select(ControlVariates.Adjust).ToArray();
        var note = string.Create(CultureInfo.InvariantCulture, $"{worlds[0].Length} worlds of {NewsvendorLaboratory.Periods} periods");
        if (laboratory.Shift != 0)
        {
            note += string.Create(CultureInfo.InvariantCulture, $"; demand and stock moved by {laboratory.Shift:0.######} together, so that no demand is cut at zero");
        }

        entry.Drawn("cost", expectedCost, MeanInterval.Of(worlds[0]), Rounding(theory, laboratory, cost), "money a period", note);
        NotCheaper(entry, "S+step", worlds, 1);
        if (policies.Length > 2)
        {
            NotCheaper(entry, "S-step", worlds, 2);
        }
    }

    private static NewsvendorTheory Read(ExampleFields fields)
    {
        var dist = fields.Text("dist");
        if (dist is not ("normal" or "poisson"))
        {
            throw new ExampleException($"dist is '{dist}'; known are normal, poisson.");
        }

        double? sigma = dist == "normal" ? fields.Within("sigma", 1e-9, 1e9) : null;
        return new(fields.Within("h", 1e-9, 1e9), fields.Within("p", 1e-9, 1e9), fields.Within("mu", sigma is null ? 1e-6 : -1e12, sigma is null ? 1e5 : 1e12), sigma);
    }

    private static void NotCheaper(CertifyEntry entry, string quantity, double[][] worlds, int policy)
    {
        var differences = worlds[policy].Zip(worlds[0], (other, best) => other - best).ToArray();
        entry.NotBelowZero(quantity, MeanInterval.Of(differences), "money a period", "cost there less cost at S, on the same draws");
    }

    /// <summary>
    /// Whole cents move the cost by their relative error; whole units by at most the curvature of the cost, (h + p) f ≤
    /// 0.4 (h + p)/σ, over one unit squared, as the slope at S is zero.
    /// </summary>
    private static double Rounding(NewsvendorTheory theory, NewsvendorLaboratory laboratory, double cost)
    {
        var units = theory.Deviation is { } sigma
            ? 0.4 * (theory.Overage + theory.Underage) * sigma / Math.Pow(NewsvendorLaboratory.UnitsPerDeviation, 2)
            : 0;
        return (laboratory.RelativeRounding * cost) + units;
    }
}
