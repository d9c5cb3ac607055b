using System.IO.Compression;
using System.Xml.Linq;

namespace Packages;

/// <summary>A packed file and what its nuspec says.</summary>
internal sealed class Archive : IDisposable
{
    private readonly ZipArchive _zip;
    private readonly XElement _metadata;

    public Archive(string path)
    {
        Name = Path.GetFileName(path);
        _zip = ZipFile.OpenRead(path);
        _metadata = XDocument.Parse(Text(_zip.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).FullName)).Root!.Elements().Single();
    }

    public string Name { get; }

    /// <summary>Entries without the envelope that every package has.</summary>
    public IEnumerable<string> Files => _zip.Entries.Select(entry => entry.FullName)
        .Where(name => name is not ("_rels/.rels" or "[Content_Types].xml" or "package/services/metadata/core-properties/nuget.psmdcp"));

    public byte[] Bytes(string name)
    {
        using var stream = _zip.GetEntry(name)!.Open();
        var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    public string Text(string name) => new StreamReader(new MemoryStream(Bytes(name))).ReadToEnd();

    public IEnumerable<string> Dependencies() =>
        Elements(_metadata, "dependency").Select(row => $"{row.Attribute("id")!.Value} {row.Attribute("version")!.Value}");

    /// <summary>What is wrong with what the package says about itself and its texts.</summary>
    public IEnumerable<string> Promises(Repository repository, Project project)
    {
        var wrong = new List<string>();
        void Is(string element, string expected)
        {
            if (Value(element) != expected)
            {
                wrong.Add($"{Name}: {element} is '{Value(element)}', not '{expected}'");
            }
        }

        Is("id", project.Name);
        Is("version", repository.Version);
        Is("license", "MIT");
        Is("readme", "README.md");
        Is("authors", "FbaBench contributors");
        if (Value("description").Length < 40 || Value("tags").Length == 0)
        {
            wrong.Add($"{Name}: description and tags say too little: '{Value("description")}', '{Value("tags")}'");
        }

        // A source archive without git has no commit to name; a working copy has.
        var repositoryRow = Elements(_metadata, "repository").SingleOrDefault();
        if (Path.Exists(Path.Combine(repository.Root, ".git")) && (repositoryRow?.Attribute("commit")?.Value.Length != 40 || repositoryRow.Attribute("branch") is not null))
        {
            wrong.Add($"{Name}: the repository row must name a commit and no branch: {repositoryRow}");
        }

        foreach (var (file, source) in new[] { ("README.md", project.Folder), ("LICENSE", repository.Root), ("THIRD-PARTY-NOTICES.md", project.Folder) })
        {
            if (Files.Contains(file) && Text(file) != File.ReadAllText(Path.Combine(source, file)))
            {
                wrong.Add($"{Name}: {file} is not that of the repository");
            }
        }

        var readme = Text("README.md");
        if (!readme.Contains(project.IsTool ? "```sh\n" : "```csharp\n", StringComparison.Ordinal))
        {
            wrong.Add($"{Name}: the readme shows no use");
        }

        if (readme.Split("](").Skip(1).Any(link => !link.StartsWith("https://", StringComparison.Ordinal)))
        {
            wrong.Add($"{Name}: the readme links to a file that its readers do not have");
        }

        return wrong;
    }

    public void Dispose() => _zip.Dispose();

    private string Value(string element) => Elements(_metadata, element).FirstOrDefault()?.Value ?? "";

    private static IEnumerable<XElement> Elements(XElement root, string name) => root.Descendants().Where(element => element.Name.LocalName == name);
}
