namespace FbaBench;

/// <summary>
/// What decisions were worth (economics, section 7). One reference policy decides and continues: the value of a day is the score of the agent's decisions up to it and the
/// reference after it, less the same with the reference from that day on. So the parts add up; with another continuation they would not. With the draws as they fell part of a value is
/// luck: skill is its mean over other futures.
/// </summary>
public static class DecisionValuation
{
    private const int MostFutures = 10_000;
    private const int MostThreads = 1024;

    /// <summary>Values the decisions of a logged run.</summary>
    /// <param name="log">A finished run.</param>
    /// <param name="options">The reference, and how closely to look.</param>
    /// <param name="progress">Told what is being done.</param>
    /// <param name="cancellationToken">Stops between runs.</param>
    /// <exception cref="ArgumentException">An option lies outside its range, the world has no such seat, or the reference cannot be copied.</exception>
    /// <exception cref="InvalidDataException">The log does not replay, or the run is not finished.</exception>
    public static async Task<DecisionValues> MeasureAsync(RunLogReader log, DecisionValueOptions? options = null, IProgress<string>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        options ??= new();
        var reference = Check(options, log);
        var (mornings, score) = await Mornings.WalkAsync(log, options.Seat, reference, options.Closely, cancellationToken).ConfigureAwait(false);
        var play = new Continuation(log.Days, options.Seat);
        var runs = new Runs(options.Threads, progress, cancellationToken);

        // Where the agent did as the reference, the run from today is the run from tomorrow.
        var differing = Enumerable.Range(0, mornings.Count).Where(i => mornings[i].Differs).ToArray();
        var continued = await runs.AllAsync("days", differing.Length, i => Run(play, mornings[differing[i]], null)).ConfigureAwait(false);
        var values = new Money[mornings.Count + 1];
        values[^1] = score;
        for (var (i, next) = (mornings.Count - 1, differing.Length - 1); i >= 0; i--)
        {
            values[i] = mornings[i].Differs ? continued[next--] : values[i + 1];
        }

        var days = mornings.Select((morning, i) => new DecisionValue(morning.World.Day, values[i + 1] - values[i], morning.Decided, morning.ReferenceDecision)).ToArray();
        var chosen = differing.OrderByDescending(i => Math.Abs(days[i].Value.Cents)).ThenBy(i => i).Take(options.Days ?? int.MaxValue).ToArray();
        if (options.Futures > 0)
        {
            await TellSkillAsync(runs, play, mornings, days, chosen, options.Futures).ConfigureAwait(false);
        }

        if (options.Closely)
        {
            await LookCloselyAsync(runs, play, mornings, days, chosen, values).ConfigureAwait(false);
        }

        return new(log.Manifest.Definition.Name, options.Seat, options.Reference, score, values[0], log.Manifest.Definition.Start, days)
        {
            Offers = mornings[0].World.Observe(options.Seat).Offers.ToDictionary(offer => offer.Id, offer => offer.Name),
        };
    }

    private static IForkableAgent Check(DecisionValueOptions options, RunLogReader log)
    {
        if (options.Futures is < 0 or 1 or > MostFutures)
        {
            throw new ArgumentOutOfRangeException(nameof(options), $"{options.Futures} futures asked; allowed is 0 for none, or 2 to {MostFutures}.");
        }

        if (options.Days < 1 || options.Threads is < 1 or > MostThreads)
        {
            throw new ArgumentOutOfRangeException(nameof(options), $"{options.Days} days and {options.Threads} threads asked; allowed are at least 1 day and 1 to {MostThreads} threads.");
        }

        if (options.Seat.Index < 0 || options.Seat.Index >= log.Manifest.Definition.Seats)
        {
            throw new ArgumentException($"The world has no {options.Seat}; it has {log.Manifest.Definition.Seats}.", nameof(options));
        }

        return options.Make is { } make ? make()
            : ShippedAgents.Factory(options.Reference)() as IForkableAgent
                ?? throw new ArgumentException($"The agent '{options.Reference}' cannot be a reference: it is no IForkableAgent.", nameof(options));
    }

