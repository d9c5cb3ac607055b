using System.Xml.Linq;

namespace Packages;

/// <summary>A project under src.</summary>
/// <param name="Name">Its name, which is its package's.</param>
/// <param name="Folder">Its folder.</param>
/// <param name="IsTool">Whether it is packed as a tool.</param>
internal sealed record Project(string Name, string Folder, bool IsTool);

/// <summary>What the working tree says about its packages.</summary>
internal sealed class Repository(string root, string version)
{
    private readonly Dictionary<string, string> _pins = XDocument.Load(Path.Combine(root, "src", "Directory.Packages.props"))
        .Descendants("PackageVersion")
        .ToDictionary(row => row.Attribute("Include")!.Value, row => row.Attribute("Version")!.Value);

    private readonly Dictionary<string, XElement> _allowed = XDocument.Load(Path.Combine(root, "src", "AllowedReferences.props"))
        .Descendants("AllowedReferences")
        .ToDictionary(row => row.Attribute("Include")!.Value);

    public string Root => root;

    public string Version => version;

    public IReadOnlyList<Project> Projects { get; } =
    [
        .. Directory.GetFiles(Path.Combine(root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => new Project(
                Path.GetFileNameWithoutExtension(path),
                Path.GetDirectoryName(path)!,
                XDocument.Load(path).Descendants("PackAsTool").Any(flag => flag.Value == "true"))),
    ];

    /// <summary>What a library's package depends on: every row of AllowedReferences.props, at the pinned version.</summary>
    public IEnumerable<string> Dependencies(Project project) =>
        List(project, "Projects").Select(name => $"{name} {version}").Concat(List(project, "Packages").Select(name => $"{name} {_pins[name]}"));

    /// <summary>The projects that a project references, and theirs.</summary>
    public IEnumerable<string> Below(Project project)
    {
        var below = new SortedSet<string>(StringComparer.Ordinal);
        var open = new Queue<Project>([project]);
        while (open.TryDequeue(out var next))
        {
            foreach (var name in List(next, "Projects").Where(below.Add))
            {
                open.Enqueue(Projects.Single(other => other.Name == name));
            }
        }

        return below;
    }

    private string[] List(Project project, string kind) =>
        _allowed[project.Name].Element(kind)?.Value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}

/// <summary>Two lists that must be the same, in any order.</summary>
internal static class Difference
{
    public static IEnumerable<string> Of(string where, IEnumerable<string> expected, IEnumerable<string> found)
    {
        var (left, right) = (expected.ToHashSet(StringComparer.Ordinal), found.ToHashSet(StringComparer.Ordinal));
        return left.Except(right).Order(StringComparer.Ordinal).Select(item => $"{where}: {item} is missing")
            .Concat(right.Except(left).Order(StringComparer.Ordinal).Select(item => $"{where}: {item} does not belong there"));
    }
}
