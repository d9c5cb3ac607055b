using Microsoft.CodeAnalysis;

namespace FbaBench.Architecture.Tests;

/// <summary>The rooms of the core: a file uses its own room and those below it, whatever the names and inferred types.</summary>
public sealed class RoomTests
{
    private static readonly Dictionary<string, string[]> Below = new()
    {
        ["Primitives"] = [],
        ["Contracts"] = ["Primitives"],
        ["Events"] = ["Contracts", "Primitives"],
        ["Ledger"] = ["Contracts", "Primitives"],
        ["World"] = ["Contracts", "Primitives"],
        ["Market"] = ["World", "Contracts", "Primitives"],
        ["Kernel"] = ["Market", "World", "Ledger", "Events", "Contracts", "Primitives"],
        ["Runtime"] = ["Kernel", "Market", "World", "Ledger", "Events", "Contracts", "Primitives"],
    };

    [Fact]
    public void Core_sources_bind()
    {
        // The JSON source generator does not run here: the file of its context misses what it would write.
        var errors = CoreSources.Compilation.GetDiagnostics()
            .Where(finding => finding.Severity == DiagnosticSeverity.Error && finding.Location.SourceTree?.FilePath != "Contracts/Definition/DefinitionJson.cs");
        Findings.None(errors.Select(error => error.ToString()));
    }

    [Fact]
    public void Core_has_these_rooms()
    {
        Assert.Equal(Below.Keys.Order(StringComparer.Ordinal), CoreSources.Files.Select(file => file.Room).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Rooms_use_what_lies_below_them()
    {
        var broken = new List<string>();
        foreach (var file in CoreSources.Files)
        {
            foreach (var (node, symbol) in CoreSources.Uses(file))
            {
                if (RoomOf(symbol) is { } room && room != file.Room && !Below[file.Room].Contains(room))
                {
                    broken.Add($"{file.Place(node)}: {symbol.ToDisplayString()} is of {room}; {file.Room} may use {string.Join(", ", Below[file.Room].DefaultIfEmpty("no other room"))}");
                }
            }
        }

        Findings.None(broken);
    }

    [Fact]
    public void Internal_namespaces_are_those_of_the_room()
    {
        var broken = new List<string>();
        foreach (var file in CoreSources.Files)
        {
            foreach (var type in CoreSources.Compilation.GetSymbolsWithName(_ => true, SymbolFilter.Type).OfType<INamedTypeSymbol>().Where(type => CoreSources.FileOf(type) == file.Path))
            {
                var space = type.ContainingNamespace.ToDisplayString();
                if (space.StartsWith("FbaBench.", StringComparison.Ordinal) && space.Split('.')[1] != file.Room)
                {
                    broken.Add($"{file.Path}: {type.Name} is in namespace {space}");
                }
            }
        }

        Findings.None(broken);
    }

    private static string? RoomOf(ISymbol symbol)
    {
        if (symbol is INamespaceSymbol)
        {
            var parts = symbol.ToDisplayString().Split('.');
            return parts is ["FbaBench", var room, ..] ? room : null;
        }

        return CoreSources.FileOf(symbol)?.Split('/')[0];
    }
}
