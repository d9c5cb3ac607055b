using System.Globalization;

namespace FbaBench;

/// <summary>The episodes of an experiment's folder: a record of each finished one and the run logs.</summary>
internal sealed class EpisodeStore(string folder)
{
    /// <summary>No record comes near; a larger file is something else and is not read into memory.</summary>
    private const long MostBytes = 1L << 30;

    private const string LogExtension = ".fbalog";

    /// <summary>Where the agents' own files lie: paid answers outlive an attempt that failed.</summary>
    private readonly string _agents = Path.Combine(folder, "agents");

    /// <summary>Where the records are.</summary>
    public string Folder => folder;

    public TimingJournal Timings() => TimingJournal.Open(folder);

    public FailureJournal Failures() => new(folder);

    public string PathOf(EpisodeKey key) => Path.Combine(folder, NameOf(key) + EpisodeRecord.Extension);

    /// <summary>The episodes that have a record, whole or not, and those of other plans.</summary>
    public EpisodeKey[] Recorded() =>
    [
        .. Directory.EnumerateFiles(folder, "*" + EpisodeRecord.Extension).Order(StringComparer.Ordinal)
            .Select(path => KeyOf(Path.GetFileName(path))).OfType<EpisodeKey>(),
    ];

    /// <exception cref="InvalidDataException">Not a whole record of this episode; the message says what is wrong.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public EpisodeRecord Read(EpisodeKey key)
    {
        var path = PathOf(key);
        try
        {
            var record = new FileInfo(path).Length <= MostBytes
                ? EpisodeRecord.Read(File.ReadAllBytes(path))
                : throw new InvalidDataException("it is larger than any record");
            return record.Identity.Key == key && record.Result.Key == key
                ? record
                : throw new InvalidDataException($"it holds another episode ({Words(record.Identity.Key)})");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The record {path} cannot be read: {error.Message}", error);
        }
    }

    /// <summary>Writes a record whole or not at all.</summary>
    /// <exception cref="StorageException">It could not be written.</exception>
    public void Write(EpisodeIdentity identity, PlayedEpisode episode) =>
        StorageException.Guard(PathOf(identity.Key), path => WholeFile.Write(path, EpisodeRecord.Write(identity, episode)));

    /// <summary>Writes a record that was made elsewhere, whole or not at all.</summary>
    /// <exception cref="StorageException">It could not be written.</exception>
    public void Write(EpisodeKey key, byte[] record) => StorageException.Guard(PathOf(key), path => WholeFile.Write(path, record));

    /// <summary>Writes a log that was made elsewhere, or removes that of an earlier attempt where there is none.</summary>
    /// <exception cref="StorageException">It could not be written.</exception>
    public void WriteLog(EpisodeKey key, ReadOnlyMemory<byte>? log)
    {
        if (log is not { } bytes)
        {
            DeleteLog(key);
            return;
        }

        StorageException.Guard(Path.Combine(folder, NameOf(key) + LogExtension), path => WholeFile.Write(path, bytes.Span));
    }

    /// <summary>Writes an episode's metrics, or removes those of an earlier attempt where there are none. They can be made again from the log.</summary>
    /// <exception cref="StorageException">They could not be written.</exception>
    public void WriteMetrics(EpisodeKey key, MetricsDocument? metrics) => StorageException.Guard(MetricsPathOf(key), path =>
    {
        if (metrics is null)
        {
            File.Delete(path);
        }
        else
        {
            WholeFile.Write(path, metrics.Write(), toDisk: false);
        }
    });

    /// <summary>The metrics of a recorded episode, or null where it has none.</summary>
    /// <exception cref="InvalidDataException">They are damaged, or those of another attempt.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public MetricsDocument? ReadMetrics(EpisodeResult result)
    {
        var path = MetricsPathOf(result.Key);
        if (!File.Exists(path))
        {
            return null;
        }

        var document = MetricsDocument.Read(File.ReadAllBytes(path));
        return document.IsOf(result) ? document : throw new InvalidDataException("they are those of another attempt");
    }

