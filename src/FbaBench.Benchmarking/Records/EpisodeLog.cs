namespace FbaBench;

/// <summary>An episode's log file; what cannot be written is told from what goes wrong in the episode.</summary>
internal sealed class EpisodeLog : Stream
{
    private const int BufferBytes = 1 << 16;

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

    public override void Flush() => StorageException.Guard(_path, _ => _file.Flush());

    public override int Read(byte[] buffer, int offset, int count) => _file.Read(buffer, offset, count);

    public override long Seek(long offset, SeekOrigin origin) => _file.Seek(offset, origin);

    public override void SetLength(long value) => StorageException.Guard(_path, _ => _file.SetLength(value));

    public override void Write(byte[] buffer, int offset, int count) => StorageException.Guard(_path, _ => _file.Write(buffer, offset, count));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            StorageException.Guard(_path, _ => _file.Dispose());
        }

        base.Dispose(disposing);
    }
}
