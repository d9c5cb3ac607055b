namespace FbaBench;

/// <summary>A run whose log is kept by a store.</summary>
internal sealed class StoredRun(IRunStore store, CancellationToken cancellationToken)
{
    private const int KilledAfter = 5;
    private static readonly WorldSeed Seed = new(7);
    private static readonly IScenario Scenario = SmallWorlds.Shop();

    /// <summary>A killed process leaves a log that is not sealed: the bytes of the first days.</summary>
    public async Task ResumesAsync()
    {
        var whole = await Play.WholeAsync(Scenario, Seed, Seller(), cancellationToken).ConfigureAwait(false);
        var before = await KilledAsync().ConfigureAwait(false);
        var log = await store.OpenLogAsync("killed", write: true, cancellationToken).ConfigureAwait(false) ?? throw new NotConforming("a log that was created is not there");
        var play = await Play.ResumeAsync(log, Scenario, Seller(), before, cancellationToken).ConfigureAwait(false);
        await using (play.ConfigureAwait(false))
        {
            Suite.Need((await play.ToEndAsync(cancellationToken).ConfigureAwait(false)).DifferenceTo(whole) is null, "a run that was gone on with from its log comes to another end");
        }

        var sealedLog = await store.OpenLogAsync("killed", write: false, cancellationToken).ConfigureAwait(false);
        using var reader = RunLogReader.Open(sealedLog!);
        Suite.Need(reader.IsSealed && reader.Replay().Hash == whole.Hash, "the log of a run that was gone on with does not replay to its end");
    }

    private static IAgent Seller() => FakeAgent.Deciding(today => today.Offers.Select(offer => new SetPrice(offer.Id, new Money(1_500 + today.Day))));

    private async Task<PlayedTrace> KilledAsync()
    {
        using var memory = new MemoryStream();
        var play = Play.Start(Scenario, Seed, Seller(), memory);
        await using (play.ConfigureAwait(false))
        {
            var before = await play.ToAsync(KilledAfter, cancellationToken).ConfigureAwait(false);
            var log = await store.CreateLogAsync("killed", cancellationToken).ConfigureAwait(false);
            await using (log.ConfigureAwait(false))
            {
                await log.WriteAsync(memory.ToArray(), cancellationToken).ConfigureAwait(false);
            }

            return before;
        }
    }
}
