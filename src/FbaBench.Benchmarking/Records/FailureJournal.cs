using System.Text;
using System.Text.Json;

namespace FbaBench;

/// <summary>An attempt of an episode that failed, and what it cost.</summary>
internal sealed record FailedAttempt(EpisodeKey Key, string ErrorType, string Message, long MicroDollars);

/// <summary>
/// The episodes that failed, a line for every attempt: a run that was killed before its report has told nobody else. The last line of an episode counts, unless it has a
/// record since. A line that a kill cut is passed over.
/// </summary>
internal sealed class FailureJournal(string folder)
{
    public const string Name = "failed.jsonl";

    private readonly Lock _lock = new();
    private readonly string _path = Path.Combine(folder, Name);

    public void Add(FailedAttempt attempt)
    {
        var line = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(attempt, RecordJson.Default.FailedAttempt) + "\n");
        lock (_lock)
        {
            StorageException.Guard(_path, path =>
            {
                using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
                if (file.Length > 0)
                {
                    file.Position = file.Length - 1;
                    if (file.ReadByte() != '\n')
                    {
                        file.WriteByte((byte)'\n');
                    }
                }

                file.Write(line);
            });
        }
    }

    /// <summary>All attempts, in the order in which they failed.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public IReadOnlyList<FailedAttempt> Read()
    {
        var attempts = new List<FailedAttempt>();
        foreach (var line in File.Exists(_path) ? File.ReadLines(_path) : [])
        {
            try
            {
                if (line.Length > 0 && JsonSerializer.Deserialize(line, RecordJson.Default.FailedAttempt) is { } attempt)
                {
                    attempts.Add(attempt);
                }
            }
            catch (JsonException)
            {
                // Cut by a kill, see above.
            }
        }

        return attempts;
    }
}
