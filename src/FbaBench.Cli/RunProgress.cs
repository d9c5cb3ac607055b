namespace FbaBench.Cli;

/// <summary>Progress as it is shown, and the last of it for the message of a run that is stopped. Notes are shown in a quiet run too.</summary>
internal sealed class RunProgress(IProgress<BenchmarkProgress>? shown) : IProgress<BenchmarkProgress>
{
    private BenchmarkProgress _last;

    public void Report(BenchmarkProgress value)
    {
        if (value.Note is null)
        {
            _last = value;
        }
        else if (shown is null)
        {
            Console.Error.WriteLine(value.Note);
        }

        shown?.Report(value);
    }

    /// <summary>What is there, and how to go on.</summary>
    public string Stopped(bool fresh)
    {
        var kept = _last.Total == 0 ? "Stopped; what was finished is kept." : $"Stopped; {_last.Done - _last.Failed} of {_last.Total} episodes are finished and kept.";
        return (Console.IsErrorRedirected ? "" : Environment.NewLine) + kept + (fresh ? " The same command without --fresh goes on from there." : " The same command goes on from there.");
    }
}
