namespace FbaBench.Contracts;

/// <summary>The published schemas, embedded from docs/schema.</summary>
internal static class Schemas
{
    /// <exception cref="InvalidDataException">The assembly was built without it.</exception>
    public static string Read(string file)
    {
        using var stream = typeof(Schemas).Assembly.GetManifestResourceStream("FbaBench.Schema." + file)
            ?? throw new InvalidDataException($"The embedded schema {file} is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
