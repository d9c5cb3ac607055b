namespace FbaBench.Mutation;

internal static class Repository
{
    /// <summary>The folder of the solution, from the working directory upward.</summary>
    public static string Root()
    {
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "FbaBench.Sdk.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("Run this inside the repository: FbaBench.Sdk.sln was not found.");
    }
}
