namespace FbaBench;

/// <summary>A record that cannot be used.</summary>
/// <param name="Key">Which episode.</param>
/// <param name="Problem">What is wrong with it.</param>
public sealed record DamagedRecord(EpisodeKey Key, string Problem);

/// <summary>
/// How far an experiment's folder is, read from its plan and records alone: nothing is played or changed, and it may be read while a run writes to it. Whether records are still those of the agents' present builds is seen by the next run.
/// </summary>
public sealed class ExperimentStatus
{
    private ExperimentStatus(PlanFile plan, List<EpisodeKey> finished, List<EpisodeFailure> failed, List<EpisodeKey> missing, List<DamagedRecord> damaged, InferenceCost cost) =>
        (Experiment, Total, Finished, Failed, Missing, Damaged, Cost) = (plan.Experiment, finished.Count + failed.Count + missing.Count + damaged.Count, finished, failed, missing, damaged, cost);

    /// <summary>Name of the experiment.</summary>
    public string Experiment { get; }

    /// <summary>Episodes of the plan.</summary>
    public int Total { get; }

    /// <summary>Episodes with a whole record, in the order of the plan.</summary>
    public IReadOnlyList<EpisodeKey> Finished { get; }

    /// <summary>Episodes without a record whose last attempt failed, with the cause.</summary>
    public IReadOnlyList<EpisodeFailure> Failed { get; }

    /// <summary>Episodes that were not played yet, or not to their end.</summary>
    public IReadOnlyList<EpisodeKey> Missing { get; }

    /// <summary>Episodes whose record cannot be used; the next run plays them again.</summary>
    public IReadOnlyList<DamagedRecord> Damaged { get; }

    /// <summary>What agents charged themselves with in finished episodes, and in dollars in failed attempts too.</summary>
    public InferenceCost Cost { get; }

    /// <summary>Whether every episode of the plan is finished.</summary>
    public bool IsComplete => Finished.Count == Total;

    /// <summary>Reads a folder.</summary>
    /// <param name="folder">The folder of an experiment, as given to <see cref="Benchmark.Output"/>.</param>
    /// <exception cref="InvalidDataException">It holds no experiment.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static ExperimentStatus Read(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        var plan = PlanFile.Read(folder);
        var store = new EpisodeStore(Path.Combine(folder, OutputFolder.Runs));
        var (finished, failed, missing, damaged) = (new List<EpisodeKey>(), new List<EpisodeFailure>(), new List<EpisodeKey>(), new List<DamagedRecord>());
        var attempts = store.Failures().Read();
        var last = attempts.GroupBy(attempt => attempt.Key).ToDictionary(group => group.Key, group => group.Last());
        var cost = new InferenceCost(attempts.Sum(attempt => attempt.MicroDollars), 0, 0);
        foreach (var key in plan.Keys)
        {
            try
            {
                if (File.Exists(store.PathOf(key)))
                {
                    var spent = store.Read(key).Result.Inference;
                    cost = new(cost.MicroDollars + spent.MicroDollars, cost.InputTokens + spent.InputTokens, cost.OutputTokens + spent.OutputTokens);
                    finished.Add(key);
                }
                else if (last.TryGetValue(key, out var attempt))
                {
                    failed.Add(new(key, attempt.ErrorType, attempt.Message));
                }
                else
                {
                    missing.Add(key);
                }
            }
            catch (InvalidDataException error)
            {
                damaged.Add(new(key, error.Message));
            }
        }

        return new(plan, finished, failed, missing, damaged, cost);
    }
}
