using FbaBench.Agents.OpenAI;
using FbaBench.Agents.Tests.Loopback;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FbaBench.Agents.Tests.OpenAI;

/// <summary>Providers from settings.</summary>
public sealed class SettingsTests
{
    [Fact]
    public void Every_setting_reaches_its_option()
    {
        var options = One(
            ("FbaBench:Models:mine:Endpoint", "http://10.0.0.7:8000/v1"),
            ("FbaBench:Models:mine:ApiKey", "k"),
            ("FbaBench:Models:mine:ApiKeyVariable", "MY_KEY"),
            ("FbaBench:Models:mine:Timeout", "2.5"),
            ("FbaBench:Models:mine:maxconcurrency", "7"),
            ("FbaBench:Models:mine:RequestsPerMinute", "60"),
            ("FbaBench:Models:mine:TokensPerMinute", "5000000000"),
            ("FbaBench:Models:mine:MaxAnswerBytes", "2048"),
            ("FbaBench:Models:mine:Attempts", "3"),
            ("FbaBench:Models:mine:FirstWait", "0.25"),
            ("FbaBench:Models:mine:LongestWait", "0:02:00"),
            ("FbaBench:Models:mine:Headers:X-Title", "FbaBench"),
            ("FbaBench:Models:mine:Prices:a/b:free:Input", "0"),
            ("FbaBench:Models:mine:Prices:a/b:free:CachedInput", "1"),
            ("FbaBench:Models:mine:Prices:a/b:free:Output", "1000000000000"));
        Assert.Equal(("mine", "http://10.0.0.7:8000/v1", "k", "MY_KEY"), (options.Name, options.Endpoint!.ToString(), options.ApiKey, options.ApiKeyVariable));
        Assert.Equal((2.5, 7, 60, 5_000_000_000L, 2_048), (options.Timeout.TotalSeconds, options.MaxConcurrency, options.RequestsPerMinute, options.TokensPerMinute, options.MaxAnswerBytes));
        Assert.Equal(new ModelRetry { Attempts = 3, FirstWait = TimeSpan.FromSeconds(0.25), LongestWait = TimeSpan.FromMinutes(2) }, options.Retry);
        Assert.Equal("FbaBench", Assert.Single(options.Headers).Value);
        Assert.Equal(new("a/b:free", new ModelPrice(0, 1, 1_000_000_000_000)), Assert.Single(options.Prices));
    }

    [Fact]
    public void What_no_setting_says_has_the_defaults_and_the_known_providers_are_there()
    {
        var all = ProviderSettings.Read(null, Providers.Around());
        Assert.Equal([("openai", false), ("openrouter", false)], all.Select(provider => (provider.Options.Name, provider.IsNamed)));
        var options = all[0].Options;
        Assert.Equal((300.0, 256, 8 << 20, 5), (options.Timeout.TotalSeconds, options.MaxConcurrency, options.MaxAnswerBytes, options.Retry.Attempts));
        Assert.Equal(((int?)null, (long?)null, 0, 0), (options.RequestsPerMinute, options.TokensPerMinute, options.Headers.Count, options.Prices.Count));
    }

    [Fact]
    public void A_configuration_goes_before_the_environment_and_that_before_the_file()
    {
        var folder = Directory.CreateTempSubdirectory("fbabench-settings").FullName;
        File.WriteAllText(Path.Combine(folder, ".env"), "FbaBench__Models__openai__MaxConcurrency=1\nFbaBench__Models__openai__RequestsPerMinute=1\nFbaBench__Models__openai__TokensPerMinute=1\n");
        var around = new Surroundings(new Dictionary<string, string> { ["FBABENCH__MODELS__OPENAI__MAXCONCURRENCY"] = "2", ["FbaBench__Models__openai__RequestsPerMinute"] = "2" }, folder);
        var options = ProviderSettings.Read(Configuration(("FbaBench:Models:OpenAI:MaxConcurrency", "3")), around)[0].Options;
        Assert.Equal((3, 2, 1L), (options.MaxConcurrency, options.RequestsPerMinute, options.TokensPerMinute));
    }

