namespace FbaBench;

/// <summary>
/// The episodes of a run that are to be played, and where they are delivered. Every delivery is checked before it counts: seal, identity, metrics and log of that very episode. An equal one that comes again changes nothing, another one of the same
/// episode is refused. Safe for concurrent use.
/// </summary>
public sealed class EpisodeJobs
{
    private readonly JobPlayer _player;
    private readonly DeliveryDesk _desk;

    internal EpisodeJobs(string experiment, IReadOnlyList<EpisodeJob> items, JobPlayer player, DeliveryDesk desk) =>
        (Experiment, Items, _player, _desk) = (experiment, items, player, desk);

    /// <summary>Name of the experiment.</summary>
    public string Experiment { get; }

    /// <summary>The episodes, scenario by scenario, world by world, repeat by repeat, agent by agent.</summary>
    public IReadOnlyList<EpisodeJob> Items { get; }

    /// <summary>Plays a job in this process, with the run's own agents. It delivers nothing.</summary>
    /// <param name="job">One of <see cref="Items"/>.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>What is to be delivered; also of an episode that could not be played.</returns>
    /// <exception cref="ArgumentException">No job of this run.</exception>
    /// <exception cref="InvalidOperationException">A factory returned an instance twice.</exception>
    public Task<EpisodeDelivery> PlayAsync(EpisodeJob job, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(job);
        return _player.PlayAsync(job, cancellationToken);
    }

    /// <summary>Delivers what a job came to. A failed attempt is written down and may be followed by a record, never the other way round.</summary>
    /// <param name="delivery">A record with what belongs to it, or a failure.</param>
    /// <returns>Whether it was taken; false where the same is there already, or a record is there and this is a failure.</returns>
    /// <exception cref="ArgumentException">No job of this run.</exception>
    /// <exception cref="InvalidDataException">Refused: cut, changed, of another episode, world, build or version, incomplete, or other bytes than were delivered before. The message says which. The job is still to be delivered.</exception>
    /// <exception cref="InvalidOperationException">The run is over, or the classes of one agent come in two builds.</exception>
    /// <exception cref="IOException">It could not be written.</exception>
    public bool Deliver(EpisodeDelivery delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return _desk.Deliver(delivery);
    }
}
