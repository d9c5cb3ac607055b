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

if (typeof(Simulation).Assembly.GetCustomAttribute<DebuggableAttribute>() is { IsJITOptimizerDisabled: true })
{
    Console.Error.WriteLine("This is a Debug build, whose times mean nothing; run with -c Release.");
    return 2;
}

if (names is ["waiting", ..])
{
    if (WaitingOptions.Read(names.AsSpan(1)) is not { } options)
    {
        Console.Error.WriteLine("Usage: FbaBench.Benchmarks waiting [--episodes N] [--worlds N] [--days N] [--milliseconds N] [--alone N] [--json]");
        return 2;
    }

    Write("waiting", await WaitingEpisodes.MeasureAsync(options).ConfigureAwait(false));
    return 0;
}

if (names is ["suite", ..])
{
    if (SuiteOptions.Read(names.AsSpan(1)) is not { } options)
    {
        Console.Error.WriteLine("Usage: FbaBench.Benchmarks suite [--worlds N] [--days N] [--threads N] [--json]");
        return 2;
    }

    await SuiteRun.RunAsync(options, Write).ConfigureAwait(false);
    return 0;
}

if (names is ["models", ..])
{
    if (ModelOptions.Read(names.AsSpan(1)) is not { } options)
    {
        Console.Error.WriteLine("Usage: FbaBench.Benchmarks models [--episodes N] [--days N] [--milliseconds N] [--json]");
        return 2;
    }

    Write("models", await ModelEpisodes.MeasureAsync(options).ConfigureAwait(false));
    return 0;
}

if (names is ["gates"])
{
    return GateRun.Run(json);
}

if (names is ["training"])
{
    Write("training", [.. TrainingSpeed.Measure()]);
    return 0;
}

if (names is ["agents"])
{
    Write("agents", [.. AgentCost.Measure()]);
    return 0;
}

if (names is ["comparators", ..])
{
    return ComparatorRun.Run(names.AsSpan(1), Write);
}

if (names.Except(sections).Any())
{
    Console.Error.WriteLine($"Usage: FbaBench.Benchmarks [--json] [{string.Join(" | ", sections)}]... | waiting | suite | models | training | agents | comparators | gates | --state-bytes | --hashes");
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
    Write(section, [.. worlds.SelectMany(measure)]);
}

return 0;

void Write(string section, Figure[] figures)
{
    if (!json)
    {
        FigureTable.Write(Console.Out, section, figures);
        return;
    }

    foreach (var figure in figures)
    {
        Console.WriteLine(JsonSerializer.Serialize(figure, JsonSerializerOptions.Web));
    }
}

static IEnumerable<PlayedWorld> Worlds()
{
    var seed = new WorldSeed(1);
    yield return PlayedWorld.Record("first-year", new FirstYear().Define(seed), seed, ShippedAgents.Factory("base-stock"));
    foreach (var niches in (int[])[10, 100, 1_000])
    {
        yield return GeneratedWorld.Of(niches);
    }
}
