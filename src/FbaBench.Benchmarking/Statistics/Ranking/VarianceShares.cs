using System.Globalization;

namespace FbaBench;

/// <summary>
/// Where the variance of a score comes from: the world, which all agents meet; how an agent suits a world; and sampling, the repeats of
/// an agent in a world. Method of moments over the means of cells (analysis of variance of agents × worlds with unweighted means:
/// Searle, Casella, McCulloch, "Variance Components", 1992, section 5.6), σ²(sampling) the pooled variance within cells, σ²(agent × world) =
/// MS(agent × world) − h·σ²(sampling), σ²(world) = (MS(world) − MS(agent × world))/agents, h the mean of 1/repeats. The agents are those they
/// are: differences between their means are no variance. A negative estimate is shown as zero, and said.
/// </summary>
public sealed class VarianceShares
{
    private VarianceShares(int agents, int worlds, IReadOnlyList<int> dropped, double world, double agentWorld, double? sampling)
    {
        (Agents, Worlds, DroppedWorlds) = (agents, worlds, dropped);
        (World, AgentWorld, Sampling) = (Math.Max(0, world), Math.Max(0, agentWorld), sampling);
        (WorldIsNegative, AgentWorldIsNegative) = (world < 0, agentWorld < 0);
    }

    /// <summary>Number of agents.</summary>
    public int Agents { get; }

    /// <summary>Worlds that all agents played.</summary>
    public int Worlds { get; }

    /// <summary>Worlds that some agent did not play, in order; they are in no figure.</summary>
    public IReadOnlyList<int> DroppedWorlds { get; }

    /// <summary>Variance between worlds, common to the agents.</summary>
    public double World { get; }

    /// <summary>Variance of agents within worlds beyond sampling. Without repeats sampling is in it.</summary>
    public double AgentWorld { get; }

    /// <summary>Variance of repeats of an agent in a world; null where nothing was repeated.</summary>
    public double? Sampling { get; }

    /// <summary>Whether the estimate for worlds was negative and is shown as zero.</summary>
    public bool WorldIsNegative { get; }

    /// <summary>Whether the estimate for agents within worlds was negative and is shown as zero.</summary>
    public bool AgentWorldIsNegative { get; }

    /// <summary>All of them together.</summary>
    public double Total => World + AgentWorld + (Sampling ?? 0);

    /// <summary>Share of the world, 0 to 1; 0 where nothing varies.</summary>
    public double WorldShare => Share(World);

    /// <summary>Share of agents within worlds, 0 to 1.</summary>
    public double AgentWorldShare => Share(AgentWorld);

    /// <summary>Share of sampling, 0 to 1; null where nothing was repeated.</summary>
    public double? SamplingShare => Sampling is { } sampling ? Share(sampling) : null;

    /// <summary>The shares of agents' samples.</summary>
    /// <param name="agents">A sample an agent, at least two.</param>
    /// <exception cref="ArgumentException">Fewer than two agents or common worlds, or a sample that is empty, not finite or has a repeat twice.</exception>
    public static VarianceShares Of(IReadOnlyList<IReadOnlyList<WorldValue>> agents)
    {
        ArgumentNullException.ThrowIfNull(agents);
        var samples = agents.Select(agent => WorldValue.ByWorld(agent, nameof(agents))).ToArray();
        int[] all = [.. samples.SelectMany(sample => sample.Keys).Distinct().Order()];
        int[] common = [.. all.Where(world => samples.All(sample => sample.ContainsKey(world)))];
        if (samples.Length < 2 || common.Length < 2)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Shares need at least two agents and two worlds that all played; there are {samples.Length} and {common.Length}."), nameof(agents));
        }

        var cells = samples.Select(sample => common.Select(world => sample[world]).ToArray()).ToArray();
        var (within, degrees) = (0.0, 0);
        foreach (var cell in cells.SelectMany(row => row))
        {
            within += cell.Sum(value => Square(value - cell.Average()));
            degrees += cell.Length - 1;
        }

        double? sampling = degrees > 0 ? within / degrees : null;
        var inverse = cells.Average(row => row.Average(cell => 1.0 / cell.Length));
        var (forWorlds, forCells) = MeanSquares([.. cells.Select(row => row.Select(cell => cell.Average()).ToArray())]);
        return new(
            samples.Length,
            common.Length,
            [.. all.Except(common)],
            (forWorlds - forCells) / samples.Length,
            forCells - (inverse * (sampling ?? 0)),
            sampling);
    }

    /// <summary>Mean squares of worlds and of what is left, of the means of cells by agent and world.</summary>
    private static (double Worlds, double Cells) MeanSquares(double[][] means)
    {
        var (agents, worlds) = (means.Length, means[0].Length);
        double[] ofAgent = [.. means.Select(row => row.Average())];
        double[] ofWorld = [.. Enumerable.Range(0, worlds).Select(world => means.Average(row => row[world]))];
        var all = ofAgent.Average();
        var rest = 0.0;
        for (var agent = 0; agent < agents; agent++)
        {
            for (var world = 0; world < worlds; world++)
            {
                rest += Square(means[agent][world] - ofAgent[agent] - ofWorld[world] + all);
            }
        }

        return (agents * ofWorld.Sum(mean => Square(mean - all)) / (worlds - 1), rest / ((agents - 1) * (worlds - 1)));
    }

    private static double Square(double value) => value * value;

    private double Share(double part) => Total > 0 ? part / Total : 0;
}
