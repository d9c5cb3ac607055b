using Microsoft.Extensions.DependencyInjection;

namespace FbaBench.Tests.Docs;

/// <summary>Shown in docs/models.md and in the readme of FbaBench.Agents.OpenAI.</summary>
public sealed class ModelsPage
{
    [Fact]
    public void The_provider_shown_opens_a_model_of_this_machine()
    {
        using var vllm = new OpenAIProvider(new() { Name = "vllm", Endpoint = new("http://127.0.0.1:8000/v1"), MaxConcurrency = 32 });
        var small = vllm.Open("vllm/small");
        Assert.Equal("vllm/small", small.Name);
    }

    /// <summary>Compiled alone: it needs a key.</summary>
    internal static async Task<ModelSource> OpenAsync()
    {
        var services = new ServiceCollection();
        services.AddFbaBenchCore().AddOpenAIModels();
        await using var provider = services.BuildServiceProvider();
        var model = provider.GetRequiredService<ModelProviders>().Open("openai/gpt-5-mini");
        return model;
    }
}
