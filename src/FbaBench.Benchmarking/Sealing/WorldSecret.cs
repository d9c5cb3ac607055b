using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace FbaBench;

/// <summary>
/// The secret from which the seeds of sealed worlds are made. Nothing prints it: it leaves this type as a file that its owner saves, and in a
/// <see cref="SealReveal"/>.
/// </summary>
public sealed class WorldSecret
{
    /// <summary>Fewest bytes of a secret: as many as the digest of its commitment has.</summary>
    public const int LeastBytes = 32;

    private const int MostBytes = 1_024;

    private readonly byte[] _bytes;

    private WorldSecret(byte[] bytes) => _bytes = bytes;

    /// <summary>A new secret of 32 bytes of the system's random generator.</summary>
    public static WorldSecret New() => new(RandomNumberGenerator.GetBytes(LeastBytes));

    /// <summary>Reads a secret written in hexadecimal digits, two a byte, 32 to 1,024 bytes.</summary>
    /// <exception cref="FormatException">It is none. The message does not repeat the text.</exception>
    public static WorldSecret Parse(string hexadecimal)
    {
        ArgumentNullException.ThrowIfNull(hexadecimal);
        byte[] bytes;
        try
        {
            bytes = Convert.FromHexString(hexadecimal.Trim());
        }
        catch (FormatException)
        {
            throw new FormatException("The secret is not written in hexadecimal digits, two a byte; make one with fbabench seal new or WorldSecret.New().");
        }

        return bytes.Length is >= LeastBytes and <= MostBytes
            ? new(bytes)
            : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"The secret has {bytes.Length} bytes; {LeastBytes} to {MostBytes} are allowed."));
    }

    /// <summary>Reads a secret that was saved.</summary>
    /// <exception cref="FormatException">The file holds none.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static WorldSecret Load(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return Parse(File.ReadAllText(path));
    }

    /// <summary>Reads a secret from an environment variable.</summary>
    /// <exception cref="FormatException">The variable is not set, or holds none.</exception>
    public static WorldSecret FromEnvironment(string variable)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(variable);
        return Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text
            ? Parse(text)
            : throw new FormatException($"The environment has no variable {variable}; set it to the secret's hexadecimal digits.");
    }

    /// <summary>Saves the secret to a new file that only its owner can read, where the system knows owners.</summary>
    /// <exception cref="IOException">The file exists, or cannot be written.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new StreamWriter(path, options);
        file.Write(ToHexadecimal());
        file.Write('\n');
    }

    /// <summary>Says that it is a secret, and not which.</summary>
    public override string ToString() => "(secret)";

    internal string ToHexadecimal() => Convert.ToHexStringLower(_bytes);

    /// <summary>HMAC-SHA256 under this secret.</summary>
    internal byte[] Authenticate(ReadOnlySpan<byte> message) => HMACSHA256.HashData(_bytes, message);
}
