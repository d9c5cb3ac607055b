using System.Text.Json;

namespace FbaBench;

/// <summary>
/// Certifies the engine against known answers of theory: every section of a file of vectors is played as a laboratory
/// through the ordinary engine, and solved, and both are compared with the file. Nothing is skipped: what cannot be read or run
/// is a failed line that names it.
/// </summary>
public static class Certification
{
    private const string Resource = "FbaBench.Certification.vectors.json";

    /// <summary>The vectors that come with this package: the kinds it can run.</summary>
    public static string BuiltInVectors
    {
        get
        {
            using var stream = typeof(Certification).Assembly.GetManifestResourceStream(Resource)
                ?? throw new InvalidOperationException($"The package has no resource '{Resource}'.");
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
    }

    /// <summary>Kinds that this version runs; one that ends in a star stands for every section whose name begins so.</summary>
    public static IReadOnlyList<string> Kinds => CertifyKinds.Runnable;

    /// <summary>Certifies a file of vectors.</summary>
    /// <param name="json">The file's text: an object with one section a kind; keys that end in <c>_note</c> are prose.</param>
    /// <param name="kinds">Sections to run, by name or as in <see cref="Kinds"/>; none for all.</param>
    /// <param name="progress">Told each entry before it is run.</param>
    /// <param name="companion">
    /// Text of a file that the vectors name, by that name; null where there is none. Default: there are none, and an entry that
    /// names one fails.
    /// </param>
    /// <param name="cancellationToken">Stops between worlds.</param>
    /// <returns>At least one line an entry, in the file's order; the same on every machine and any number of threads.</returns>
    /// <exception cref="JsonException">The text is not JSON, not an object, or has a name twice in one object.</exception>
    /// <exception cref="ArgumentException">A kind that neither the file nor this version knows.</exception>
    public static IReadOnlyList<CertifyLine> Check(string json, IReadOnlyList<string>? kinds = null, IProgress<string>? progress = null, Func<string, string?>? companion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(json);
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("The file is not an object with one section a kind.");
        }

        var sections = document.RootElement.EnumerateObject().Where(section => !section.Name.EndsWith("_note", StringComparison.Ordinal)).ToArray();
        var wanted = kinds is { Count: > 0 } ? kinds.Distinct(StringComparer.Ordinal).ToArray() : null;
        var lines = new List<CertifyLine>();
        foreach (var kind in wanted?.Where(kind => sections.All(section => !CertifyKinds.Covers(kind, section.Name))) ?? [])
        {
            lines.Add(CertifyKinds.Find(kind) is not null
                ? Failed(kind, null, $"The file has no section '{kind}'.")
                : throw new ArgumentException($"'{kind}' is no kind; known are {string.Join(", ", CertifyKinds.Runnable)}.", nameof(kinds)));
        }

        foreach (var section in sections)
        {
            if (wanted is null || wanted.Any(kind => CertifyKinds.Covers(kind, section.Name)))
            {
                Section(section.Name, section.Value, lines, (progress, companion), cancellationToken);
            }
        }

        if (lines.Count == 0)
        {
            lines.Add(Failed("vectors", null, "The file has no sections."));
        }

        return lines;
    }

    private static void Section(string kind, JsonElement section, List<CertifyLine> lines, (IProgress<string>? Progress, Func<string, string?>? Companion) caller, CancellationToken cancellationToken)
    {
        if (CertifyKinds.Find(kind) is not { } run)
        {
            lines.Add(Failed(kind, null, CertifyKinds.WhyNot(kind)));
            return;
        }

        if (section.ValueKind != JsonValueKind.Array)
        {
            lines.AddRange(Entry(kind, null, section, run, caller, cancellationToken));
            return;
        }

        var index = 0;
        foreach (var element in section.EnumerateArray())
        {
            lines.AddRange(Entry(kind, index++, element, run, caller, cancellationToken));
        }

        if (index == 0)
        {
            lines.Add(Failed(kind, null, "The section has no entries."));
        }
    }

    private static IReadOnlyList<CertifyLine> Entry(string kind, int? index, JsonElement element, CertifyRun run, (IProgress<string>? Progress, Func<string, string?>? Companion) caller, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var entry = new CertifyEntry(kind, index, caller.Companion, cancellationToken);
        caller.Progress?.Report(entry.Id);
        try
        {
            run(entry, new ExampleFields(element));
        }
        catch (Exception error) when (error is ExampleException or ArgumentException or OverflowException or InvariantException or WorldDefinitionException)
        {
            entry.Failed(error.Message.ReplaceLineEndings(" "));
        }

        return entry.Lines;
    }

    private static CertifyLine Failed(string kind, int? index, string note)
    {
        var entry = new CertifyEntry(kind, index, null, CancellationToken.None);
        entry.Failed(note);
        return entry.Lines[0];
    }
}
