using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FbaBench.Tests.Remote;

/// <summary>One seller in this process, in other processes and behind HTTP, in three languages: a year of each ends in the same state after the same events.</summary>
public sealed class SameHashTests
{
    private static readonly Lazy<Task<Episode>> InProcess = new(() => Episode.YearAsync(new FixedRule()));

    [Fact]
    public async Task The_seller_trades_all_year_and_differs_from_one_that_does_nothing()
    {
        Assert.NotEqual((await Episode.YearAsync(new DoNothing())).State, (await InProcess.Value).State);
        Assert.Empty((await InProcess.Value).Faults);
    }

    [NeedsFact("python3")]
    public Task A_python_process_plays_the_same_year() => ProcessAsync("python3 agent.py");

    [NeedsFact("node")]
    public Task A_node_process_plays_the_same_year() => ProcessAsync("node agent.mjs");

    [NeedsFact("python3")]
    public Task A_python_service_plays_the_same_year() => ServiceAsync("python3", "agent.py");

    [NeedsFact("node")]
    public Task A_node_service_plays_the_same_year() => ServiceAsync("node", "agent.mjs");

    /// <summary>The service reads names and numbers of the JSON alone: it is a stranger to the observation's types.</summary>
    [Fact]
    public async Task A_dotnet_service_plays_the_same_year()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var service = builder.Build();
        service.Urls.Add("http://127.0.0.1:0");
        var seller = new WireSeller();
        service.MapPost("/agent", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            return Results.Text(seller.Answer(await reader.ReadToEndAsync()), "application/json");
        });
        await service.StartAsync();
        var address = service.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        await SameAsync(new HttpRunner().Prepare(AgentSpecification.Parse(address + "/agent")));
        Assert.Equal(0, seller.Episodes);
    }

    private static Task ProcessAsync(string command) =>
        SameAsync(new ProcessRunner().Prepare(AgentSpecification.Parse("process:" + command.Replace("agent.", $"'{AppContext.BaseDirectory}'agent.", StringComparison.Ordinal))));

    private static async Task ServiceAsync(string program, string file)
    {
        using var service = Process.Start(new ProcessStartInfo(program, [Path.Combine(AppContext.BaseDirectory, file), "0"]) { RedirectStandardOutput = true })!;
        try
        {
            await SameAsync(new HttpRunner().Prepare(AgentSpecification.Parse((await service.StandardOutput.ReadLineAsync())!)));
        }
        finally
        {
            service.Kill(entireProcessTree: true);
            await service.WaitForExitAsync();
        }
    }

    private static async Task SameAsync(AgentRecipe recipe)
    {
        var expected = await InProcess.Value;
        var played = await Episode.YearAsync(recipe.Make(new AgentSetting("fixed-rule", "first-year_000_fixed-rule", new(0))));
        Assert.Empty(played.Faults);
        Assert.Equal((expected.State, expected.Events), (played.State, played.Events));
    }
}
