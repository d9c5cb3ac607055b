using FbaBench;

// A model by name, for example openai/gpt-5-mini, with its key in OPENAI_API_KEY; without an argument a chat client of one's own, which needs no network.
var source = args is [var name, ..]
    ? new ModelProviders(OpenAIProvider.FromSettings()).Open(name)
    : new ModelSource("own/opener", new Opener()) { Price = new ModelPrice(Input: 250_000, CachedInput: 25_000, Output: 2_000_000) };

var seller = new ChatAgentFactory(source)
{
    Options = new() { EveryDays = 7, Persona = Persona.Cautious, Memory = MemoryMode.Consolidated },
    Limits = new() { MicroDollarsPerRun = 500_000, OnBreach = BreachRule.EndRun },
};
var report = await Benchmark.Create("model-agent")
    .Scenario("gift-shop")
    .Agent("model", seller.Create, seller.Version)
    .Agent("base-stock").Agent("do-nothing")
    .Worlds(2).Episodes(atOnce: 2)
    .RunAsync(ConsoleProgress.Create());
Console.WriteLine(report.ToTable());
return report.Failed.Count == 0 ? 0 : 1;
