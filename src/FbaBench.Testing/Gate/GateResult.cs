namespace FbaBench;

/// <summary>What a gate came to, and by what. It is a function of agents, scenario and options: not of threads or order of completion.</summary>
public sealed class GateResult
{
    private string _text = "";

    internal GateResult()
    {
    }

    /// <summary>The outcome.</summary>
    public required GateOutcome Outcome { get; init; }

    /// <summary>Whether a test passes: the claim holds, or the gate is undecided and <see cref="GateOptions.UndecidedPasses"/>.</summary>
    public required bool Passed { get; init; }

    /// <summary>Worlds that the outcome rests on; others may have been begun.</summary>
    public required int Worlds { get; init; }

    /// <summary>The budget of worlds.</summary>
    public required int Budget { get; init; }

    /// <summary>The level, see <see cref="GateOptions.Level"/>.</summary>
    public required double Level { get; init; }

    /// <summary>The limit of the claim in dollars a world: −margin for 'not worse', the margin for 'better' and 'equivalent', the score for 'at least'.</summary>
    public required Money Limit { get; init; }

    /// <summary>The worlds' values in dollars, world 0 first: differences of agent less baseline, or scores where there is no baseline. With repeats their means.</summary>
    public required IReadOnlyList<double> Values { get; init; }

    /// <summary>Mean of <see cref="Values"/> in dollars a world; null where no world was finished.</summary>
    public double? Mean { get; init; }

    /// <summary>Lower end of the sequence in dollars a world, or null as long as there is none: with chance 1 − α never above the true mean, however often one looks.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end, as <see cref="Low"/>.</summary>
    public double? High { get; init; }

    /// <summary>Mean score of the agent in dollars a world, or null where no world was finished.</summary>
    public double? AgentScore { get; init; }

    /// <summary>Mean score of the baseline, or null where there is none.</summary>
    public double? BaselineScore { get; init; }

    /// <summary>Of an undecided gate: about how many worlds in all would decide, if the worlds to come are like those so far. Null where the outcome is another, or no number up to a million would.</summary>
    public int? WorldsNeeded { get; init; }

    /// <summary>Why there is no verdict, or on what it rests; one or more sentences.</summary>
    public required string Reason { get; init; }

    /// <summary>Days that a player failed in these worlds, by name; players without are not among them.</summary>
    public IReadOnlyDictionary<string, int> FailedDays { get; init; } = new Dictionary<string, int>();

    /// <summary>The episode that could not be played, or null.</summary>
    public EpisodeFailure? Failure { get; init; }

    /// <summary>The verdict, its figures and its reason, over some lines.</summary>
    public override string ToString() => _text;

    internal GateResult With(string text)
    {
        _text = text;
        return this;
    }
}
