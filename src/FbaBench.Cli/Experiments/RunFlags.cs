using System.CommandLine;

namespace FbaBench.Cli;

/// <summary>The flags of every command that plays an experiment. One that is not given leaves what a file or the builder says.</summary>
internal sealed class RunFlags
{
    private readonly Option<int?> _worlds = new("--worlds", "-w") { Description = "Worlds of each scenario. Default: 32." };
    private readonly Option<int?> _repeats = new("--repeats") { Description = "Times that every agent plays each world, with other draws of its own. Default: 1." };
    private readonly Option<int?> _threads = new("--threads") { Description = "Episodes at once where --episodes does not say; changes no result. Default: the number of cores." };
    private readonly Option<int?> _atOnce = new("--episodes") { Description = "Episodes in flight at once, for agents that wait; default that of --threads. Changes no result." };
    private readonly Option<string?> _output = new("--output", "-o") { Description = "Folder for report and results. Default: ./fbabench-results/NAME." };
    private readonly Option<string?> _compared = new("--compared-to") { Description = "Agent that the others are compared to. Default: the first." };
    private readonly Option<decimal?> _cost = new("--max-cost") { Description = "Most dollars that the agents may charge in the whole experiment; no episode begins beyond, and the same command with more goes on. Default: no limit." };
    private readonly Option<bool> _retry = new("--retry-failed") { Description = "Play only what an earlier run left failed or missing; refused where there is none." };
    private readonly Option<bool> _fresh = new("--fresh") { Description = "Start over: delete the folder's episodes first. Without it a run goes on where an earlier one ended, and plays failed episodes again." };
    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Show no progress." };
    private readonly Option<bool> _noLogs = new("--no-logs") { Description = "Write no run logs." };
    private readonly Option<bool> _noMetrics = new("--no-metrics") { Description = "Measure nothing but scores." };
    private readonly Option<bool> _bounds = new("--bounds") { Description = "Compute an upper bound of the score for every world; minutes a world of a year, kept in the folder." };
    private readonly Option<bool> _values = new("--decision-values") { Description = "Show the ten dearest decisions of every agent in the report; takes seconds an agent and scenario." };

    /// <param name="command">The command.</param>
    /// <param name="sealedWorlds">Worlds that were committed to: their number is fixed, and so is where the results go.</param>
    public void AddTo(CliCommand command, bool sealedWorlds = false)
    {
        Option[] choice = sealedWorlds ? [] : [_worlds, _output];
        foreach (var option in choice.Concat([_repeats, _threads, _atOnce, _compared, _cost, _retry, _fresh, _quiet, _noLogs, _noMetrics, _bounds, _values]))
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Lays the flags over a benchmark and runs it.</summary>
    public async Task<int> RunAsync(Benchmark benchmark, ParseResult parsed, CancellationToken cancellationToken)
    {
        Apply(benchmark, parsed);
        var (quiet, fresh) = (parsed.GetValue(_quiet), parsed.GetValue(_fresh));
        var progress = new RunProgress(quiet ? null : ConsoleProgress.Create());
        try
        {
            return RunCommand.Conclude(await benchmark.RunAsync(progress, cancellationToken).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync(progress.Stopped(fresh)).ConfigureAwait(false);
            return ExitCodes.Stopped;
        }
        catch (CostLimitException error)
        {
            await Console.Error.WriteLineAsync((quiet || Console.IsErrorRedirected ? "" : Environment.NewLine) + error.Message).ConfigureAwait(false);
            return ExitCodes.CostLimit;
        }
    }

    private void Apply(Benchmark benchmark, ParseResult parsed)
    {
        benchmark.Fresh(parsed.GetValue(_fresh)).RetryFailed(parsed.GetValue(_retry));
        Given(_worlds, count => benchmark.Worlds(count));
        Given(_repeats, count => benchmark.Repeats(count));
        Given(_threads, count => benchmark.Threads(count));
        Given(_atOnce, count => benchmark.Episodes(count));
        Given(_cost, dollars => benchmark.MaxCost(dollars));
        if (parsed.GetValue(_compared) is { } reference)
        {
            benchmark.ComparedTo(reference);
        }

        if (parsed.GetValue(_output) is { } folder)
        {
            benchmark.Output(folder);
        }

        if (parsed.GetValue(_noLogs))
        {
            benchmark.Logs(false);
        }

        if (parsed.GetValue(_noMetrics))
        {
            benchmark.Metrics(false);
        }

        if (parsed.GetValue(_bounds))
        {
            benchmark.Bounds();
        }

        if (parsed.GetValue(_values))
        {
            benchmark.DecisionValues();
        }

        void Given<T>(Option<T?> option, Action<T> set)
            where T : struct
        {
            if (parsed.GetValue(option) is { } value)
            {
                set(value);
            }
        }
    }
}
