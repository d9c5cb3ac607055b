namespace FbaBench;

/// <summary>Weights and rates of the strategy: the defaults of Hansen 2016, table 1.</summary>
internal sealed class StrategyConstants
{
    public StrategyConstants(int size, int candidates)
    {
        var parents = candidates / 2;
        var middle = SeriesMath.Log((candidates + 1) / 2.0);
        double[] raw = [.. Enumerable.Range(1, parents).Select(rank => middle - SeriesMath.Log(rank))];
        Weights = [.. raw.Select(weight => weight / raw.Sum())];
        var mass = 1 / Weights.Sum(weight => weight * weight);
        StepRate = (mass + 2) / (size + mass + 5);
        StepDamping = 1 + (2 * Math.Max(0, Math.Sqrt((mass - 1) / (size + 1)) - 1)) + StepRate;
        StepGain = Math.Sqrt(StepRate * (2 - StepRate) * mass);
        PathRate = (4 + (mass / size)) / (size + 4 + (2 * mass / size));
        PathGain = Math.Sqrt(PathRate * (2 - PathRate) * mass);
        RankOne = 2 / (((size + 1.3) * (size + 1.3)) + mass);
        RankMu = Math.Min(1 - RankOne, 2 * (mass - 2 + (1 / mass)) / (((size + 2) * (size + 2)) + mass));
        UsualLength = Math.Sqrt(size) * (1 - (1 / (4.0 * size)) + (1 / (21.0 * size * size)));
    }

    /// <summary>w: by rank among the better half; they sum to 1.</summary>
    public double[] Weights { get; }

    /// <summary>c_σ.</summary>
    public double StepRate { get; }

    /// <summary>d_σ.</summary>
    public double StepDamping { get; }

    /// <summary>√(c_σ (2 − c_σ) μ_eff).</summary>
    public double StepGain { get; }

    /// <summary>c_c.</summary>
    public double PathRate { get; }

    /// <summary>√(c_c (2 − c_c) μ_eff).</summary>
    public double PathGain { get; }

    /// <summary>c_1.</summary>
    public double RankOne { get; }

    /// <summary>c_μ.</summary>
    public double RankMu { get; }

    /// <summary>Expected length of a normal vector.</summary>
    public double UsualLength { get; }
}
