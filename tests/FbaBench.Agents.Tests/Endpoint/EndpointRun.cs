using System.Globalization;
using System.Text.Json;
using FbaBench.Agents.Tests.Loopback;
using FbaBench.Agents.Tests.Models.Sessions;
using FbaBench.Agents.Tests.OpenAI;

namespace FbaBench.Agents.Tests.Endpoint;

/// <summary>The first day of a seller whose model is an endpoint on this machine: provider, session, agent and world are the shipped ones.</summary>
internal static class EndpointRun
{
    public const string Offer = "cake-stands/regency-cakestand";

    /// <summary>100 tokens of input and 20 of output, what the loopback server says of an answer, are 200 + 160 micro-dollars.</summary>
    public static ModelPrice Price { get; } = new(2_000_000, 500_000, 8_000_000);

    /// <summary>What a model that is well does on a day: one price, and the end.</summary>
    public static LoopbackAnswer Well { get; } = LoopbackAnswer.Calls(LoopbackCall.With("setPrice", new { offer = Offer, price = 25.5 }), LoopbackCall.With("finish", new { note = "done" }));

    /// <summary>The same as one structured answer.</summary>
    public static LoopbackAnswer WellStructured { get; } = LoopbackAnswer.Structured(new { commands = new object[] { new { command = "setPrice", offer = Offer, price = 25.5 } }, note = "done" });

    public static OpenAIProviderOptions Options { get; } = new()
    {
        Name = "local",
        ApiKey = Providers.Key,
        Prices = new Dictionary<string, ModelPrice> { ["small"] = Price },
        MaxAnswerBytes = 16 << 20,
        Retry = new() { Attempts = 3, FirstWait = TimeSpan.FromMilliseconds(1), LongestWait = TimeSpan.FromSeconds(1) },
    };

    public static ChatAgent Agent(ModelSource model, Stream tape, ChatAgentOptions? chat = null, bool streams = false, TapeMode mode = TapeMode.Record)
    {
        chat ??= new();
        return new(new ModelSession(model, new()
        {
            Setting = AgentSetting.Alone("seller"),
            Tape = new ModelTape(tape, mode),
            Streaming = streams,
            PromptDigest = ChatAgent.PromptDigest(chat),
            SettingsDigest = ChatAgent.SettingsDigest(chat),
        }), chat);
    }

    /// <summary>
    /// Plays a day and says what came of it: the calls as the ledger has them, then the day. A day that was played is replayed from its tape alone and has to come to the same, one that was not has to fail in the same way.
    /// </summary>
    public static async Task<string> DayAsync(LoopbackServer server, OpenAIProviderOptions? options = null, ChatAgentOptions? chat = null, bool streams = false)
    {
        using var tape = new KeptStream();
        using var provider = Providers.At(server, options ?? Options);
        var (story, hash) = await OneDayAsync(Agent(provider.Open("local/small"), tape, chat, streams));
        var asked = server.Requests.Count;
        Assert.All(server.Requests, CanBeTaken);
        Assert.Equal((story, hash), await OneDayAsync(Agent(provider.Open("local/small"), tape, chat, streams, TapeMode.Replay)));
        Assert.Equal(asked, server.Requests.Count);
        return story;
    }

    /// <summary>A request that services take, whatever was answered before it: names and ids by the rules, an answer to every call, and no longer than a conversation has to be.</summary>
    private static void CanBeTaken(LoopbackRequest request)
    {
        Assert.InRange(request.Body.Length, 1, 200_000);
        LoopbackCall[] calls = [.. request.Messages.SelectMany(message => message.Calls)];
        Assert.Equal(calls.Length, calls.Select(call => call.Id).Distinct().Count());
        Assert.Equal(calls.Select(call => call.Id), request.Messages.Where(message => message.Role == "tool").Select(message => message.CallId));
        Assert.All(calls, call => Assert.Matches("^[a-zA-Z0-9_-]{1,64}$", call.Tool));
        Assert.All(calls, call => Assert.InRange(call.Id!.Length, 1, 64));
        Assert.All(calls, call => Assert.Equal(JsonValueKind.Object, JsonElement.Parse(call.Arguments).ValueKind));
        Assert.All(request.Messages.Where(message => message.Role == "assistant"), message => Assert.True(message.Text.Length > 0 || message.Calls.Count > 0));
    }

    private static async Task<(string Story, StateHash Hash)> OneDayAsync(ChatAgent agent)
    {
        using var owned = agent;
        await using var session = SimulationSession.Start(ShippedScenarios.Find("gift-shop"), new WorldSeed(3));
        var heard = new Heard(agent);
        session.Seat(new(0), heard);
        string day;
        try
        {
            await session.PlayDayAsync();
            var charged = session.Inference(new(0)).MicroDollars;
            Assert.Equal(agent.Ledger.Run.MicroDollars, charged);
            var commands = string.Join(" and ", heard.Commands.GroupBy(command => command.GetType().Name, (name, all) => string.Create(CultureInfo.InvariantCulture, $"{all.Count()} {name}")));
            var played = session.Faults.Count > 0 ? $"{session.Faults.Single().Kind}" : commands.Length == 0 ? "nothing" : commands;
            day = string.Create(CultureInfo.InvariantCulture, $"{played}, charged {charged}");
        }
        catch (ModelCallException failure)
        {
            Assert.Equal((0, 0L, 0), (session.Day, session.Inference(new(0)).MicroDollars, session.Faults.Count));
            day = $"not played: {failure.Kind}";
        }

        return (string.Join(", ", agent.Ledger.Entries.Select(Story)) + "; " + day, session.Hash);
    }

    private static string Story(ModelLedgerEntry entry)
    {
        // An answer that may have been billed is held at its worst case, above all the output that was allowed; nothing else is.
        Assert.True(entry.HeldMicroDollars == 0 || entry.HeldMicroDollars > 4096 * 8);
        Assert.True(entry.Failure is null || entry.MicroDollars == 0);
        return entry.Limit is { } limit ? $"limit {limit}"
            : entry.Failure is { } failure ? failure + (entry.HeldMicroDollars > 0 ? " held" : "")
            : entry.IsEstimated ? (entry.MicroDollars > 4096 * 8 ? "estimated" : "too little")
            : string.Create(CultureInfo.InvariantCulture, $"{entry.MicroDollars}");
    }

    /// <summary>Keeps the commands of a decision, what was charged aside.</summary>
    private sealed class Heard(IAgent inner) : DelegatingAgent(inner)
    {
        public IReadOnlyList<Command> Commands { get; private set; } = [];

        public override async ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
        {
            var decision = await Inner.DecideAsync(today, context, cancellationToken);
            Commands = [.. decision.Commands.Where(command => command is not ChargeInference)];
            return decision;
        }
    }
}
