using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace FbaBench;

/// <summary>A text with named places, <c>{{name}}</c>, a version in its name and a digest of its words.</summary>
public sealed partial class PromptTemplate
{
    /// <param name="name">Name with version, for example <c>seller-1</c>.</param>
    /// <param name="text">The text. Line ends do not matter: they are read as line feeds.</param>
    /// <param name="places">Places that the text must have, each at least once, and no others.</param>
    /// <exception cref="ArgumentException">A place is missing, or one is not known.</exception>
    public PromptTemplate(string name, string text, params IReadOnlyCollection<string> places)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(places);
        Name = name;
        Text = text.ReplaceLineEndings("\n").TrimEnd('\n');
        string[] found = [.. Place().Matches(Text).Select(match => match.Groups[1].Value).Distinct()];
        if (found.FirstOrDefault(place => !places.Contains(place)) is { } unknown)
        {
            throw new ArgumentException($"The prompt '{name}' has the place {{{{{unknown}}}}}, which nothing fills; places are {string.Join(", ", places)}.", nameof(text));
        }

        if (places.FirstOrDefault(place => !found.Contains(place)) is { } missing)
        {
            throw new ArgumentException($"The prompt '{name}' has no place {{{{{missing}}}}}; without it the model would not be told.", nameof(text));
        }

        Digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))[..16];
    }

    /// <summary>The system prompt of a seller that calls tools, version 1.</summary>
    public static PromptTemplate Seller { get; } = Shipped("seller-1", SellerPlaces);

    /// <summary>The system prompt of a seller that gives one structured answer, version 1.</summary>
    public static PromptTemplate SellerStructured { get; } = Shipped("seller-structured-1", SellerPlaces);

    /// <summary>The prompt that consolidates memory, version 1.</summary>
    public static PromptTemplate Reflect { get; } = Shipped("reflect-1", ReflectPlaces);

    /// <summary>The places of a seller's prompt: <c>persona</c>, <c>rules</c>, <c>memory</c>.</summary>
    public static IReadOnlyCollection<string> SellerPlaces => ["persona", "rules", "memory"];

    /// <summary>The places of a prompt that consolidates memory: <c>words</c>, <c>memory</c>, <c>notes</c>.</summary>
    public static IReadOnlyCollection<string> ReflectPlaces => ["words", "memory", "notes"];

    /// <summary>Name with version.</summary>
    public string Name { get; }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>The first 16 hexadecimal digits of the text's SHA-256.</summary>
    public string Digest { get; }

    /// <summary>Reads a seller's prompt from a file.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="ArgumentException">Its places are not those of <see cref="SellerPlaces"/>.</exception>
    public static PromptTemplate Load(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return new(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path), SellerPlaces);
    }

    /// <summary>The text with its places filled. What is filled in is not searched for places again.</summary>
    internal string Fill(params ReadOnlySpan<(string Place, string Text)> values)
    {
        var filled = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (place, text) in values)
        {
            filled.Add(place, text);
        }

        return BlankLines().Replace(Place().Replace(Text, match => filled[match.Groups[1].Value]), "\n\n").Trim('\n');
    }

    private static PromptTemplate Shipped(string name, IReadOnlyCollection<string> places)
    {
        using var stream = typeof(PromptTemplate).Assembly.GetManifestResourceStream($"FbaBench.Prompts.{name}.md")!;
        using var reader = new StreamReader(stream);
        return new(name, reader.ReadToEnd(), places);
    }

    [GeneratedRegex(@"\{\{([a-z]+)\}\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex BlankLines();
}
