using System.Text;
using System.Text.Json;

namespace FbaBench;

/// <summary>Seconds that an episode took to play.</summary>
internal sealed record EpisodeSeconds(EpisodeKey Key, double Seconds);

/// <summary>
/// How long every episode took, a line each, kept apart from the records because it comes from a clock. A line is written before
/// its episode's record, so that every record has one; the last line of an episode counts. A line that a kill cut is passed
/// over: nothing but timings.json is read from here.
/// </summary>
internal sealed class TimingJournal : IDisposable
{
    public const string Name = "seconds.jsonl";

    private readonly Lock _lock = new();
    private readonly Dictionary<EpisodeKey, double> _seconds = [];
    private readonly string _path;
    private readonly FileStream _file;

    private TimingJournal(string path, FileStream file)
    {
        _path = path;
        _file = file;
    }

    public static TimingJournal Open(string folder)
    {
        var path = Path.Combine(folder, Name);
        TimingJournal? journal = null;
        StorageException.Guard(path, _ =>
        {
            var lines = File.Exists(path) ? File.ReadAllText(path) : "";
            journal = new TimingJournal(path, new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0));
            journal.Take(lines);
            if (lines.Length > 0 && lines[^1] != '\n')
            {
                journal._file.Write("\n"u8);
            }
        });
        return journal!;
    }

    /// <summary>Seconds of an episode, or null where nothing is known.</summary>
    public double? Of(EpisodeKey key) => _seconds.TryGetValue(key, out var seconds) ? seconds : null;

    public void Add(EpisodeKey key, double seconds)
    {
        var line = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new EpisodeSeconds(key, Math.Round(seconds, 6)), RecordJson.Default.EpisodeSeconds) + "\n");
        lock (_lock)
        {
            StorageException.Guard(_path, _ => _file.Write(line));
            _seconds[key] = seconds;
        }
    }

    public void Dispose() => _file.Dispose();

    private void Take(string lines)
    {
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            try
            {
                if (JsonSerializer.Deserialize(line, RecordJson.Default.EpisodeSeconds) is { } entry)
                {
                    _seconds[entry.Key] = entry.Seconds;
                }
            }
            catch (JsonException)
            {
                // Cut by a kill, see above.
            }
        }
    }
}
