namespace FbaBench;

/// <summary>The published files of sealed worlds in an experiment's folder.</summary>
internal sealed class SealedFolder(SealedCommitment commitment, OutputFolder output)
{
    private readonly string _path = output.Path(SealedCommitment.FileName);

    /// <exception cref="SealException">The worlds were revealed.</exception>
    /// <exception cref="InvalidOperationException">The folder has another commitment.</exception>
    public void Check()
    {
        var reveal = output.Path(SealReveal.FileName);
        if (File.Exists(reveal))
        {
            throw new SealException(SealFault.Revealed, $"{reveal} has the secret: these worlds are public now, and what is played in them is no sealed result. Commit to new ones.");
        }

        if (File.Exists(_path) && SealedCommitment.Load(_path).Digest != commitment.Digest)
        {
            throw new InvalidOperationException($"{_path} is another commitment than the one asked for; name another folder with .Output(\"…\") (--output).");
        }
    }

    /// <summary>Puts the commitment beside the results to come.</summary>
    public void Publish()
    {
        if (!File.Exists(_path))
        {
            StorageException.Guard(_path, commitment.Save);
        }
    }
}
