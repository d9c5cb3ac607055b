using System.Globalization;

namespace FbaBench;

/// <summary>Takes the worlds up in their order and looks after each, until the claim is decided or the budget is used.</summary>
internal sealed class GateRun(GatePlan plan)
{
    private readonly GateLooks _looks = new(plan.Claim, plan.Options);
    private readonly List<EpisodeResult> _agent = [];
    private readonly List<EpisodeResult> _baseline = [];
    private readonly SortedDictionary<string, int> _failedDays = new(StringComparer.Ordinal);
    private EpisodeFailure? _failure;
    private string? _firstFault;

    /// <exception cref="InvalidOperationException">A factory returned an instance twice.</exception>
    /// <exception cref="OperationCanceledException">It was asked to stop.</exception>
    public async Task<GateResult> RunAsync(CancellationToken cancellationToken)
    {
        using var worlds = new GatedWorlds(plan);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var underWay = new Queue<Task<GatedWorld>>();
        try
        {
            var begun = 0;
            for (var world = 0; world < plan.Options.Worlds; world++)
            {
                for (; begun < plan.Options.Worlds && begun < world + worlds.Ahead; begun++)
                {
                    underWay.Enqueue(worlds.PlayAsync(begun, stop.Token));
                }

                if (Take(await underWay.Dequeue().ConfigureAwait(false)) is var outcome and not GateOutcome.Undecided)
                {
                    return Finish(outcome);
                }
            }

            return Finish(GateOutcome.Undecided);
        }
        catch (SharedInstanceException error)
        {
            // A type of ours to tell it from what an episode came to; to a caller it is wrong use like any other.
            throw new InvalidOperationException(error.Message, error);
        }
        finally
        {
            // Of worlds beyond the decision nothing counts, whatever they come to.
            await stop.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(underWay).ContinueWith(static all => _ = all.Exception, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private GateOutcome Take(GatedWorld world)
    {
        if (world.Failure is not null)
        {
            _failure = world.Failure;
            return GateOutcome.EpisodeFailed;
        }

        _agent.AddRange(world.Agent);
        _baseline.AddRange(world.Baseline);
        Count(world.Agent.Concat(world.Baseline));
        var outcome = _looks.Take(Mean(world.Agent) - (plan.Baseline is null ? 0 : Mean(world.Baseline)));
        return _failedDays.Values.Any(days => days > plan.Options.MostFailedDays) ? GateOutcome.DaysFailed : outcome;
    }

    private void Count(IEnumerable<EpisodeResult> episodes)
    {
        foreach (var episode in episodes)
        {
            Count(episode.Key.Agent, episode.FailedDays, episode.FirstFault, episode.Key);
            foreach (var opponent in episode.Opponents)
            {
                Count(opponent.Name, opponent.FailedDays, opponent.FirstFault, episode.Key);
            }
        }
    }

    private void Count(string player, int days, EpisodeFault? first, EpisodeKey episode)
    {
        if (days == 0)
        {
            return;
        }

        _failedDays[player] = _failedDays.GetValueOrDefault(player) + days;
        var thrown = first?.ErrorType is { } type ? $": {type}: {first.Message}" : "";
        _firstFault ??= string.Create(CultureInfo.InvariantCulture, $"The first: '{player}' in world {episode.World}, day {first?.Day}, {first?.Kind}{thrown}.");
    }

    private GateResult Finish(GateOutcome outcome)
    {
        var (now, values) = (_looks.Now, _looks.Values);
        var needed = outcome == GateOutcome.Undecided ? _looks.Needed() : null;
        var result = new GateResult
        {
            Outcome = outcome,
            Passed = outcome == plan.Claim.Shown || (outcome == GateOutcome.Undecided && plan.Options.UndecidedPasses),
            Worlds = values.Count,
            Budget = plan.Options.Worlds,
            Level = plan.Options.Level,
            Limit = plan.Claim.Limit,
            Values = values,
            Mean = values.Count == 0 ? null : now.Mean,
            Low = now.RunningLow,
            High = now.RunningHigh,
            AgentScore = _agent.Count == 0 ? null : Mean(_agent),
            BaselineScore = _baseline.Count == 0 ? null : Mean(_baseline),
            WorldsNeeded = needed,
            Reason = new GateReason(plan, values, now, _looks.Doubts(), needed, _failure, _firstFault).Of(outcome),
            FailedDays = _failedDays,
            Failure = _failure,
        };
        return result.With(GateText.Of(plan, result));
    }

    private static double Mean(IReadOnlyList<EpisodeResult> episodes)
    {
        var cents = 0L;
        foreach (var episode in episodes)
        {
            cents = checked(cents + episode.Score.Cents);
        }

        return cents / 100.0 / episodes.Count;
    }
}
