using Microsoft.Extensions.AI;

namespace FbaBench.Tests.Cli;

/// <summary><c>fbabench verify</c> with the tape of a model agent.</summary>
public sealed class VerifyTapeTests : IAsyncLifetime
{
    private const string Specification = "chat:still/one?mode=structured";

    private readonly string _folder = Path.Combine(AppContext.BaseDirectory, "tapes", Guid.NewGuid().ToString("N"));

    private string Log => Path.Combine(_folder, "runs", "ten-days_000_still.fbalog");

    private string Tape => Path.Combine(_folder, "runs", "agents", "ten-days_000_still_0.tape");

    public async Task InitializeAsync()
    {
        var recipe = new ChatRunner(new ModelProviders([new StillProvider()])).Prepare(AgentSpecification.Parse(Specification));
        var scenario = Path.Combine(Directory.CreateDirectory(_folder).FullName, "ten-days.yaml");
        await File.WriteAllTextAsync(scenario, "schema: 1\nname: ten-days\nbase: gift-shop\ndays: 10\n");
        var report = await Benchmark.Create("tapes").Scenario(ScenarioFile.Load(scenario)).Agent("still", recipe).Worlds(1).Threads(1).Output(_folder).RunAsync();
        Assert.Empty(report.Failed);
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_tape_of_the_run_passes_with_the_days_that_were_decided()
    {
        var (exit, output, _) = await Tool.RunAsync("verify", Log, "--agent", Specification, "--tape", Tape);
        Assert.Equal(0, exit);
        Assert.Contains("PASS  ten-days_000_still_0.tape  10 days decided as on the tape, state ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tape_that_was_changed_is_a_failed_check_and_no_wrong_use()
    {
        await File.WriteAllTextAsync(Tape, (await File.ReadAllTextAsync(Tape)).Replace("all is well", "all was well", StringComparison.Ordinal));
        var (exit, output, error) = await Tool.RunAsync("verify", Log, "--agent", Specification, "--tape", Tape);
        Assert.Equal((1, ""), (exit, error));
        Assert.Contains("FAIL  ten-days_000_still_0.tape  Line 2 of the tape was changed", output, StringComparison.Ordinal);
    }

    /// <summary>A model that never does anything.</summary>
    private sealed class StillProvider : IModelProvider, IChatClient
    {
        public string Name => "still";

        public ModelSource Open(string model) => new(model, this) { Price = new(1, 1, 1) };

        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, """{"commands":[],"note":"all is well"}""")) { Usage = new() { InputTokenCount = 10, OutputTokenCount = 5 } });

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException("Only whole answers are asked for.");

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
            // Holds nothing.
        }
    }
}
