namespace FbaBench;

/// <summary>Trains sellers in training worlds of a scenario. Results are functions of scenario, terms and split: the same on any machine and with any number of threads.</summary>
public static class SellerTraining
{
    /// <summary>A bandit that plays training worlds one after another and keeps what it learned.</summary>
    /// <param name="scenario">A scenario of one seat.</param>
    /// <param name="terms">How it chooses and learns.</param>
    /// <param name="split">Where the training worlds come from.</param>
    /// <param name="worlds">How many, 1 to 10,000.</param>
    /// <param name="cancellationToken">Ends it between two days.</param>
    /// <exception cref="ArgumentException">The scenario has opponents, or there are too few or too many worlds.</exception>
    public static async Task<BanditPolicy> TrainBanditAsync(IScenario scenario, BanditTerms terms, WorldSplit split, int worlds, CancellationToken cancellationToken = default)
    {
        var seller = new BanditPricer(terms);
        await PlayInTurnAsync(SplitWorlds.Training(scenario, split, worlds), seller, cancellationToken).ConfigureAwait(false);
        return seller.Learned(TrainingWorlds.Of(scenario, split, worlds));
    }

    /// <summary>What an episodic seller remembers after training worlds, played one after another.</summary>
    /// <param name="scenario">A scenario of one seat.</param>
    /// <param name="terms">How it remembers and chooses.</param>
    /// <param name="split">Where the training worlds come from.</param>
    /// <param name="worlds">How many, 1 to 10,000.</param>
    /// <param name="cancellationToken">Ends it between two days.</param>
    /// <exception cref="ArgumentException">The scenario has opponents, or there are too few or too many worlds.</exception>
    public static async Task<EpisodicMemory> TrainMemoryAsync(IScenario scenario, EpisodicTerms terms, WorldSplit split, int worlds, CancellationToken cancellationToken = default)
    {
        var seller = new EpisodicPricer(terms);
        await PlayInTurnAsync(SplitWorlds.Training(scenario, split, worlds), seller, cancellationToken).ConfigureAwait(false);
        return seller.Remembered(TrainingWorlds.Of(scenario, split, worlds));
    }

    /// <summary>Tunes a rule's parameters for the highest mean score over training worlds. All candidates of all generations play the same worlds with the same draws.</summary>
    /// <param name="scenario">A scenario of one seat.</param>
    /// <param name="parameters">What is tuned.</param>
    /// <param name="make">Makes the rule of values in the parameters' order; called on any thread. Instances must not share state.</param>
    /// <param name="terms">How far and how widely it searches.</param>
    /// <param name="split">Where the training worlds come from.</param>
    /// <param name="worlds">How many, 1 to 10,000.</param>
    /// <param name="threads">1 to 1,024; default the number of cores.</param>
    /// <param name="cancellationToken">Ends it between two days.</param>
    /// <returns>The mean of the last generation.</returns>
    /// <exception cref="ArgumentException">The scenario has opponents, a parameter no range, or there are too few or too many worlds.</exception>
    public static async Task<TunedParameters> TuneAsync(
        IScenario scenario, IReadOnlyList<TunedParameter> parameters, Func<IReadOnlyList<double>, IForkableAgent> make, EvolutionTerms terms, WorldSplit split, int worlds, int? threads = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(make);
        ArgumentNullException.ThrowIfNull(terms);
        var strategy = new EvolutionStrategy(parameters, terms);
        var training = SplitWorlds.Training(scenario, split, worlds);
        var options = SplitWorlds.Options(threads, cancellationToken);
        var start = await ScoresAsync([strategy.Mean]).ConfigureAwait(false);
        while (strategy.Generation < terms.Generations)
        {
            strategy.Tell(await ScoresAsync(strategy.Ask()).ConfigureAwait(false));
        }

        var end = await ScoresAsync([strategy.Mean]).ConfigureAwait(false);
        return new()
        {
            Parameters = [.. parameters],
            Values = strategy.Mean,
            Terms = terms,
            StartCents = start[0],
            TrainedCents = end[0],
            TrainedOn = TrainingWorlds.Of(scenario, split, worlds),
        };

        async Task<double[]> ScoresAsync(IReadOnlyList<IReadOnlyList<double>> candidates)
        {
            var cents = new long[candidates.Count * worlds];
            await Parallel.ForAsync(0, cents.Length, options, async (i, stop) =>
                cents[i] = (await training.PlayAsync(i % worlds, make(candidates[i / worlds]), stop).ConfigureAwait(false)).Cents).ConfigureAwait(false);

            // Whole cents are summed, so that no order of completion can show.
            return [.. cents.Chunk(worlds).Select(scores => scores.Sum() / (double)worlds)];
        }
    }

    private static async Task PlayInTurnAsync(SplitWorlds worlds, IAgent seller, CancellationToken cancellationToken)
    {
        for (var world = 0; world < worlds.Count; world++)
        {
            await worlds.PlayAsync(world, seller, cancellationToken).ConfigureAwait(false);
        }
    }
}
