using System.Security.Cryptography;
using System.Text;

namespace FbaBench;

/// <summary>
/// What tells a remote agent from another one, so that episodes of an earlier run count or do not: the option <c>version</c>, or else a digest of how it is reached and of
/// the files that this names. Code behind an address, and what a program loads, cannot be seen from here.
/// </summary>
internal static class RemoteVersion
{
    private const int DigestDigits = 16;
    private const int LongestVersion = 100;

    /// <param name="specification">The specification.</param>
    /// <param name="files">Words of it that may name files.</param>
    /// <exception cref="ArgumentException">The declared version is not 1 to 100 printable characters.</exception>
    public static string Of(AgentSpecification specification, IEnumerable<string> files)
    {
        if (specification.Options.TryGetValue("version", out var declared))
        {
            return declared.Length is > 0 and <= LongestVersion && !declared.Any(char.IsControl)
                ? declared
                : throw new ArgumentException($"The option version of '{specification.Text}' has 1 to {LongestVersion} printable characters.", nameof(specification));
        }

        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        digest.AppendData(Encoding.UTF8.GetBytes($"{specification.Scheme}:{specification.Address}"));
        foreach (var file in files.Where(File.Exists))
        {
            using var stream = File.OpenRead(file);
            digest.AppendData(SHA256.HashData(stream));
        }

        return $"{specification.Scheme} {Convert.ToHexStringLower(digest.GetHashAndReset())[..DigestDigits]}";
    }
}
