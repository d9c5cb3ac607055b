namespace FbaBench.Cli;

/// <summary>Progress that is written as it comes, beside the results.</summary>
internal sealed class StandardError : IProgress<string>
{
    public void Report(string value) => Console.Error.WriteLine(value);
}
