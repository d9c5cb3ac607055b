namespace FbaBench;

/// <summary>How far and how widely an <see cref="EvolutionStrategy"/> searches.</summary>
public sealed record EvolutionTerms
{
    /// <summary>λ: candidates of a generation, of which the better half is kept, 4 to 1,000; default 12.</summary>
    public int Candidates { get; init => field = (int)Ranges.Checked(nameof(Candidates), value, 4, 1_000); } = 12;

    /// <summary>Generations, 1 to 100,000; default 20.</summary>
    public int Generations { get; init => field = (int)Ranges.Checked(nameof(Generations), value, 1, 100_000); } = 20;

    /// <summary>σ of the first generation as a share of each parameter's range, 0.0001 to 1; default 0.2.</summary>
    public double StepSize { get; init => field = Ranges.Checked(nameof(StepSize), value, 1e-4, 1); } = 0.2;

    /// <summary>What the draws are keyed by: any number; default 1.</summary>
    public ulong Seed { get; init; } = 1;
}
