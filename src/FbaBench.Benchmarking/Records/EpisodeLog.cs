namespace FbaBench;

/// <summary>An episode's log file; what cannot be written is told from what goes wrong in the episode.</summary>
internal sealed class EpisodeLog : Stream
{
    /// <summary>Enough for a day, after which it is flushed; thousands of episodes may be open at once.</summary>
    private const int BufferBytes = 1 << 12;

    private readonly string _path;
    private FileStream _file = null!;

    public EpisodeLog(string path)
    {
        _path = path;
        StorageException.Guard(path, _ => _file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.Read, BufferBytes));
    }

    public override bool CanRead => _file.CanRead;

    public override bool CanSeek => _file.CanSeek;

    public override bool CanWrite => _file.CanWrite;

    public override long Length => _file.Length;

    public override long Position
    {
        get => _file.Position;
        set => StorageException.Guard(_path, _ => _file.Position = value);
    }

    public override void Flush()
    {
        // Once a day: no closure, so that a day that is logged allocates nothing.
        try
        {
            _file.Flush();
        }
        catch (Exception error) when (StorageException.IsOfStorage(error))
        {
            throw new StorageException(_path, error);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => _file.Read(buffer, offset, count);

    public override long Seek(long offset, SeekOrigin origin) => _file.Seek(offset, origin);

    public override void SetLength(long value) => StorageException.Guard(_path, _ => _file.SetLength(value));

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            _file.Write(buffer);
        }
        catch (Exception error) when (StorageException.IsOfStorage(error))
        {
            throw new StorageException(_path, error);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            StorageException.Guard(_path, _ => _file.Dispose());
        }

        base.Dispose(disposing);
    }
}
