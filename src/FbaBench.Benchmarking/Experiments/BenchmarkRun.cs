namespace FbaBench;

/// <summary>A run of a plan in a folder: finds what is there, plays what is missing, reports on all of it.</summary>
internal sealed class BenchmarkRun(BenchmarkPlan plan, OutputFolder output, int threads, int atOnce, bool logs)
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
        var progress = new ProgressFeed(listener, plan.Episodes, atOnce);
        var worlds = new PlannedWorlds(plan);
        var agents = new AgentIdentities(plan);
        var store = output.Episodes();
        var earlier = EarlierEpisodes.Find(plan, worlds, store, agents, cancellationToken);
        foreach (var note in earlier.Notes)
        {
            progress.Note(note);
        }

        using var seconds = store.Timings();
        var executor = new ParallelExecutor(plan, worlds, agents, store, atOnce, logs);
        var outcome = await executor.RunAsync(earlier, seconds, progress, cancellationToken).ConfigureAwait(false);
        var timings = new Timings(progress.Seconds, threads, atOnce, outcome, seconds);
        var report = new BenchmarkReport(plan, worlds.First(), outcome, store, output.Path("report.html"));
        await ExamineAsync(report, outcome, store, progress, cancellationToken).ConfigureAwait(false);
        ReportFiles.Write(report, timings, output);
        return report;
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
