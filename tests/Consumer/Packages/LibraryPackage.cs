namespace Packages;

/// <summary>A library: one assembly with its documentation, and a package of symbols.</summary>
internal static class LibraryPackage
{
    public static List<string> Check(Repository repository, Project project, string folder)
    {
        using var package = new Archive(Path.Combine(folder, $"{project.Name}.{repository.Version}.nupkg"));
        using var symbols = new Archive(Path.Combine(folder, $"{project.Name}.{repository.Version}.snupkg"));
        var (assembly, documentation, pdb) = ($"lib/net10.0/{project.Name}.dll", $"lib/net10.0/{project.Name}.xml", $"lib/net10.0/{project.Name}.pdb");
        string[] notices = File.Exists(Path.Combine(project.Folder, "THIRD-PARTY-NOTICES.md")) ? ["THIRD-PARTY-NOTICES.md"] : [];
        List<string> wrong =
        [
            .. Difference.Of(package.Name, [$"{project.Name}.nuspec", "README.md", "LICENSE", assembly, documentation, .. notices], package.Files),
            .. Difference.Of(symbols.Name, [$"{project.Name}.nuspec", pdb], symbols.Files),
        ];
        if (wrong.Count > 0)
        {
            return wrong;
        }

        wrong.AddRange(package.Promises(repository, project));
        wrong.AddRange(Difference.Of(package.Name + " dependencies", repository.Dependencies(project), package.Dependencies()));
        wrong.AddRange(Symbols.Check(repository, $"{package.Name} {assembly}", package.Bytes(assembly), symbols.Bytes(pdb)));
        if (!package.Text(documentation).Contains($"<name>{project.Name}</name>", StringComparison.Ordinal))
        {
            wrong.Add($"{package.Name}: {documentation} documents another assembly");
        }

        return wrong;
    }
}
