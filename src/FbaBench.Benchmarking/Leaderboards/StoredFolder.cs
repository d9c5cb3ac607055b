namespace FbaBench;

/// <summary>What lies beside an experiment's results; nothing is opened, nothing is made.</summary>
internal sealed class StoredFolder(string folder)
{
    private readonly string _runs = Path.Combine(folder, OutputFolder.Runs);

    public bool HasRecord(EpisodeKey key) => File.Exists(Path.Combine(_runs, EpisodeStore.NameOf(key) + EpisodeRecord.Extension));

    public bool HasLog(EpisodeKey key) => File.Exists(Path.Combine(_runs, EpisodeStore.NameOf(key) + EpisodeStore.LogExtension));

    /// <summary>The tape of the agent under test, who has seat 0.</summary>
    public bool HasTape(EpisodeKey key) => File.Exists(Path.Combine(_runs, EpisodeStore.AgentFolder, EpisodeStore.NameOf(key) + "_0.tape"));
}