    private static async Task<Money> Run(Continuation play, Morning morning, Decision? today) =>
        await play.PlayAsync(morning.World.Fork(), today, morning.Reference.Fork()).ConfigureAwait(false);

    /// <summary>The same day in other futures: the agent's decision against the reference's, each future for both.</summary>
    private static async Task TellSkillAsync(Runs runs, Continuation play, IReadOnlyList<Morning> mornings, DecisionValue[] days, int[] chosen, int futures)
    {
        var differences = await runs.AllAsync("futures", chosen.Length * futures, async i =>
        {
            var morning = mornings[chosen[i / futures]];
            var future = (ulong)(i % futures) + 1;
            var agent = await play.PlayAsync(morning.World.Fork(future), morning.Decided, morning.Reference.Fork()).ConfigureAwait(false);
            return agent - await play.PlayAsync(morning.World.Fork(future), null, morning.Reference.Fork()).ConfigureAwait(false);
        }).ConfigureAwait(false);
        for (var i = 0; i < chosen.Length; i++)
        {
            double[] values = [.. differences.Skip(i * futures).Take(futures).Select(value => value.Cents / 100.0)];
            days[chosen[i]] = days[chosen[i]] with { Skill = MeanInterval.Of(values), Futures = values };
        }
    }

    private static async Task LookCloselyAsync(Runs runs, Continuation play, IReadOnlyList<Morning> mornings, DecisionValue[] days, int[] chosen, Money[] values)
    {
        // Every run that is needed, so that they can be played at once.
        var asked = new List<(int Day, Decision Decision)>();
        foreach (var i in chosen)
        {
            var groups = CommandGroups.Differing(mornings[i].Decided, mornings[i].ReferenceDecision);
            for (var coalition = 1; coalition < (1 << groups.Count) - 1; coalition++)
            {
                asked.Add((i, CommandGroups.Mix(mornings[i].Decided, mornings[i].ReferenceDecision, Spread(groups, coalition))));
            }

            asked.AddRange(mornings[i].Others.Select(other => (i, other.Decision)));
        }

        var played = new Queue<Money>(await runs.AllAsync("alternatives", asked.Count, i => Run(play, mornings[asked[i].Day], asked[i].Decision)).ConfigureAwait(false));
        foreach (var i in chosen)
        {
            var groups = CommandGroups.Differing(mornings[i].Decided, mornings[i].ReferenceDecision);
            var worth = new double[1 << groups.Count];
            for (var coalition = 0; coalition < worth.Length; coalition++)
            {
                worth[coalition] = (coalition == 0 ? values[i] : coalition == worth.Length - 1 ? values[i + 1] : played.Dequeue()).Cents / 100.0;
            }

            var best = mornings[i].Others.Select(other => (other.Agent, Better: played.Dequeue() - values[i + 1])).MaxBy(other => other.Better.Cents);
            var shares = Shapley.Shares(worth);
            days[i] = days[i] with
            {
                Groups = [.. groups.Select((group, player) => (group, shares[player]))],
                BestOther = (best.Agent, Money.Max(best.Better, Money.Zero)),
            };
        }
    }

    /// <summary>A coalition of the differing groups as one of all groups.</summary>
    private static int Spread(IReadOnlyList<CommandGroup> groups, int coalition)
    {
        var spread = 0;
        for (var i = 0; i < groups.Count; i++)
        {
            spread |= ((coalition >> i) & 1) << (int)groups[i];
        }

        return spread;
    }

    /// <summary>Runs that do not depend on each other; their results stand by index.</summary>
    private sealed class Runs(int threads, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        private const int Steps = 10;

        public async Task<Money[]> AllAsync(string what, int count, Func<int, Task<Money>> run)
        {
            var results = new Money[count];
            var done = 0;
            var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
            await Parallel.ForAsync(0, count, options, async (i, _) =>
            {
                results[i] = await run(i).ConfigureAwait(false);
                var finished = Interlocked.Increment(ref done);
                if (finished == count || finished % Math.Max(1, count / Steps) == 0)
                {
                    progress?.Report($"{what}: {finished} of {count}");
                }
            }).ConfigureAwait(false);
            return results;
        }
    }
}
