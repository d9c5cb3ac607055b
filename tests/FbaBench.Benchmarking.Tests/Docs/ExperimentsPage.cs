using FbaBench.Tests.Experiments;

namespace FbaBench.Tests.Docs;

/// <summary>Shown in docs/experiments.md.</summary>
public sealed class ExperimentsPage : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_experiment_shown_runs_and_goes_on()
    {
        var folder = _folder.Path;
        for (var time = 1; time <= 2; time++)
        {
            var report = await Benchmark.Create("prices")
                .Scenario(new TwoMugs())
                .Agent("mine", () => new KeepStocked(), version: "2")
                .Agent("base-stock")
                .Worlds(10)
                .Output(folder)
                .RunAsync(ConsoleProgress.Create());
            foreach (var failure in report.Failed)
            {
                Console.Error.WriteLine($"{failure.Key.Agent} in world {failure.Key.World}: {failure.ErrorType}: {failure.Message}");
            }

            Assert.Empty(report.Failed);
            Assert.Equal(20, report.Episodes.Count);
        }
    }
}
