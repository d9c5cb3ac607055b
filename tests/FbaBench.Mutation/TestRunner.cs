using System.Collections.Concurrent;
using System.Diagnostics;

namespace FbaBench.Mutation;

/// <summary>
/// Runs the core's tests against a mutated assembly, each in a copy of the test binaries. The one test that pins a whole
/// run's hash and the long checks stay out: the killing is to be done by tests that say what is wrong.
/// </summary>
internal sealed class TestRunner : IDisposable
{
    private const string Filter = "Pins!=Run&Category!=Long";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly BlockingCollection<string> _folders = [];

    public TestRunner(string root, int workers)
    {
        for (var worker = 0; worker < workers; worker++)
        {
            var folder = Path.Combine(root, "artifacts", "mutation", "run-" + worker);
            Copy(Binaries(root), folder);
            _folders.Add(folder);
        }
    }

    public static string Binaries(string root) => Path.Combine(root, "artifacts", "bin", "FbaBench.Core.Tests", "release");

    public MutantResult Run(byte[] assembly, string group = "", Mutant? mutant = null)
    {
        var folder = _folders.Take();
        try
        {
            File.WriteAllBytes(Path.Combine(folder, "FbaBench.Core.dll"), assembly);
            var clock = Stopwatch.StartNew();
            var survived = Dotnet.Run(folder, Limit, "vstest", "FbaBench.Core.Tests.dll", "--TestCaseFilter:" + Filter);
            return new MutantResult(group, mutant, survived, clock.Elapsed.TotalSeconds);
        }
        finally
        {
            _folders.Add(folder);
        }
    }

    public IReadOnlyList<MutantResult> RunAll(string group, IReadOnlyList<(Mutant Mutant, byte[] Assembly)> mutants)
    {
        var results = new MutantResult[mutants.Count];
        Parallel.For(0, mutants.Count, new ParallelOptions { MaxDegreeOfParallelism = _folders.Count }, index =>
        {
            results[index] = Run(mutants[index].Assembly, group, mutants[index].Mutant);
            Console.Error.WriteLine($"{group}: {(results[index].Survived ? "SURVIVED" : "killed")} {mutants[index].Mutant.File}:{mutants[index].Mutant.Line} {mutants[index].Mutant.Operator}");
        });
        return results;
    }

    public void Dispose() => _folders.Dispose();

    private static void Copy(string from, string to)
    {
        if (Directory.Exists(to))
        {
            Directory.Delete(to, recursive: true);
        }

        foreach (var path in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target);
        }
    }
}
