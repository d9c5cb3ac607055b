namespace FbaBench;

/// <summary>
/// Keeps runs: of each a log and named JSON documents (manifest, result, metrics). Names are 1 to 150 lower-case letters,
/// digits, hyphens, dots and underscores, not starting with a dot; anything else is an <see cref="ArgumentException"/>.
/// </summary>
public interface IRunStore
{
    /// <summary>Creates the log of a run, writable and seekable.</summary>
    /// <exception cref="IOException">The run has a log already.</exception>
    ValueTask<Stream> CreateLogAsync(string run, CancellationToken cancellationToken = default);

    /// <summary>Opens the log of a run to read it or to go on with it; null when there is none.</summary>
    ValueTask<Stream?> OpenLogAsync(string run, bool write, CancellationToken cancellationToken = default);

    /// <summary>Stores a document, whole or not at all, in place of an earlier one of the name.</summary>
    ValueTask PutDocumentAsync(string run, string name, ReadOnlyMemory<byte> json, CancellationToken cancellationToken = default);

    /// <summary>A document, or null when there is none.</summary>
    ValueTask<byte[]?> GetDocumentAsync(string run, string name, CancellationToken cancellationToken = default);

    /// <summary>All runs that have a log or a document, in ordinal order.</summary>
    ValueTask<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken = default);
}

internal static class StoreNames
{
    private const int Longest = 150;

    public static string Check(string name, string what)
    {
        ArgumentNullException.ThrowIfNull(name);
        var ok = name.Length is > 0 and <= Longest && name[0] != '.';
        foreach (var c in name)
        {
            ok &= c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '.' or '_';
        }

        return ok
            ? name
            : throw new ArgumentException($"'{name}' is not a name of a {what}; use 1 to {Longest} lower-case letters, digits, hyphens, dots and underscores, not starting with a dot.", nameof(name));
    }
}
