using System.Security.Cryptography;
using System.Text;

namespace FbaBench;

/// <summary>
/// A mark without meaning that stands in the texts of one experiment and nowhere else: a corpus that holds it has taken these texts in, and a model that can complete it was trained on them.
/// </summary>
public static class Canary
{
    private const string Prefix = "fbabench-canary-";
    private const int LeastCharacters = 16;
    private const int MostCharacters = 100;

    /// <summary>A new one, of the system's random generator.</summary>
    public static string New() => Prefix + new Guid(RandomNumberGenerator.GetBytes(16)).ToString("D");

    /// <summary>A canary, checked.</summary>
    /// <param name="canary">16 to 100 lower-case letters, digits and hyphens.</param>
    /// <returns>The same.</returns>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static string Check(string canary)
    {
        ArgumentNullException.ThrowIfNull(canary);
        return canary.Length is >= LeastCharacters and <= MostCharacters && canary.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')
            ? canary
            : throw new ArgumentException("A canary has 16 to 100 lower-case letters, digits and hyphens; Canary.New() makes one.", nameof(canary));
    }

    /// <summary>The canary of a public experiment: a function of its name and its scenarios.</summary>
    internal static string Of(string experiment, IEnumerable<string> digests)
    {
        var text = $"fbabench-canary/1\n{experiment}\n{string.Join('\n', digests)}\n";
        return Prefix + new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16), bigEndian: true).ToString("D");
    }
}
