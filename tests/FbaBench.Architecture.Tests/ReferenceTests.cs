namespace FbaBench.Architecture.Tests;

/// <summary>The built assemblies reference what AllowedReferences.props allows: what a project file hides, metadata shows.</summary>
public sealed class ReferenceTests
{
    private static readonly string Framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    [Fact]
    public void Projects_under_src_have_one_row_each()
    {
        Assert.Equal(Repository.Projects.Select(project => project.Name), Repository.Allowed.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Allowed_projects_never_form_a_circle()
    {
        foreach (var project in Repository.Projects)
        {
            Assert.DoesNotContain(project.Name, Below(project.Name));
        }
    }

    [Fact]
    public void Assemblies_reference_what_is_allowed()
    {
        var broken = new List<string>();
        foreach (var project in Repository.Projects)
        {
            var own = Below(project.Name);
            var allowed = Repository.Projects.Where(other => own.Contains(other.Name)).Select(other => other.AssemblyName)
                .Concat(Repository.Allowed[project.Name].Packages)
                .ToHashSet(StringComparer.Ordinal);
            broken.AddRange(project.Assembly.GetReferencedAssemblies()
                .Select(reference => reference.Name!)
                .Where(name => !allowed.Contains(name) && !File.Exists(Path.Combine(Framework, name + ".dll")))
                .Select(name => $"{project.Name} references {name}; allowed are {string.Join(", ", allowed.Order(StringComparer.Ordinal))}"));
        }

        Findings.None(broken);
    }

    /// <summary>The projects that a project may reference, and theirs: a reference reaches through.</summary>
    private static HashSet<string> Below(string project)
    {
        var below = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(Repository.Allowed[project].Projects);
        while (open.TryDequeue(out var next))
        {
            if (below.Add(next))
            {
                foreach (var further in Repository.Allowed[next].Projects)
                {
                    open.Enqueue(further);
                }
            }
        }

        return below;
    }
}
