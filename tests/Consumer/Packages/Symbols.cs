using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;

namespace Packages;

/// <summary>An assembly and its symbols: made for each other, with every source in them, reproducible, without a path of the machine.</summary>
internal static class Symbols
{
    /// <summary>Kind of the record that holds a document's source (Portable PDB format, custom debug information).</summary>
    private static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    public static IEnumerable<string> Check(Repository repository, string what, byte[] assembly, byte[] pdb)
    {
        using var image = new PEReader(ImmutableArray.Create(assembly));
        using var provider = MetadataReaderProvider.FromPortablePdbImage(ImmutableArray.Create(pdb));
        var reader = provider.GetMetadataReader();
        var directory = image.ReadDebugDirectory();
        var codeView = image.ReadCodeViewDebugDirectoryData(directory.Single(entry => entry.Type == DebugDirectoryEntryType.CodeView));
        if (codeView.Guid != new BlobContentId(reader.DebugMetadataHeader!.Id).Guid)
        {
            yield return $"{what}: the symbols belong to another build";
        }

        if (directory.All(entry => entry.Type != DebugDirectoryEntryType.Reproducible))
        {
            yield return $"{what}: the build is not deterministic";
        }

        foreach (var handle in reader.Documents)
        {
            var path = reader.GetString(reader.GetDocument(handle).Name);
            if (!path.StartsWith("/_/", StringComparison.Ordinal))
            {
                yield return $"{what}: the symbols name {path}, a place on the machine that built them";
            }

            if (!reader.GetCustomDebugInformation(handle).Any(info => reader.GetGuid(reader.GetCustomDebugInformation(info).Kind) == EmbeddedSource))
            {
                yield return $"{what}: the symbols hold no source of {path}";
            }
        }

        var root = Encoding.UTF8.GetBytes(repository.Root.TrimEnd('/') + "/");
        if (assembly.AsSpan().IndexOf(root) >= 0 || pdb.AsSpan().IndexOf(root) >= 0)
        {
            yield return $"{what}: names {repository.Root}";
        }
    }
}
