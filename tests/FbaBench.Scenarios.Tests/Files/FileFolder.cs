namespace FbaBench.Tests.Files;

/// <summary>A folder of scenario files for one test.</summary>
internal sealed class FileFolder : IDisposable
{
    /// <summary>A whole small scenario.</summary>
    public const string Mugs = """
        schema: 1
        name: mugs-only
        about: A small shop for the tests.
        start: 2025-01-15
        days: 90
        cash: 20000
        niches:
          - name: mugs
            sessionsPerDay: 400
            ownPriceElasticity: -1.9
            products:
              - name: blue-mug
                category: home_kitchen
                referencePrice: 18.99
                size: { length: 6, width: 5, height: 4 }
                weightPounds: 0.9
                returnRate: 0.07
                openingStock: 200
                openingUnitCost: 4.50
                suppliers:
                  factory:
                    ladder:
                      - { units: 300, unitPrice: 3.20 }
                      - { units: 600, unitPrice: 3 }
                    inboundPerUnit: 1.30
            rivals:
              acme: { ceiling: 17.99, policy: follow }
              bold: { ceiling: 19.99, policy: hold }
              calm: { ceiling: 21.49, policy: follow }
              dull: { ceiling: 20.49, policy: follow }
        """;

    public FileFolder() => Directory.CreateDirectory(Path);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "fbabench-files-" + Guid.NewGuid().ToString("N"));

    public string Write(string name, string text) => Write(name, System.Text.Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
