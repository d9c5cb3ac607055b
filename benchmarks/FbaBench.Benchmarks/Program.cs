using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;
using FbaBench;
using FbaBench.Benchmarks;

string[] sections = ["speed", "phases", "allocations", "fork", "state"];
var json = args.Contains("--json");
string[] names = [.. args.Where(argument => argument != "--json")];
if (names is ["--state-bytes"])
{
    foreach (var size in Worlds().SelectMany(StateSize.Measure).Where(figure => figure.Measure == "a listing"))
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"state bytes per listing: {size.Value:0} ({size.Subject})"));
    }

    return 0;
}

if (names is ["--hashes"])
{
    Hashes.Write(Console.Out);
    return 0;
}

if (names.Except(sections).Any())
{
    Console.Error.WriteLine($"Usage: FbaBench.Benchmarks [--json] [{string.Join(" | ", sections)}]... | --state-bytes | --hashes");
    return 2;
}

if (typeof(Simulation).Assembly.GetCustomAttribute<DebuggableAttribute>() is { IsJITOptimizerDisabled: true })
{
    Console.Error.WriteLine("This is a Debug build, whose times mean nothing; run with -c Release.");
    return 2;
}

if (!json)
{
    Console.WriteLine($"{Environment.ProcessorCount} logical processors, {RuntimeInformation.ProcessArchitecture}, {RuntimeInformation.FrameworkDescription}; one thread; medians");
    Console.WriteLine();
}

var worlds = Worlds().ToArray();
foreach (var section in names.Length == 0 ? sections : names)
{
    Func<PlayedWorld, IEnumerable<Figure>> measure = section switch
    {
        "speed" => Speed.Measure,
        "phases" => PhaseTimes.Measure,
        "allocations" => Allocations.Measure,
        "fork" => ForkCopy.Measure,
        _ => StateSize.Measure,
    };
    Figure[] figures = [.. worlds.SelectMany(measure)];
    if (!json)
    {
        FigureTable.Write(Console.Out, section, figures);
        continue;
    }

    foreach (var figure in figures)
    {
        Console.WriteLine(JsonSerializer.Serialize(figure, JsonSerializerOptions.Web));
    }
}

return 0;

static IEnumerable<PlayedWorld> Worlds()
{
    var seed = new WorldSeed(1);
    yield return PlayedWorld.Record("first-year", new FirstYear().Define(seed), seed, ShippedAgents.Factory("base-stock"));
    foreach (var niches in (int[])[10, 100, 1_000])
    {
        yield return GeneratedWorld.Of(niches);
    }
}
