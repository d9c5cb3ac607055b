using System.Globalization;
using FbaBench.Mutation;

// Breaks the core in many small ways and looks whether the tests notice.
//   dotnet run -c Release --project tests/FbaBench.Mutation            all groups, a report on standard output
//   dotnet run -c Release --project tests/FbaBench.Mutation -- 4       four mutants a group
var quota = args.Length == 0 ? 12 : int.Parse(args[0], CultureInfo.InvariantCulture);
var root = Repository.Root();
var core = CoreSources.Load(root);
using var runner = new TestRunner(root, workers: Environment.ProcessorCount);

if (runner.Run(core.Compile(null)!) is not { Survived: true } baseline)
{
    Console.Error.WriteLine("The tests fail without a mutation; mend them first.");
    return 2;
}

Console.Error.WriteLine($"baseline passed in {baseline.Seconds:0.0} s");
var results = new List<MutantResult>();
foreach (var group in Groups.All)
{
    results.AddRange(runner.RunAll(group.Name, Mutator.Choose(core, group, quota)));
}

Report.Write(results, Console.Out);
return results.Count >= 40 && results.Count(result => !result.Survived) >= 0.9 * results.Count ? 0 : 1;
