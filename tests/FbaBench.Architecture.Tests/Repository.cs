using System.Reflection;
using System.Xml.Linq;

namespace FbaBench.Architecture.Tests;

/// <summary>The working tree that the tests were built in, and the assemblies built from it.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<SourceProject> Projects { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Select(path => new SourceProject(path))
            .OrderBy(project => project.Name, StringComparer.Ordinal),
    ];

    public static IReadOnlyDictionary<string, AllowedReferences> Allowed { get; } = XDocument
        .Load(Path.Combine(Root, "src", "AllowedReferences.props"))
        .Descendants("AllowedReferences")
        .ToDictionary(row => row.Attribute("Include")!.Value, row => new AllowedReferences(Split(row.Element("Projects")), Split(row.Element("Packages"))));

    /// <summary>Files under src, generated ones not.</summary>
    public static IReadOnlyList<string> SourceFiles(string pattern, string under = "src") =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, under), pattern, SearchOption.AllDirectories)
            .Where(path => !Relative(path).Split('/').Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal),
    ];

    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string[] Split(XElement? list) => list?.Value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "FbaBench.Sdk.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("These tests read the sources: run them from a build inside the working tree.");
    }
}

/// <summary>A row of AllowedReferences.props.</summary>
internal sealed record AllowedReferences(IReadOnlyList<string> Projects, IReadOnlyList<string> Packages);

/// <summary>A project under src.</summary>
internal sealed record SourceProject(string File)
{
    private readonly Lazy<Assembly> _assembly = new(() => Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, AssemblyNameOf(File) + ".dll")));

    public string Name => Path.GetFileNameWithoutExtension(File);

    public string AssemblyName => AssemblyNameOf(File);

    public Assembly Assembly => _assembly.Value;

    private static string AssemblyNameOf(string file) =>
        XDocument.Load(file).Descendants("AssemblyName").FirstOrDefault()?.Value ?? Path.GetFileNameWithoutExtension(file);
}
