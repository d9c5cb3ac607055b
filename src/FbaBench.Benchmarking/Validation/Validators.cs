using System.Globalization;

namespace FbaBench;

/// <summary>The checks, in the order in which they are told.</summary>
internal static class Validators
{
    private const int MostNamed = 3;

    public static async Task<IReadOnlyList<ValidityCheck>> RunAsync(ValidityInput input, ValidityOptions options, CancellationToken cancellationToken)
    {
        var (logs, replays) = await ReplayCheck.RunAsync(input, options, cancellationToken).ConfigureAwait(false);
        return [Books(input), logs, replays, Metadata(input), Training(input), Budgets(input, options), Worlds(input), Failures(input, options)];
    }

    private static ValidityCheck Books(ValidityInput input)
    {
        const string Name = "books-balance";
        return input.Unbalanced.Count > 0
            ? Failed(Name, $"the books of {Named([.. input.Unbalanced.Select(EpisodeStore.Words)])} do not balance on every evening, or something but cash is left at the end")
            : input.Measured == 0 ? NotChecked(Name, "no episode was measured; run with metrics, or fbabench rescore FOLDER --write")
            : input.Measured < input.Episodes.Count ? NotChecked(Name, Invariant($"they balance in {input.Measured} episodes; {input.Episodes.Count - input.Measured} were not measured (fbabench rescore FOLDER --write)"))
            : Passed(Name, $"debits equal credits and income equals the change of net worth on every evening of {Figures.Count(input.Measured, "episode")}, and cash alone is left at the end");
    }

    private static ValidityCheck Metadata(ValidityInput input)
    {
        const string Name = "reproducibility-metadata";
        List<string> missing =
        [
            .. input.Broken,
            .. input.Scenarios.Where(scenario => scenario.Digest is null).Select(scenario => $"the scenario '{scenario.Name}' has no digest"),
            .. input.Agents.Where(agent => agent.Identity is { Version: null, Build: null } || agent.Identity.Build?.StartsWith(AssemblyBuild.MadeAtRunTime, StringComparison.Ordinal) == true)
                .Select(agent => agent.Name).Distinct().Select(name => $"the agent '{name}' declares no version and its code cannot be told from another's"),
        ];
        return missing.Count > 0
            ? Failed(Name, Named(missing))
            : input.Episodes.Count == 0 ? NotChecked(Name, "no episode was finished")
            : Passed(Name, $"seed, engine, definition and agent of {Figures.Count(input.Episodes.Count, "episode")} are recorded");
    }

    private static ValidityCheck Training(ValidityInput input)
    {
        const string Name = "no-test-world-in-training";
        var refused = input.Failed.Where(failure => failure.ErrorType == nameof(TrainedWorldException)).ToArray();
        return refused.Length == 0
            ? Passed(Name, "no agent was to play a world that it says it was trained in; of agents that say nothing it cannot be known")
            : Failed(Name, $"{Named([.. refused.Select(failure => $"'{failure.Key.Agent}'").Distinct()])} was trained in {Figures.Count(refused.Length, "of the worlds", "of the worlds")} of this experiment; they were not played");
    }

    private static ValidityCheck Budgets(ValidityInput input, ValidityOptions options)
    {
        const string Name = "budgets";
        if (options.BudgetPerEpisode is not { } budget)
        {
            return NotChecked(Name, "no budget was declared");
        }

        var over = input.Episodes.Where(episode => episode.Inference.Total > budget).Select(episode => EpisodeStore.Words(episode.Key)).ToArray();
        return over.Length == 0
            ? Passed(Name, $"thinking cost at most {budget} in every episode")
            : Failed(Name, $"thinking cost more than {budget} in {Named(over)}");
    }

    private static ValidityCheck Worlds(ValidityInput input)
    {
        const string Name = "enough-worlds";
        var untrusted = input.Summaries.Select(row => (row.Scenario, row.Agent, Mean: row.Difference ?? row.Score)).Where(row => !row.Mean.IsTrusted).ToArray();
        return input.Summaries.Count == 0
            ? NotChecked(Name, "no episode was finished")
            : untrusted.Length == 0
            ? Passed(Name, "every interval has the worlds that it needs, max(32, 25 · skewness²), and nothing else speaks against it")
            : Failed(Name, Named([.. untrusted.Select(row => $"'{row.Agent}' in '{row.Scenario}': {row.Mean.Trust.Reason}")]));
    }

    private static ValidityCheck Failures(ValidityInput input, ValidityOptions options)
    {
        const string Name = "failed-episodes";
        var all = input.Episodes.Count + input.Failed.Count;
        if (all == 0)
        {
            return NotChecked(Name, "there is no episode");
        }

        var share = input.Failed.Count / (double)all;
        var words = Invariant($"{input.Failed.Count} of {Figures.Count(all, "episode")} could not be played; the bound is {options.MostFailedShare:0.##%}");
        return share <= options.MostFailedShare ? Passed(Name, words) : Failed(Name, words);
    }

    private static string Named(IReadOnlyList<string> all) =>
        string.Join("; ", all.Take(MostNamed)) + (all.Count > MostNamed ? Invariant($"; and {all.Count - MostNamed} more") : "");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static ValidityCheck Passed(string name, string reason) => new(name, ValidityStatus.Passed, reason);

    private static ValidityCheck Failed(string name, string reason) => new(name, ValidityStatus.Failed, reason);

    private static ValidityCheck NotChecked(string name, string reason) => new(name, ValidityStatus.NotChecked, reason);
}
