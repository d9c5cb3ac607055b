namespace FbaBench;

/// <summary>Bounds of all worlds of an experiment that have one; what an earlier run computed is not computed again.</summary>
internal static class WorldBounds
{
    /// <returns>The bounds in the order of the plan, and why scenarios have none.</returns>
    public static async Task<(IReadOnlyList<WorldBound> Bounds, IReadOnlyList<string> Notes)> OfAsync(BenchmarkPlan plan, PlannedWorlds worlds, EpisodeStore store, int threads, Action<string> progress, CancellationToken cancellationToken)
    {
        var journal = new BoundJournal(store.Folder, AssemblyBuild.Engine);
        var known = journal.Read();
        var bounds = new WorldBound?[plan.Scenarios.Count * plan.Worlds];
        var notes = new string?[plan.Scenarios.Count];
        var done = 0;
        await Parallel.ForAsync(0, bounds.Length, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken }, (index, _) =>
        {
            var (scenario, world) = (index / plan.Worlds, index % plan.Worlds);
            try
            {
                bounds[index] = Of(plan, worlds, journal, known, scenario, world, ref notes[scenario]);
            }
            catch (Exception error) when (error is not StorageException)
            {
                // A world that cannot be made: its episodes are among the failed ones, with the cause.
                notes[scenario] = $"'{plan.Scenarios[scenario].Name}' has worlds without a bound: {plan.Source.Hide(error.Message, plan.Scenarios[scenario].Name, world)}";
            }

            worlds.Release(scenario, world);
            progress(FormattableString.Invariant($"bounds: {Interlocked.Increment(ref done)} of {Figures.Worlds(bounds.Length)}"));
            return ValueTask.CompletedTask;
        }).ConfigureAwait(false);
        return ([.. bounds.OfType<WorldBound>()], [.. notes.OfType<string>()]);
    }

    private static WorldBound? Of(BenchmarkPlan plan, PlannedWorlds worlds, BoundJournal journal, IReadOnlyDictionary<(string Scenario, int World, string Definition), WorldBound> known, int scenario, int world, ref string? note)
    {
        var name = plan.Scenarios[scenario].Name;
        var digest = worlds.Digest(scenario, world);
        if (known.TryGetValue((name, world, digest), out var earlier))
        {
            return earlier;
        }

        var prepared = worlds.Prepared(scenario, world);
        if (ScoreBound.Refusal(prepared) is { } refusal)
        {
            note = $"'{name}' has no bound: {refusal}.";
            return null;
        }

        var bound = ScoreBound.Of(prepared, plan.WorldSeed(scenario, world));
        WorldBound found = new(name, world, bound.Score, bound.Fluid);
        journal.Add(found, digest);
        return found;
    }
}
