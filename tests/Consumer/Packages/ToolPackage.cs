using System.Text.Json;

namespace Packages;

/// <summary>The tool: its program with everything that it runs on, and notices of what of that is not ours.</summary>
internal static class ToolPackage
{
    private const string Folder = "tools/net10.0/any/";

    public static List<string> Check(Repository repository, Project project, string folder)
    {
        using var package = new Archive(Path.Combine(folder, $"{project.Name}.{repository.Version}.nupkg"));
        var files = package.Files.ToHashSet(StringComparer.Ordinal);
        if (!files.Contains(Folder + "fbabench.deps.json"))
        {
            return [$"{package.Name}: fbabench.deps.json is missing"];
        }

        var assemblies = Assemblies(package).ToArray();
        var ours = assemblies.Where(name => name == "fbabench" || name.StartsWith("FbaBench.", StringComparison.Ordinal)).ToArray();
        string[] expected =
        [
            $"{project.Name}.nuspec", "README.md", "LICENSE", "THIRD-PARTY-NOTICES.md",
            .. new[] { "DotnetToolSettings.xml", "fbabench.deps.json", "fbabench.runtimeconfig.json" }.Select(name => Folder + name),
            .. assemblies.Select(name => $"{Folder}{name}.dll"),
            .. ours.Select(name => $"{Folder}{name}.pdb"),
        ];
        List<string> wrong = [.. Difference.Of(package.Name, expected, files)];
        if (wrong.Count > 0)
        {
            return wrong;
        }

        wrong.AddRange(package.Promises(repository, project));
        wrong.AddRange(Difference.Of(package.Name + " dependencies", [], package.Dependencies()));
        wrong.AddRange(Difference.Of(package.Name + " own assemblies", ["fbabench", .. repository.Below(project)], ours));
        var notices = package.Text("THIRD-PARTY-NOTICES.md");
        wrong.AddRange(assemblies.Except(ours).Where(name => !notices.Contains($"| {name} |", StringComparison.Ordinal))
            .Select(name => $"{package.Name}: {name}.dll is not named in THIRD-PARTY-NOTICES.md"));
        wrong.AddRange(ours.SelectMany(name => Symbols.Check(repository, $"{package.Name} {name}", package.Bytes($"{Folder}{name}.dll"), package.Bytes($"{Folder}{name}.pdb"))));
        if (!package.Text(Folder + "DotnetToolSettings.xml").Contains("Command Name=\"fbabench\"", StringComparison.Ordinal))
        {
            wrong.Add($"{package.Name}: the command is not fbabench");
        }

        return wrong;
    }

    /// <summary>What the program loads, as its deps.json lists it.</summary>
    private static IEnumerable<string> Assemblies(Archive package)
    {
        using var document = JsonDocument.Parse(package.Bytes(Folder + "fbabench.deps.json"));
        var target = document.RootElement.GetProperty("targets").EnumerateObject().Single().Value;
        return target.EnumerateObject()
            .Where(library => library.Value.TryGetProperty("runtime", out _))
            .SelectMany(library => library.Value.GetProperty("runtime").EnumerateObject())
            .Select(file => Path.GetFileNameWithoutExtension(file.Name))
            .ToArray();
    }
}