    [Theory]
    [InlineData("mine:Timout", "planted", "FbaBench:Models:mine:Timout is no setting of a model provider. Settings of FbaBench:Models:mine are Endpoint, ApiKey")]
    [InlineData("mine:Endpoint:Host", "planted", "is no setting")]
    [InlineData("mine", "planted", "is no setting")]
    [InlineData("mine:Headers", "planted", "is no setting")]
    [InlineData("mine:Prices:small", "planted", "is no setting")]
    [InlineData("mine:Prices:small:In", "planted", "is no setting")]
    [InlineData("mine:Prices:small:Input", "1", "Prices:small has no CachedInput; a price has Input, CachedInput and Output")]
    [InlineData("mine:Prices:small:Input", "planted", "Input is not a whole number from 0 to 10^12")]
    [InlineData("my_cloud:Timeout", "1", "'my_cloud' cannot name a provider")]
    [InlineData("mine:Endpoint", "planted", "Endpoint is not an address")]
    [InlineData("mine:Endpoint", "https://planted:planted@example.org/v1", "Endpoint is not an address")]
    [InlineData("mine:Endpoint", "ftp://example.org/v1", "Endpoint is not an address")]
    [InlineData("mine:Timeout", "planted", "Timeout is not a number of seconds")]
    [InlineData("mine:Timeout", "0", "Timeout is not a number of seconds")]
    [InlineData("mine:Timeout", "3601", "Timeout is not a number of seconds")]
    [InlineData("mine:Timeout", "1,5", "Timeout is not a number of seconds")]
    [InlineData("mine:MaxConcurrency", "0", "MaxConcurrency is not a whole number")]
    [InlineData("mine:RequestsPerMinute", "0", "RequestsPerMinute is not a whole number")]
    [InlineData("mine:TokensPerMinute", "1e6", "TokensPerMinute is not a whole number")]
    [InlineData("mine:MaxAnswerBytes", "1023", "MaxAnswerBytes is not a whole number")]
    [InlineData("mine:Attempts", "21", "Attempts is not a whole number")]
    [InlineData("mine:FirstWait", "0", "FirstWait is not a number of seconds")]
    [InlineData("mine:LongestWait", "-1", "LongestWait is not a number of seconds")]
    [InlineData("mine:Headers:Authorization", "planted", "Headers hold Authorization; set ApiKey")]
    [InlineData("mine:Headers:X Title", "planted", "'X Title' cannot be sent")]
    [InlineData("mine:Headers:Content-Type", "planted", "'Content-Type' cannot be sent")]
    [InlineData("mine:Headers:X-Title", "planted\r\nX-Other: 1", "'X-Title' cannot be sent")]
    public void A_setting_that_is_unknown_or_wrong_is_an_error_that_shows_no_value(string path, string value, string says)
    {
        var message = Assert.Throws<ArgumentException>(() => ProviderSettings.Read(Configuration(("FbaBench:Models:" + path, value)), Providers.Around())).ToString();
        Assert.Contains(says, message, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_setting_says_where_it_stands()
    {
        var folder = Directory.CreateTempSubdirectory("fbabench-settings").FullName;
        File.WriteAllText(Path.Combine(folder, ".env"), "# ours\nFbaBench__Models__openai__Timeout=planted\n");
        Assert.StartsWith("FbaBench__Models__openai__Timeout (.env, line 2) is not", Assert.Throws<ArgumentException>(() => ProviderSettings.Read(null, new(new Dictionary<string, string>(), folder))).Message, StringComparison.Ordinal);
        Assert.StartsWith("FbaBench__Models__openai__Atempts is no setting", Assert.Throws<ArgumentException>(() => ProviderSettings.Read(null, Providers.Around(("FbaBench__Models__openai__Atempts", "1")))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_key_says_which_variable_to_set_and_a_missing_endpoint_which_setting()
    {
        using var openRouter = new OpenAIProvider(new() { Name = "openrouter" }, Providers.Around());
        Assert.Contains("Set the environment variable OPENROUTER_API_KEY, or write OPENROUTER_API_KEY=… into the file .env", Assert.Throws<ArgumentException>(() => openRouter.Open("openrouter/a/b")).Message, StringComparison.Ordinal);
        using var own = new OpenAIProvider(new() { ApiKeyVariable = "MY_KEY" }, Providers.Around(("OPENAI_API_KEY", "k")));
        Assert.Contains("MY_KEY", Assert.Throws<ArgumentException>(() => own.Open("openai/a")).Message, StringComparison.Ordinal);
        using var found = new OpenAIProvider(new(), Providers.Around(("OPENAI_API_KEY", "k")));
        Assert.Equal("openai/a", found.Open("openai/a").Name);
        Assert.Contains("FbaBench:Models:mine:Endpoint", Assert.Throws<ArgumentException>(() => new OpenAIProvider(new() { Name = "mine" }, Providers.Around())).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("planted key")]
    [InlineData("planted\n")]
    [InlineData("plantéd")]
    public void A_key_that_cannot_be_sent_is_refused_unseen(string key)
    {
        var message = Assert.Throws<ArgumentException>(() => new OpenAIProvider(new() { ApiKey = key }, Providers.Around())).ToString();
        Assert.Contains("OPENAI_API_KEY", message, StringComparison.Ordinal);
        Assert.DoesNotContain("plant", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_out_of_range_say_the_range()
    {
        Assert.Contains("MaxConcurrency is 0; allowed is 1 to 100000", Assert.Throws<ArgumentOutOfRangeException>(() => new OpenAIProviderOptions { MaxConcurrency = 0 }).Message, StringComparison.Ordinal);
        Assert.Contains("Timeout is 00:00:00", Assert.Throws<ArgumentOutOfRangeException>(() => new OpenAIProviderOptions { Timeout = TimeSpan.Zero }).Message, StringComparison.Ordinal);
        Assert.Contains("'Open AI' cannot name a provider", Assert.Throws<ArgumentException>(() => new OpenAIProviderOptions { Name = "Open AI" }).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new OpenAIProviderOptions { Endpoint = new("https://example.org/v1?key=planted") });
    }

    [Fact]
    public async Task Registered_providers_are_opened_by_name_and_options_from_code_take_their_place()
    {
        await using var server = await LoopbackServer.StartAsync(LoopbackAnswer.Text("here"));
        var services = new ServiceCollection();
        services.AddFbaBenchCore()
            .AddOpenAIProvider(new() { Name = "openai", Endpoint = server.Endpoint })
            .AddOpenAIModels(Configuration(("FbaBench:Models:vllm:Endpoint", server.Endpoint.ToString()), ("FbaBench:Models:vllm:Attempts", "2")), Providers.Around());
        await using var provider = services.BuildServiceProvider();
        var models = provider.GetRequiredService<ModelProviders>();
        Assert.Equal(["openai", "openrouter", "vllm"], models.Names);
        foreach (var model in new[] { "openai/small", "vllm/small" })
        {
            Assert.Equal("here", (await Microsoft.Extensions.AI.ChatClientExtensions.GetResponseAsync(models.Open(model).Client, "?")).Text);
        }

        Assert.Equal((5, 2), (models.Open("openai/small").Retry.Attempts, models.Open("vllm/small").Retry.Attempts));
        Assert.Throws<ArgumentException>(() => models.Open("openrouter/a/b"));
    }

    [Fact]
    public void A_provider_is_registered_once()
    {
        var builder = new ServiceCollection().AddFbaBenchCore().AddOpenAIProvider(new() { Name = "openai" });
        Assert.Contains("registered already", Assert.Throws<ArgumentException>(() => builder.AddOpenAIProvider(new() { Name = "openai" })).Message, StringComparison.Ordinal);
        Assert.Contains("FbaBench:Models:openai", Assert.Throws<ArgumentException>(() => builder.AddOpenAIModels(Configuration(("FbaBench:Models:openai:Timeout", "1")), Providers.Around())).Message, StringComparison.Ordinal);
    }

    private static OpenAIProviderOptions One(params (string Path, string Value)[] settings) => ProviderSettings.Read(Configuration(settings), Providers.Around()).Single(provider => provider.IsNamed).Options;

    private static IConfiguration Configuration(params (string Path, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Path, (string?)setting.Value))).Build();
}
