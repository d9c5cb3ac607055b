using System.Globalization;

namespace FbaBench.Tests.Files;

/// <summary>Whatever is wrong with a scenario file, there is one error with the file and the line, soon and with little memory.</summary>
public sealed class BrokenFileTests : IDisposable
{
    private const int Fewest = 500;
    private const long MostBytes = 200_000_000;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly FileFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_broken_file_has_one_error_at_its_line()
    {
        _folder.Write("circle.yaml", "name: other\nbase: broken.yaml\n");
        ScenarioFile.Load(_folder.Write("whole.yaml", FileFolder.Mugs));
        var wrong = new List<string>();
        var count = 0;
        foreach (var file in BrokenFiles.All())
        {
            count++;
            var path = _folder.Write("broken.yaml", file.Bytes);
            var (start, before) = (ProcessorTime(), GC.GetAllocatedBytesForCurrentThread());
            var error = Record.Exception(() => ScenarioFile.Load(path));
            var (took, used) = ((ProcessorTime() - start) ?? TimeSpan.Zero, GC.GetAllocatedBytesForCurrentThread() - before);
            if (error is not ScenarioFileException at)
            {
                wrong.Add($"{file}: {error?.GetType().Name ?? "no error"} {error?.Message}");
            }
            else if ((file.Line is { } line && line != at.Line) || !at.Message.Contains(".yaml", StringComparison.Ordinal) || at.Message.Contains('\n', StringComparison.Ordinal) || at.Message.Length > 1_500)
            {
                wrong.Add($"{file} (line {file.Line}): {at.Message}");
            }

            if (took > Longest || used > MostBytes)
            {
                wrong.Add($"{file}: {took.TotalSeconds:0.0} s, {used:#,0} bytes");
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {count}\n" + string.Join('\n', wrong.Take(40)));
        Assert.True(count >= Fewest, $"{count} files");
    }

    /// <summary>Processor time of this thread, so that a busy machine is not taken for a slow file; null where the system does not tell it.</summary>
    private static TimeSpan? ProcessorTime()
    {
        const string told = "/proc/thread-self/schedstat";
        return File.Exists(told) ? TimeSpan.FromMicroseconds(long.Parse(File.ReadAllText(told).Split(' ')[0], CultureInfo.InvariantCulture) / 1_000) : null;
    }

    /// <summary>Every record of a definition has its defaults in files, and they are those of the code.</summary>
    [Fact]
    public void Every_part_of_a_definition_can_be_left_out()
    {
        var options = DefinitionJson.TypeInfo.Options;
        var seen = new HashSet<Type>();
        var open = new Queue<Type>([typeof(WorldDefinition)]);
        while (open.TryDequeue(out var next))
        {
            var type = options.GetTypeInfo(Nullable.GetUnderlyingType(next) ?? next);
            if (!seen.Add(type.Type))
            {
                continue;
            }

            if (type.ElementType is { } element)
            {
                open.Enqueue(element);
            }

            if (type.Kind == System.Text.Json.Serialization.Metadata.JsonTypeInfoKind.Object)
            {
                Assert.True(FbaBench.Scenarios.Files.Defaults.Covers(type), $"{type.Type.Name} has defaults that files do not know");
                foreach (var property in type.Properties)
                {
                    open.Enqueue(property.PropertyType);
                }
            }
        }

        Assert.Contains(typeof(LeadTime), seen);
    }
}
