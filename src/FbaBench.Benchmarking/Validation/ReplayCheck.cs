namespace FbaBench;

/// <summary>Whether logs are whole and come to what their records say: one reading of a sample serves both.</summary>
internal static class ReplayCheck
{
    private const string Logs = "log-verifies";
    private const string Replays = "replay-equal";

    /// <summary>Whether a check reads logs.</summary>
    public static bool IsOfLogs(ValidityCheck check) => check.Name is Logs or Replays;

    public static async Task<(ValidityCheck Logs, ValidityCheck Replays)> RunAsync(ValidityInput input, ValidityOptions options, CancellationToken cancellationToken)
    {
        var sample = Sample(input.Episodes.Count, options.Replays ?? input.Episodes.Count);
        var outcomes = new Outcome[sample.Length];
        await Parallel.ForAsync(0, sample.Length, SplitWorlds.Options(options.Threads, cancellationToken), (i, stop) =>
        {
            outcomes[i] = Of(input.Store, input.Episodes[sample[i]].Key, stop);
            return ValueTask.CompletedTask;
        }).ConfigureAwait(false);
        return (Told(Logs, outcomes, outcome => outcome.Log, input.Episodes.Count, "is whole"), Told(Replays, outcomes, outcome => outcome.Replay, input.Episodes.Count, "comes to score, state and events of its record"));
    }

    /// <summary>So many positions, evenly spread, first and last among them.</summary>
    internal static int[] Sample(int count, int most) => most <= 0 || count == 0 ? []
        : most == 1 ? [0]
        : most >= count ? [.. Enumerable.Range(0, count)]
        : [.. Enumerable.Range(0, most).Select(i => (int)((long)i * (count - 1) / (most - 1)))];

    private static Outcome Of(EpisodeStore store, EpisodeKey key, CancellationToken cancellationToken)
    {
        try
        {
            var record = store.Read(key);
            using var log = store.OpenLog(key);
            if (log is null)
            {
                return new(key, null, null, IsMissing: true);
            }

            try
            {
                using var reader = RunLogReader.Open(log, leaveOpen: true);
                if (!reader.IsSealed)
                {
                    return new(key, "it is not complete", "it is not complete");
                }
            }
            catch (RunLogException error)
            {
                return new(key, error.Message, error.Message);
            }

            log.Position = 0;
            _ = EpisodeReplay.Of(record, log, [], cancellationToken);
            return new(key, null, null);
        }
        catch (InvalidDataException error)
        {
            return new(key, null, error.Message);
        }
        catch (IOException error)
        {
            return new(key, error.Message, error.Message);
        }
    }

    private static ValidityCheck Told(string name, Outcome[] outcomes, Func<Outcome, string?> reason, int all, string holds)
    {
        var looked = outcomes.Where(outcome => !outcome.IsMissing).ToArray();
        var missing = outcomes.Length - looked.Length;
        if (looked.FirstOrDefault(outcome => reason(outcome) is not null) is { } failed)
        {
            return new(name, ValidityStatus.Failed, FormattableString.Invariant($"{looked.Count(outcome => reason(outcome) is not null)} of {looked.Length} logs that were looked at: {EpisodeStore.Words(failed.Key)}: {reason(failed)}"));
        }

        return looked.Length == 0
            ? new(name, ValidityStatus.NotChecked, outcomes.Length == 0 ? "no episode was looked at" : "the episodes that were looked at have no logs")
            : missing > 0
            ? new(name, ValidityStatus.NotChecked, FormattableString.Invariant($"{missing} of {outcomes.Length} episodes that were looked at have no log; each other one {holds}"))
            : new(name, ValidityStatus.Passed, FormattableString.Invariant($"each of {looked.Length} logs that were looked at, of {Figures.Count(all, "episode")}, {holds}"));
    }

    /// <param name="Key">Which episode.</param>
    /// <param name="Log">What is wrong with the log, or null.</param>
    /// <param name="Replay">How it differs, or null.</param>
    /// <param name="IsMissing">Whether there is no log.</param>
    private sealed record Outcome(EpisodeKey Key, string? Log, string? Replay, bool IsMissing = false);
}
