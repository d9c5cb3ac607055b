using System.Text.Json;
using FbaBench.Agents.Tests.Loopback;
using FbaBench.Agents.Tests.Policies;

namespace FbaBench.Tests.Cli;

/// <summary>A year of a model agent with the tool: killed, gone on with, and played again from its tape without the model.</summary>
public sealed class ModelRunTests : IDisposable
{
    private const string Agent = "seller=chat:loopback/seller";

    private readonly string _folder = Directory.CreateTempSubdirectory("fbabench-model").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_year_killed_at_any_day_ends_in_the_same_bytes_and_its_tape_proves_it_without_the_model()
    {
        string[] environment;
        int asked;
        await using (var server = await LoopbackServer.StartAsync(Seller))
        {
            environment = Environment(server);
            var calm = await Tool.EndAsync(Start(environment, "calm"));
            Assert.Equal((0, ""), (calm.Exit, calm.Exit == 0 ? "" : calm.Error));
            Assert.Contains("dollars for models", calm.Error, StringComparison.Ordinal);
            Assert.Contains("seller: thinking cost", calm.Out, StringComparison.Ordinal);
            asked = server.Requests.Count;
            Assert.InRange(asked, 730, 1_100);
        }

        await using (var server = await LoopbackServer.StartAsync(Seller))
        {
            environment = Environment(server);
            foreach (var kill in new[] { 1, 200, 500 })
            {
                using var process = Start(environment, "killed");
                while (server.Requests.Count < kill && !process.HasExited)
                {
                    await Task.Delay(1);
                }

                Assert.False(process.HasExited);
                process.Kill();
                await Tool.EndAsync(process);
            }

            var last = await Tool.EndAsync(Start(environment, "killed"));
            Assert.Equal(0, last.Exit);

            // What was paid for is not asked again: at most the call in hand at each kill.
            Assert.InRange(server.Requests.Count, asked, asked + 3);
        }

        Assert.Equal(await File.ReadAllTextAsync(PathOf("calm", "results.json")), await File.ReadAllTextAsync(PathOf("killed", "results.json")));
        using var results = JsonDocument.Parse(await File.ReadAllTextAsync(PathOf("calm", "results.json")));
        Assert.True(results.RootElement.GetProperty("episodes")[0].GetProperty("inference").GetProperty("microDollars").GetInt64() > 0);

        // The server is gone.
        var log = PathOf("killed", "runs", "gift-shop_000_seller.fbalog");
        var tape = PathOf("killed", "runs", "agents", "gift-shop_000_seller_0.tape");
        var verified = await Tool.RunAsync("verify", log, "--agent", Agent, "--tape", tape);
        Assert.Equal((0, ""), (verified.Exit, verified.Exit == 0 ? "" : verified.Out + verified.Error));
        Assert.Contains("days decided as on the tape", verified.Out, StringComparison.Ordinal);

        // For a script, every line is an object.
        var lines = (await Tool.RunAsync("verify", log, "--agent", Agent, "--tape", tape, "--json")).Out.TrimEnd().Split('\n');
        Assert.All(lines, line => Assert.True(JsonDocument.Parse(line).RootElement.GetProperty("pass").GetBoolean()));
        Assert.Equal("tape", JsonDocument.Parse(lines[^1]).RootElement.GetProperty("id").GetString());

        var other = await Tool.RunAsync("verify", log, "--agent", Agent + "?persona=bold", "--tape", tape);
        Assert.Equal(1, other.Exit);
        Assert.Contains("its prompt had the digest", other.Out, StringComparison.Ordinal);

        var content = await File.ReadAllBytesAsync(tape);
        content[content.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(tape, content);
        var changed = await Tool.RunAsync("verify", log, "--agent", Agent, "--tape", tape);
        Assert.Equal(1, changed.Exit);
        Assert.Contains("of the tape was changed", changed.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tape_and_its_agent_belong_together_and_a_model_that_is_unknown_says_what_to_do()
    {
        Assert.Equal(2, (await Tool.RunAsync("verify", "x.fbalog", "--tape", "x.tape")).Exit);
        var unknown = await Tool.RunAsync("run", "--agent", "chat:nowhere/x", "--output", PathOf("none"));
        Assert.Equal(2, unknown.Exit);
        Assert.Contains("No provider 'nowhere' is registered", unknown.Error, StringComparison.Ordinal);
        var option = await Tool.RunAsync("run", "--agent", "chat:openai/gpt-5-mini?evry=7", "--output", PathOf("none"));
        Assert.Equal(2, option.Exit);
        Assert.Contains("the option 'evry', which chat: does not know", option.Error, StringComparison.Ordinal);
    }

    private static LoopbackAnswer Seller(LoopbackRequest request) => LoopbackAnswer.Calls(SellerPolicy.Decide(request.Messages)) with { Usage = new(1_000, 50) { Cached = 400, Reasoning = 10 } };

    private static string[] Environment(LoopbackServer server) =>
    [
        $"FbaBench__Models__loopback__Endpoint={server.Endpoint}",
        "FbaBench__Models__loopback__Prices__seller__Input=2000000",
        "FbaBench__Models__loopback__Prices__seller__CachedInput=500000",
        "FbaBench__Models__loopback__Prices__seller__Output=8000000",
    ];

    private System.Diagnostics.Process Start(string[] environment, string folder) => Tool.Start(
        environment.ToDictionary(one => one.Split('=')[0], one => one.Split('=')[1]),
        "run", "--agent", Agent, "--scenario", "gift-shop", "--worlds", "1", "--output", Path.Combine(_folder, folder));

    private string PathOf(params string[] parts) => Path.Combine([_folder, .. parts]);
}
