using System.Diagnostics;
using System.Text.Json;

namespace FbaBench;

/// <summary>Plays jobs of a plan in this process, each into a delivery.</summary>
internal sealed class JobPlayer
{
    private readonly BenchmarkPlan _plan;
    private readonly PlannedWorlds _worlds;
    private readonly AgentIdentities _agents;
    private readonly bool _logs;
    private readonly Dictionary<int, int> _playing = [];
    private readonly Lock _lock = new();
    private readonly EpisodePlayer _player;

    public JobPlayer(BenchmarkPlan plan, PlannedWorlds worlds, AgentIdentities agents, bool logs, Func<EpisodeKey, Seat, string, Stream>? openFile)
    {
        (_plan, _worlds, _agents, _logs) = (plan, worlds, agents, logs);
        _player = new(plan, worlds, agents) { OpenFile = openFile };
    }

    /// <summary>The identity under which an episode is to be recorded.</summary>
    /// <exception cref="Exception">Its world cannot be defined.</exception>
    public EpisodeIdentity Asked(int index)
    {
        var (scenario, world, _, _) = _plan.At(index);
        return _agents.Of(index, _worlds.Digest(scenario, world));
    }

    public static EpisodeJob JobOf(EpisodeIdentity asked) => new(asked.Key, JsonSerializer.Serialize(asked, RecordJson.Default.EpisodeIdentity));

    /// <exception cref="ArgumentException">No episode of the plan.</exception>
    /// <exception cref="InvalidOperationException">Another episode would be played than is asked for, or a factory is used wrongly.</exception>
    /// <exception cref="OperationCanceledException">It was asked to stop.</exception>
    public async Task<EpisodeDelivery> PlayAsync(EpisodeJob job, CancellationToken cancellationToken)
    {
        var index = _plan.IndexOf(job.Key) ?? throw new ArgumentException($"{EpisodeStore.Words(job.Key)} is no episode of '{_plan.Name}'; define the same benchmark as the run does.", nameof(job));
        var started = Stopwatch.GetTimestamp();
        var spent = 0L;
        var log = _logs ? new KeptLog() : null;
        Enter(index);
        try
        {
            Compare(job, index);
            var (identity, episode) = await _player.PlayAsync(index, _ => log, charged => spent += charged, cancellationToken).ConfigureAwait(false);
            return new(job.Key)
            {
                Record = EpisodeRecord.Write(identity, episode),
                Metrics = episode.Metrics?.Write(),
                Log = log?.ToArray(),
                Seconds = Stopwatch.GetElapsedTime(started).TotalSeconds,
                MicroDollars = episode.Result.Inference.MicroDollars,
            };
        }
        catch (Exception error) when (error is not OtherEpisodeException && !EpisodePlayer.IsOfTheRun(error, cancellationToken))
        {
            return new(job.Key) { ErrorType = error.GetType().Name, Message = _plan.Source.Hide(error.Message, job.Key.Scenario, job.Key.World), MicroDollars = spent, Seconds = Stopwatch.GetElapsedTime(started).TotalSeconds };
        }
        finally
        {
            Leave(index);
        }
    }

    /// <summary>How an identity differs from the one that is asked for, in the words of a message; null where it does not.</summary>
    public static string? Difference(EpisodeIdentity identity, EpisodeIdentity asked) =>
        identity.Key != asked.Key ? $"of {EpisodeStore.Words(identity.Key)}"
        : identity.DifferenceTo(asked)
        ?? (identity.Agent == asked.Agent ? null : $"the agent '{asked.Key.Agent}' {identity.Agent.DifferenceTo(asked.Agent)}")
        ?? OpponentIdentity.Difference(identity.Opponents, asked.Opponents);

    private void Compare(EpisodeJob job, int index)
    {
        EpisodeIdentity? asked;
        try
        {
            asked = JsonSerializer.Deserialize(job.Identity, RecordJson.Default.EpisodeIdentity);
        }
        catch (JsonException error)
        {
            throw new OtherEpisodeException($"The job of {EpisodeStore.Words(job.Key)} has no identity that this version reads: {error.Message}");
        }

        if (Difference(asked!, Asked(index)) is { } difference)
        {
            throw new OtherEpisodeException($"The job of {EpisodeStore.Words(job.Key)} asks for another episode than is played here ('there' is the run, 'now' this worker): {difference}. Run workers of the same build, with the same benchmark.");
        }
    }

    /// <summary>A world is kept while one of its episodes is played.</summary>
    private void Enter(int index)
    {
        lock (_lock)
        {
            var world = index / _plan.EpisodesOfWorld;
            _playing[world] = _playing.GetValueOrDefault(world) + 1;
        }
    }

    private void Leave(int index)
    {
        lock (_lock)
        {
            var world = index / _plan.EpisodesOfWorld;
            if (--_playing[world] == 0)
            {
                _playing.Remove(world);
                _worlds.Release(_plan.At(index).Scenario, _plan.At(index).World);
            }
        }
    }

    /// <summary>A session disposes its log; here it is read afterwards.</summary>
    private sealed class KeptLog : MemoryStream;
}

/// <summary>A worker would play something else than the run asks for: its mistake, no failure of the episode.</summary>
internal sealed class OtherEpisodeException(string message) : InvalidOperationException(message);
