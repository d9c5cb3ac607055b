using System.Runtime.CompilerServices;

namespace FbaBench;

/// <summary>What a world's episodes came to: the agent's first, then the baseline's, repeat by repeat.</summary>
internal sealed record GatedWorld(IReadOnlyList<EpisodeResult> Agent, IReadOnlyList<EpisodeResult> Baseline, EpisodeFailure? Failure);

/// <summary>Plays the worlds of a gate, some episodes at once.</summary>
internal sealed class GatedWorlds(GatePlan plan) : IDisposable
{
    private readonly SemaphoreSlim _atOnce = new(plan.Options.Parallelism);
    private readonly ConditionalWeakTable<IAgent, IAgent> _played = [];

    /// <summary>Worlds that are under way before the first of them is looked at, so that nobody waits: no more, for each may have to be paid for.</summary>
    public int Ahead { get; } = Math.Max(1, (plan.Options.Parallelism + EpisodesOf(plan) - 1) / EpisodesOf(plan)) + (plan.Options.Parallelism > 1 ? 1 : 0);

    public async Task<GatedWorld> PlayAsync(int world, CancellationToken cancellationToken)
    {
        PreparedWorld prepared;
        try
        {
            prepared = PreparedWorld.Of(PlannedWorlds.Define(plan.Scenario, plan.Seed(world)));
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            return new([], [], Failure(new(plan.Agent.Name, plan.Scenario.Name, world), error));
        }

        GatePlayer[] players = plan.Baseline is null ? [plan.Agent] : [plan.Agent, plan.Baseline];
        var played = await Task.WhenAll(players.SelectMany(player => Enumerable.Range(0, plan.Options.Repeats)
            .Select(repeat => PlayAsync(player, new(player.Name, plan.Scenario.Name, world) { Repeat = repeat }, prepared, cancellationToken)))).ConfigureAwait(false);
        return new(
            [.. played.Take(plan.Options.Repeats).Select(episode => episode.Result).OfType<EpisodeResult>()],
            [.. played.Skip(plan.Options.Repeats).Select(episode => episode.Result).OfType<EpisodeResult>()],
            played.Select(episode => episode.Failure).FirstOrDefault(failure => failure is not null));
    }

    public void Dispose() => _atOnce.Dispose();

    private static int EpisodesOf(GatePlan plan) => plan.Options.Repeats * (plan.Baseline is null ? 1 : 2);

    private async Task<(EpisodeResult? Result, EpisodeFailure? Failure)> PlayAsync(GatePlayer player, EpisodeKey key, PreparedWorld prepared, CancellationToken cancellationToken)
    {
        await _atOnce.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // On the pool: an agent that never waits would else be played where it was asked for, one episode after the other.
            return (await Task.Run(() => EpisodeAsync(player, key, prepared, cancellationToken), cancellationToken).ConfigureAwait(false), null);
        }
        catch (Exception error) when (error is not SharedInstanceException && !cancellationToken.IsCancellationRequested)
        {
            return (null, Failure(key, error));
        }
        finally
        {
            _atOnce.Release();
        }
    }

    private async Task<EpisodeResult> EpisodeAsync(GatePlayer player, EpisodeKey key, PreparedWorld prepared, CancellationToken cancellationToken)
    {
        var living = new LivingAgents();
        await using (living.ConfigureAwait(false))
        {
            var agent = living.Add(Fresh(player));
            var opponents = plan.Opponents.Select(opponent => new SeatedOpponent(opponent.Name, living.Add(Fresh(opponent)))).ToArray();
            var options = new SessionOptions { DecisionDeadline = plan.Options.DecisionDeadline, Repeat = key.Repeat };
            return (await EpisodeRunner.RunAsync(key, prepared, plan.Seed(key.World), agent, options, cancellationToken, opponents).ConfigureAwait(false)).Result;
        }
    }

    private IAgent Fresh(GatePlayer player)
    {
        var agent = player.Make() ?? throw new InvalidOperationException($"The factory of '{player.Name}' returned null; return a fresh instance for every episode.");
        return _played.TryAdd(agent, agent)
            ? agent
            : throw new SharedInstanceException($"The factory of '{player.Name}' returned an instance that plays another episode or seat; return a fresh one every time.");
    }

    private static EpisodeFailure Failure(EpisodeKey key, Exception error) => new(key, error.GetType().Name, error.Message);
}

/// <summary>A factory is used wrongly: no outcome of an episode.</summary>
internal sealed class SharedInstanceException(string message) : InvalidOperationException(message);
