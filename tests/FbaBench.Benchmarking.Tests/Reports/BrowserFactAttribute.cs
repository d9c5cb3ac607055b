namespace FbaBench.Tests.Reports;

/// <summary>A test in a headless Chromium; skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome"];

    public BrowserFactAttribute()
    {
        if (Executable is null)
        {
            Skip = $"No Chromium: none of {string.Join(", ", Names)} is on the PATH, and FBABENCH_CHROMIUM names none.";
        }
    }

    /// <summary>Path of the browser, or null.</summary>
    public static string? Executable { get; } = Find();

    private static string? Find() =>
        Environment.GetEnvironmentVariable("FBABENCH_CHROMIUM") is { Length: > 0 } named
            ? named
            : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
                .SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
}