    /// <summary>Opens an episode's log, or null where it has none.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public Stream? OpenLog(EpisodeKey key)
    {
        var path = Path.Combine(folder, NameOf(key) + LogExtension);
        return File.Exists(path) ? File.OpenRead(path) : null;
    }

    /// <summary>Renames a damaged record, so that its episode is played again and the file can still be looked at.</summary>
    /// <returns>The new name.</returns>
    public string SetAside(EpisodeKey key)
    {
        var path = PathOf(key);
        var name = path + ".damaged";
        for (var i = 2; File.Exists(name); i++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{path}.damaged-{i}");
        }

        StorageException.Guard(path, _ => File.Move(path, name));
        return Path.GetFileName(name);
    }

    /// <summary>A new log for an episode that is now played; what an earlier attempt left is replaced.</summary>
    public Stream CreateLog(EpisodeKey key) => new EpisodeLog(Path.Combine(folder, NameOf(key) + LogExtension));

    /// <summary>Removes an earlier attempt's log, which would not be that of the record to come.</summary>
    public void DeleteLog(EpisodeKey key) => StorageException.Guard(Path.Combine(folder, NameOf(key) + LogExtension), File.Delete);

    /// <summary>Opens a file that an agent keeps of an episode; earlier attempts of the episode have written to it.</summary>
    /// <exception cref="ArgumentException">The name is not one.</exception>
    /// <exception cref="StorageException">It could not be opened.</exception>
    public Stream OpenAgentFile(EpisodeKey key, Seat seat, string name)
    {
        if (name is not { Length: > 0 and <= 30 } || !name.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-'))
        {
            throw new ArgumentException($"'{name}' cannot name an agent's file; use 1 to 30 lower-case letters, digits and hyphens.", nameof(name));
        }

        Stream? file = null;
        StorageException.Guard(Path.Combine(_agents, string.Create(CultureInfo.InvariantCulture, $"{NameOf(key)}_{seat.Index}.{name}")), path =>
        {
            Directory.CreateDirectory(_agents);
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        });
        return file!;
    }

    /// <summary>Removes records, logs, the agents' files and what was set aside; nothing else.</summary>
    public void Clear()
    {
        if (Directory.Exists(_agents))
        {
            foreach (var path in Directory.GetFiles(_agents).Where(path => Path.GetFileName(path).Split('_').Length is 4 or 5))
            {
                StorageException.Guard(path, File.Delete);
            }
        }

        foreach (var path in Directory.GetFiles(folder).Where(path => Path.GetFileName(path) is var name
            && (name.Contains(EpisodeRecord.Extension, StringComparison.Ordinal) || name.EndsWith(LogExtension, StringComparison.Ordinal) || name.Contains(MetricsDocument.Extension, StringComparison.Ordinal) || name is TimingJournal.Name or FailureJournal.Name)))
        {
            StorageException.Guard(path, File.Delete);
        }
    }

    internal static string Words(EpisodeKey key) => string.Create(CultureInfo.InvariantCulture, $"'{key.Agent}' in world {key.World}{(key.Repeat == 0 ? "" : $", repeat {key.Repeat},")} of '{key.Scenario}'");

    private string MetricsPathOf(EpisodeKey key) => Path.Combine(folder, NameOf(key) + MetricsDocument.Extension);

    /// <summary>Names have no underscore, so that two episodes never share a file. The first repeat is named like an episode without any.</summary>
    internal static string NameOf(EpisodeKey key) =>
        string.Create(CultureInfo.InvariantCulture, $"{key.Scenario}_{key.World:000}_{key.Agent}{(key.Repeat == 0 ? "" : $"_r{key.Repeat}")}");

    private static EpisodeKey? KeyOf(string file)
    {
        var parts = file[..^EpisodeRecord.Extension.Length].Split('_');
        var repeat = 0;
        return parts.Length is 3 or 4 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var world)
            && (parts.Length == 3 || (parts[3].StartsWith('r') && int.TryParse(parts[3].AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out repeat)))
            && new EpisodeKey(parts[2], parts[0], world) { Repeat = repeat } is var key && NameOf(key) + EpisodeRecord.Extension == file
            ? key
            : null;
    }
}
