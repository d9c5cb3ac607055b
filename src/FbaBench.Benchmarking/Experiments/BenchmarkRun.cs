using System.Globalization;

namespace FbaBench;

/// <summary>A run of a plan in a folder: finds what is there, plays what is missing, reports on all of it.</summary>
internal sealed class BenchmarkRun(BenchmarkPlan plan, OutputFolder output, int threads, int atOnce, bool logs, bool retry, IEpisodeExecutor? own = null)
{
    public async Task<BenchmarkReport> RunAsync(IProgress<BenchmarkProgress>? listener, CancellationToken cancellationToken)
    {
        try
        {
            return await PlayAsync(listener, cancellationToken).ConfigureAwait(false);
        }
        catch (AgentUseException error)
        {
            // A type of ours to find it by in here; to a caller it is wrong use like any other.
            throw new InvalidOperationException(error.Message, error);
        }
    }

    private async Task<BenchmarkReport> PlayAsync(IProgress<BenchmarkProgress>? listener, CancellationToken cancellationToken)
    {
        var seal = plan.Source.Sealed is { Commitment: var commitment } ? new SealedFolder(commitment, output) : null;
        seal?.Check();
        var progress = new ProgressFeed(listener, plan.Episodes, atOnce);
        var worlds = new PlannedWorlds(plan);
        var agents = new AgentIdentities(plan);
        var store = output.Episodes();
        var earlier = EarlierEpisodes.Find(plan, worlds, store, agents, cancellationToken);
        if (retry)
        {
            CheckRetry(earlier, store);
        }

        seal?.Publish();
        PlanFile.Of(plan).Write(output.Path(PlanFile.Name));
        foreach (var note in earlier.Notes)
        {
            progress.Note(note);
        }

        using var seconds = store.Timings();
        var cost = Cost(earlier, store);
        var outcome = own is null
            ? await new ParallelExecutor(plan, worlds, agents, store, cost, atOnce, logs).RunAsync(earlier, seconds, progress, cancellationToken).ConfigureAwait(false)
            : await new DeliveredRun(own, plan, worlds, agents, store, logs).RunAsync(earlier, seconds, progress, cancellationToken).ConfigureAwait(false);
        if (cost.IsReached)
        {
            throw new CostLimitException(string.Create(
                CultureInfo.InvariantCulture,
                $"The experiment may cost {plan.MaxMicroDollars!.Value / 1e6:0.00####} dollars and has cost {cost.Spent / 1e6:0.00####}: no further episode begins. {Figures.Count(outcome.Finished, "finished episode")} of {plan.Episodes} are kept in {store.Folder}; the same run with a higher limit (.MaxCost, --max-cost) goes on."));
        }

        var timings = new Timings(progress.Seconds, threads, atOnce, outcome, seconds);
        var report = new BenchmarkReport(plan, worlds.First(), outcome, store, output.Path("report.html"));
        await ExamineAsync(report, outcome, store, progress, cancellationToken).ConfigureAwait(false);
        ReportFiles.Write(report, timings, output);
        return report;
    }

    /// <summary>What the folder's episodes have cost, failed attempts included.</summary>
    private CostLimit Cost(EarlierEpisodes earlier, EpisodeStore store)
    {
        var cost = new CostLimit(plan.MaxMicroDollars);
        foreach (var result in earlier.Results.OfType<EpisodeResult>())
        {
            cost.Known(result.Key.Agent, result.Inference.MicroDollars);
        }

        foreach (var attempt in store.Failures().Read())
        {
            cost.Known(attempt.Key.Agent, attempt.MicroDollars);
        }

        return cost;
    }

    /// <exception cref="InvalidOperationException">There is no earlier run, or it has left nothing to play.</exception>
    private void CheckRetry(EarlierEpisodes earlier, EpisodeStore store)
    {
        if (!earlier.HasRecords && !File.Exists(output.Path(PlanFile.Name)))
        {
            throw new InvalidOperationException($"There is no earlier run in {store.Folder} whose failed episodes could be played again; run without .RetryFailed() (--retry-failed) first, or name its folder.");
        }

        if (earlier.Results.All(result => result is not null))
        {
            throw new InvalidOperationException($"Nothing is to be played again in {store.Folder}: all {Figures.Count(plan.Episodes, "episode")} are finished.");
        }
    }

    /// <summary>Metrics over worlds, and whether the results may be relied on.</summary>
    private async Task ExamineAsync(BenchmarkReport report, BenchmarkOutcome outcome, EpisodeStore store, ProgressFeed progress, CancellationToken cancellationToken)
    {
        var measured = new MeasuredEpisodes();
        if (plan.Metrics.Count > 0)
        {
            foreach (var episode in report.Episodes)
            {
                measured.Take(store, episode);
            }

            if (measured.Missing is [var (key, reason), ..])
            {
                var note = $"The metrics of {Figures.Count(measured.Missing.Count, "episode")} could not be used and are in no mean: {EpisodeStore.Words(key)}: {reason}. fbabench rescore FOLDER --write makes them from the logs.";
                report.Notes = [.. report.Notes, note];
                progress.Note(note);
            }

            report.MetricSummaries = measured.Summaries();
        }

        report.Validity = await Validators.RunAsync(ReportValidator.Input(plan, outcome, store, report.Summaries, measured), new() { Threads = threads }, cancellationToken).ConfigureAwait(false);
    }
}
