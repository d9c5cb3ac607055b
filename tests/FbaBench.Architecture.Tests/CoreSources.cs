using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FbaBench.Architecture.Tests;

/// <summary>The sources of FbaBench.Core, bound: every name in them is known by the symbol it stands for.</summary>
internal static class CoreSources
{
    private const string Folder = "src/FbaBench.Core";

    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    public static CSharpCompilation Compilation { get; } = Compile();

    public static IReadOnlyList<CoreFile> Files { get; } =
    [
        .. Compilation.SyntaxTrees.Where(tree => tree.FilePath.Length > 0)
            .Select(tree => new CoreFile(tree.FilePath, tree, Compilation.GetSemanticModel(tree))),
    ];

    /// <summary>Path inside the core of the file that declares a symbol's type; null for what is declared elsewhere.</summary>
    public static string? FileOf(ISymbol symbol)
    {
        var type = symbol as ITypeSymbol ?? symbol.ContainingType;
        while (type is IArrayTypeSymbol or IPointerTypeSymbol)
        {
            type = type is IArrayTypeSymbol array ? array.ElementType : ((IPointerTypeSymbol)type).PointedAtType;
        }

        var path = type?.OriginalDefinition.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree.FilePath;
        return string.IsNullOrEmpty(path) ? null : path;
    }

    /// <summary>Everything that a file names or calls, and the types of its expressions, each with its place.</summary>
    public static IEnumerable<(SyntaxNode Node, ISymbol Symbol)> Uses(CoreFile file)
    {
        foreach (var node in file.Tree.GetRoot().DescendantNodes())
        {
            if (node is SimpleNameSyntax or BaseObjectCreationExpressionSyntax or ConstructorInitializerSyntax)
            {
                var info = file.Model.GetSymbolInfo(node);
                foreach (var symbol in info.Symbol is null ? info.CandidateSymbols : [info.Symbol])
                {
                    yield return (node, symbol);
                }
            }

            if (node is ExpressionSyntax && file.Model.GetTypeInfo(node).Type is { } type)
            {
                yield return (node, type);
            }
        }
    }

    private static CSharpCompilation Compile()
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        var root = Path.Combine(Repository.Root, Folder);
        var trees = Repository.SourceFiles("*.cs", Folder)
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), options, Path.GetRelativePath(root, path).Replace('\\', '/')))
            .Append(CSharpSyntaxTree.ParseText(ImplicitUsings, options));
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("FbaBench.", StringComparison.OrdinalIgnoreCase))
            .Select(path => MetadataReference.CreateFromFile(path));
        return CSharpCompilation.Create("FbaBench.Core", trees, references, new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
    }
}

/// <summary>A source file of the core.</summary>
/// <param name="Path">Inside the core's folder.</param>
/// <param name="Tree">What it says.</param>
/// <param name="Model">What it means.</param>
internal sealed record CoreFile(string Path, SyntaxTree Tree, SemanticModel Model)
{
    /// <summary>The folder that the file lies in, at the top.</summary>
    public string Room => Path.Split('/')[0];

    public string Place(SyntaxNode node) => $"{Path}({node.GetLocation().GetLineSpan().StartLinePosition.Line + 1})";
}
