using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FbaBench.Architecture.Tests;

/// <summary>
/// The lists of banned symbols, where the analyzer does not look: in Runtime, and in the signatures and fields of every room.
/// </summary>
public sealed class AmbientTests
{
    private const string Waits = "Runtime";

    private static readonly Dictionary<string, string> Everywhere = Read("BannedSymbols.txt");
    private static readonly Dictionary<string, string> Synchronous = Read("BannedSymbols.Synchronous.txt");

    private static readonly HashSet<string> Unordered =
    [
        "Dictionary", "IDictionary", "IReadOnlyDictionary", "KeyCollection", "ValueCollection", "HashSet", "ISet", "IReadOnlySet",
        "FrozenDictionary", "FrozenSet", "ImmutableDictionary", "ImmutableHashSet",
    ];

    [Fact]
    public void Banned_symbols_exist()
    {
        Findings.None(Everywhere.Keys.Concat(Synchronous.Keys).Where(id => DocumentationCommentId.GetFirstSymbolForDeclarationId(id, CoreSources.Compilation) is null));
    }

    [Fact]
    public void Core_uses_no_banned_symbol()
    {
        var broken = new List<string>();
        foreach (var file in CoreSources.Files)
        {
            foreach (var (node, symbol) in CoreSources.Uses(file))
            {
                if (Reason(symbol, file) is { } reason)
                {
                    broken.Add($"{file.Place(node)}: {symbol.ToDisplayString()}: {reason}");
                }
            }
        }

        Findings.None(broken);
    }

    [Fact]
    public void Synchronous_rooms_enumerate_nothing_without_an_order()
    {
        var broken = new List<string>();
        foreach (var file in CoreSources.Files.Where(file => file.Room != Waits))
        {
            foreach (var node in file.Tree.GetRoot().DescendantNodes())
            {
                var source = node switch
                {
                    ForEachStatementSyntax loop => loop.Expression,
                    ForEachVariableStatementSyntax loop => loop.Expression,
                    SpreadElementSyntax spread => spread.Expression,
                    MemberAccessExpressionSyntax access when file.Model.GetSymbolInfo(access).Symbol is IMethodSymbol { ReducedFrom.ContainingType.Name: "Enumerable" } => access.Expression,
                    _ => null,
                };
                if (source is not null && file.Model.GetTypeInfo(source).Type is { } type && Unordered.Contains(type.Name) && !IsOrderedLater(source))
                {
                    broken.Add($"{file.Place(source)}: {source} is a {type.Name}, whose order is not promised; keep a list or sort by a key");
                }
            }
        }

        Findings.None(broken);
    }

    /// <summary>The same expression sorts what it enumerates.</summary>
    private static bool IsOrderedLater(SyntaxNode source) => source.Ancestors()
        .TakeWhile(node => node is not StatementSyntax and not MemberDeclarationSyntax)
        .OfType<InvocationExpressionSyntax>()
        .Any(call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Order" or "OrderBy" });

    private static string? Reason(ISymbol symbol, CoreFile file)
    {
        symbol = symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol;
        for (var part = symbol.OriginalDefinition; part is not null and not INamespaceSymbol { IsGlobalNamespace: true }; part = part.ContainingSymbol)
        {
            if (part.GetDocumentationCommentId() is { } id
                && (Everywhere.TryGetValue(id, out var reason) || (file.Room != Waits && !IsAnswerOfAgent(symbol, file) && Synchronous.TryGetValue(id, out reason))))
            {
                return reason;
            }
        }

        return null;
    }

    private static bool IsAnswerOfAgent(ISymbol symbol, CoreFile file) => file.Path == "Contracts/IAgent.cs" && symbol.Name == "ValueTask";

    private static Dictionary<string, string> Read(string name) => File.ReadLines(Path.Combine(Repository.Root, "src/FbaBench.Core", name))
        .Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal))
        .Select(line => line.Split(';', 2))
        .ToDictionary(parts => parts[0], parts => parts.Length == 2 && parts[1].Length > 0 ? parts[1] : throw new InvalidDataException($"{name}: {parts[0]} needs a reason."), StringComparer.Ordinal);
}
