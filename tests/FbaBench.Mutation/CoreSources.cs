using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace FbaBench.Mutation;

/// <summary>The core's sources, compiled in memory with one of them changed.</summary>
internal sealed class CoreSources
{
    private readonly Dictionary<string, SyntaxTree> _trees = new(StringComparer.Ordinal);
    private readonly CSharpCompilation _compilation;
    private readonly List<ResourceDescription> _resources;

    private CoreSources(string root, string generated)
    {
        var options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);
        var project = Path.Combine(root, "src", "FbaBench.Core");
        foreach (var path in Directory.GetFiles(project, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(project, path).Replace('\\', '/');
            _trees.Add(name, Parse(path, options));
        }

        var built = Directory.GetFiles(Path.Combine(root, "artifacts", "obj", "FbaBench.Core", "release"), "*.cs")
            .Concat(Directory.GetFiles(generated, "*.cs", SearchOption.AllDirectories));
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
            .Concat(Directory.GetFiles(TestRunner.Binaries(root), "Microsoft.Extensions.*.Abstractions.dll"))
            .Select(path => MetadataReference.CreateFromFile(path));
        _compilation = CSharpCompilation.Create(
            "FbaBench.Core",
            _trees.Values.Concat(built.Select(path => Parse(path, options))),
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));
        _resources = [.. Directory.GetFiles(Path.Combine(project, "Market", "Fees", "Tables"), "*.json")
            .Select(path => new ResourceDescription("FbaBench.Fees." + Path.GetFileName(path), () => File.OpenRead(path), isPublic: true))];
    }

    public IEnumerable<string> Files => _trees.Keys;

    public static CoreSources Load(string root)
    {
        var generated = Path.Combine(root, "artifacts", "mutation", "generated");
        Build(root, "build", Path.Combine(root, "tests", "FbaBench.Core.Tests"), "-c", "Release", "-v", "quiet");
        Build(root, "build", Path.Combine(root, "src", "FbaBench.Core"), "-c", "Release", "-v", "quiet", "--no-incremental", "-p:EmitCompilerGeneratedFiles=true", "-p:CompilerGeneratedFilesOutputPath=" + generated);
        return new CoreSources(root, generated);
    }

    public SyntaxTree Tree(string file) => _trees[file];

    /// <summary>The assembly, or null when the mutated code does not compile.</summary>
    public byte[]? Compile(Mutant? mutant)
    {
        var compilation = mutant is null ? _compilation : _compilation.ReplaceSyntaxTree(Tree(mutant.File), mutant.Mutated);
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream, manifestResources: _resources);
        return result.Success
            ? stream.ToArray()
            : mutant is not null ? null : throw new InvalidOperationException(string.Join(Environment.NewLine, result.Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error).Take(5)));
    }

    private static void Build(string root, params string[] arguments)
    {
        if (!Dotnet.Run(root, TimeSpan.FromMinutes(5), arguments))
        {
            throw new InvalidOperationException("The build failed: dotnet " + string.Join(' ', arguments));
        }
    }

    private static SyntaxTree Parse(string path, CSharpParseOptions options) =>
        CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(path), System.Text.Encoding.UTF8), options, path);
}
