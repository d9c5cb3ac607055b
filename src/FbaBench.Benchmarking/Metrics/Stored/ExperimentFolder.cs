namespace FbaBench;

/// <summary>The folder of an experiment that has run, for reading.</summary>
internal static class ExperimentFolder
{
    /// <summary>Its records and logs.</summary>
    /// <exception cref="DirectoryNotFoundException">There are none.</exception>
    public static EpisodeStore Episodes(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        var runs = Path.Combine(Path.GetFullPath(folder), "runs");
        return Directory.Exists(runs)
            ? new EpisodeStore(runs)
            : throw new DirectoryNotFoundException($"'{folder}' is no experiment's folder: it has no folder 'runs'. Name the folder that 'fbabench run' or Benchmark.Output wrote to.");
    }
}
