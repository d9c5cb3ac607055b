// Packages FOLDER REPOSITORY VERSION: holds every packed package to what it promises. Exit code 0 when all keep it.
using Packages;

if (args is not [var folder, var root, var version])
{
    Console.Error.WriteLine("Usage: Packages FOLDER REPOSITORY VERSION");
    return 2;
}

var repository = new Repository(Path.GetFullPath(root), version);
var findings = new List<string>();
var expected = repository.Projects
    .SelectMany(project => project.IsTool ? new[] { ".nupkg" } : [".nupkg", ".snupkg"], (project, extension) => $"{project.Name}.{version}{extension}");
findings.AddRange(Difference.Of(folder, expected, Directory.GetFiles(folder).Select(path => Path.GetFileName(path))));
if (findings.Count == 0)
{
    foreach (var project in repository.Projects)
    {
        var check = project.IsTool ? ToolPackage.Check(repository, project, folder) : LibraryPackage.Check(repository, project, folder);
        Console.WriteLine($"{project.Name,-30} {(check.Count == 0 ? "ok" : $"{check.Count} findings")}");
        findings.AddRange(check);
    }
}

foreach (var finding in findings)
{
    Console.Error.WriteLine(finding);
}

return findings.Count == 0 ? 0 : 1;
