using System.Text;
using FbaBench.Agents.Tests.Loopback;
using FbaBench.Agents.Tests.Models.Sessions;
using FbaBench.Agents.Tests.Policies;
using Microsoft.Extensions.AI;

namespace FbaBench.Agents.Tests.Models.Chat;

/// <summary>A model as a seller: what it is shown, what becomes of what it gives, and runs that go on.</summary>
public sealed class ChatAgentTests
{
    [Fact]
    public async Task A_year_killed_at_any_day_comes_to_the_same_state_and_replays_without_the_model()
    {
        using var whole = new KeptStream();
        var model = ScriptedModel.Seller();
        var (hash, events, ledger) = await PlayAsync(model, whole);
        Assert.Equal(365, ledger.Entries.Select(entry => entry.Day).Distinct().Count());
        Assert.True(model.Calls >= 730);

        var replayed = await PlayAsync(Nobody(), whole, mode: TapeMode.Replay);
        Assert.Equal((hash, events), (replayed.Hash, replayed.Events));
        Assert.Equal(ledger.Run, replayed.Ledger.Run);

        foreach (var day in new[] { 0, 1, 100, 364 })
        {
            using var killed = new KeptStream();
            await PlayAsync(ScriptedModel.Seller(), killed, days: day);

            // A process that was killed has written half a line.
            killed.SetLength(Math.Max(0, killed.Length - 17));
            var again = ScriptedModel.Seller();
            var gone = await PlayAsync(again, killed);
            Assert.Equal((hash, events, ledger.Run), (gone.Hash, gone.Events, gone.Ledger.Run));
            Assert.Equal(model.Calls - (Math.Max(0, (2 * day) - 1)), again.Calls);
        }
    }

    [Fact]
    public async Task What_the_day_cost_is_its_first_command_and_stands_in_the_world()
    {
        await using var session = Start();
        using var agent = Agent(ScriptedModel.Seller());
        session.Seat(new(0), agent);
        await session.PlayDayAsync();
        await session.PlayDayAsync();
        var cost = session.Inference(new(0));
        Assert.Equal((agent.Ledger.Run.MicroDollars, agent.Ledger.Run.Usage.Input, agent.Ledger.Run.Usage.Output), (cost.MicroDollars, cost.InputTokens, cost.OutputTokens));
        Assert.Equal(4 * 1_800, cost.MicroDollars);
    }

    [Fact]
    public async Task Calls_are_answered_at_once_and_wrong_ones_say_what_would_be_right()
    {
        var answers = new List<string>();
        var script = new Queue<LoopbackCall[]>(
        [
            [
                LoopbackCall.With("fly", new { }),
                LoopbackCall.With("setPrice", new { offer = "cake-stands/regency-cakestand" }),
                LoopbackCall.With("setPrice", new { offer = "cake-stands/regency-cakestand", price = "cheap" }),
                LoopbackCall.With("setPrice", new { offer = "cakes/none", price = 3.5 }),
                LoopbackCall.With("setPrice", new { offer = "cake-stands/regency-cakestand", price = 25.5 }),
                LoopbackCall.With("placeOrder", new { offer = "cake-stands/regency-cakestand", supplier = "wholesaler", units = 1_000_000 }),
                LoopbackCall.With("closeOffer", new { offer = "cake-stands/regency-cakestand" }),
                LoopbackCall.With("takeBack", new { }),
                LoopbackCall.With("readSection", new { title = "your offers: STOCK" }),
                LoopbackCall.With("readSection", new { title = "weather" }),
                LoopbackCall.With("readOffer", new { offer = "cake-stands/regency-cakestand" }),
                LoopbackCall.With("readOffer", new { offer = "x" }),
                LoopbackCall.With("readDecision", new { }),
                LoopbackCall.With("chargeInference", new { microDollars = 0 }),
            ],
            [LoopbackCall.With("finish", new { note = "done" })],
        ]);
        using var agent = Agent(new ScriptedModel((messages, number) =>
        {
            answers = [.. messages.SelectMany(message => message.Contents).OfType<FunctionResultContent>().Select(result => $"{result.Result}")];
            return ScriptedModel.Answer(script.Dequeue(), number);
        }));
        await using var session = Start();
        var decision = await agent.DecideAsync(session.Observe(new(0)), null!, default);
        Assert.Equal(typeof(ChargeInference), decision.Commands[0].GetType());
        Assert.Equal(new Money(2550), Assert.IsType<SetPrice>(Assert.Single(decision.Commands.Skip(1))).Price);
        Assert.False(decision.IsFailure);
        string[] starts =
        [
            "There is no tool 'fly'. Tools are readSection",
            "Not taken. price",
            "Not taken. price",
            "Not taken. offer",
            "Taken as command 1. Cash left then: about 20000.00.",
            "Refused. ",
            "Taken as command 2.",
            "Taken back; 1 commands are left.",
            "YOUR OFFERS: stock",
            "There is no such section. Sections are:\nMONEY",
            "{\"name\":\"cake-stands/regency-cakestand\"",
            "You have no such offer. Yours are alarm-clocks",
            "[{\"command\":\"setPrice\"",
            "There is no tool 'chargeInference'",
        ];
        Assert.Equal(starts.Length, answers.Count);
        Assert.All(starts.Zip(answers), pair => Assert.StartsWith(pair.First, pair.Second, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_model_that_only_talks_is_reminded_once_and_then_the_day_is_a_failed_one_that_is_charged()
    {
        var asked = new List<string>();
        await using var session = Start();
        using var agent = Agent(new ScriptedModel((messages, _) =>
        {
            asked.Add(messages[^1].Text);
            return ScriptedModel.Text("I would raise all prices.");
        }));
        session.Seat(new(0), agent);
        await session.PlayDayAsync();
        Assert.Contains("Only calls of tools count", asked[1], StringComparison.Ordinal);
        Assert.Equal((2, FaultKind.NoDecision), (asked.Count, Assert.Single(session.Faults).Kind));
        Assert.Equal(3_600, session.Inference(new(0)).MicroDollars);
        Assert.Equal(0, session.Summary(new(0)).Refusals);
    }

    [Fact]
    public async Task Steps_that_are_used_up_end_the_turn_with_what_was_decided()
    {
        using var agent = Agent(new ScriptedModel((_, number) => ScriptedModel.Answer([LoopbackCall.With("setPrice", new { offer = "cake-stands/regency-cakestand", price = 20 + number })], number)), new() { MaxSteps = 3 });
        await using var session = Start();
        var decision = await agent.DecideAsync(session.Observe(new(0)), null!, default);
        Assert.Equal(4, decision.Commands.Count);
        Assert.Equal(ModelLimitKind.StepsPerDay, agent.Ledger.Entries[^1].Limit);
    }

    [Fact]
    public async Task A_budget_that_ends_the_run_leaves_the_days_after_it_without_a_decision()
    {
        var model = ScriptedModel.Seller();
        await using var session = Start();
        using var agent = Agent(model, limits: new() { CallsPerRun = 5, OnBreach = BreachRule.EndRun });
        session.Seat(new(0), agent);
        for (var day = 0; day < 6; day++)
        {
            await session.PlayDayAsync();
        }

        Assert.Equal(5, model.Calls);
        Assert.Equal(1, agent.Ledger.Run.Limits);
        Assert.Empty(session.Faults);
        Assert.Equal(5 * 1_800, session.Inference(new(0)).MicroDollars);
    }

    [Fact]
    public async Task A_structured_answer_is_repaired_once_it_is_told_what_is_wrong()
    {
        var asked = new List<string>();
        var script = new Queue<string>(
        [
            "Sure! Here it is.",
            """{"commands":[{"command":"setPrice","offer":"cake-stands/regency-cakestand","price":25},{"command":"setPrice","offer":"no/such","price":3}],"note":"a"}""",
            "```json\n{\"commands\":[{\"command\":\"setPrice\",\"offer\":\"cake-stands/regency-cakestand\",\"price\":24}],\"note\":\"b\"}\n```",
        ]);
        var formats = new List<ChatResponseFormat?>();
        using var agent = Agent(new ScriptedModel((messages, _) =>
        {
            asked.Add(messages[^1].Text);
            return ScriptedModel.Text(script.Dequeue());
        }), new() { Mode = ChatMode.Structured });
        await using var session = Start();
        var decision = await agent.DecideAsync(session.Observe(new(0)), null!, default);
        Assert.Equal(new Money(2400), Assert.IsType<SetPrice>(decision.Commands[1]).Price);
        Assert.Equal(2, decision.Commands.Count);
        Assert.Contains("no JSON object", asked[1], StringComparison.Ordinal);
        Assert.Contains("[1]", asked[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_decides_every_k_days_and_knows_it()
    {
        var days = new List<string>();
        await using var session = Start();
        using var agent = Agent(new ScriptedModel((messages, number) =>
        {
            days.Add(messages.Last(message => message.Role == ChatRole.User).Text);
            return ScriptedModel.Answer([LoopbackCall.With("finish", new { note = "x" })], number);
        }), new() { EveryDays = 7 });
        session.Seat(new(0), agent);
        for (var day = 0; day < 15; day++)
        {
            await session.PlayDayAsync();
        }

        Assert.Equal(["Day 0,", "Day 7,", "Day 14,"], days.Select(text => string.Join(' ', text.Split(' ')[..2])));
        Assert.EndsWith("You decide every 7 days; the next time is day 7.", days[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_morning_keeps_to_its_tokens_and_names_what_it_left_out()
    {
        var shown = "";
        using var agent = Agent(new ScriptedModel((messages, number) =>
        {
            shown = messages[1].Text;
            return ScriptedModel.Answer([LoopbackCall.With("finish", new { note = "x" })], number);
        }), new() { ObservationTokens = 1_500 });
        await using var session = Start();
        await agent.DecideAsync(session.Observe(new(0)), null!, default);
        Assert.InRange(TokenEstimate.Of(shown), 700, 1_800);
        Assert.Contains("LEFT OUT for length (readSection shows them)", shown, StringComparison.Ordinal);
        Assert.Contains("\nCOMPETITORS", shown, StringComparison.Ordinal);
        Assert.Contains("MONEY (dollars)", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Memory_modes_and_personas_change_what_a_model_is_told_and_the_tape_shows_it()
    {
        var prompts = new Dictionary<string, string>();
        foreach (var (name, options) in new (string, ChatAgentOptions)[]
        {
            ("none", new() { Memory = MemoryMode.None }),
            ("rolling", new() { MemoryDays = 3 }),
            ("consolidated", new() { Memory = MemoryMode.Consolidated, ReflectEveryDays = 5, MemoryDays = 3 }),
            ("bold", new() { Memory = MemoryMode.None, Persona = Persona.Bold }),
        })
        {
            using var tape = new KeptStream();
            await PlayAsync(new ScriptedModel((messages, number) => messages.Count == 1
                ? ScriptedModel.Text("Cakes sell best.")
                : ScriptedModel.Answer([LoopbackCall.With("finish", new { note = $"note {number}" })], number)), tape, options, days: 8);
            prompts.Add(name, Encoding.UTF8.GetString(tape.ToArray()));
        }

        Assert.DoesNotContain("YOUR NOTES", prompts["none"], StringComparison.Ordinal);
        Assert.Contains("YOUR NOTES OF THE LAST DAYS\\nDay 4: No commands. note 5\\nDay 5", prompts["rolling"], StringComparison.Ordinal);
        Assert.DoesNotContain("YOUR MEMORY", prompts["rolling"], StringComparison.Ordinal);
        Assert.Contains("MEMORY SO FAR\\nNothing yet.\\n\\nNOTES SINCE\\nDay 0: No commands. note 1", prompts["consolidated"], StringComparison.Ordinal);
        Assert.Contains("YOUR MEMORY\\nCakes sell best.", prompts["consolidated"], StringComparison.Ordinal);
        Assert.Contains("You are a bold seller.", prompts["bold"], StringComparison.Ordinal);
        Assert.DoesNotContain("bold seller", prompts["none"], StringComparison.Ordinal);

        ChatAgentOptions[] all = [new(), new() { Persona = Persona.Bold }, new() { Persona = Persona.Cautious }, new() { Prompt = new("mine", PromptTemplate.Seller.Text + " Be quick.", PromptTemplate.SellerPlaces) }];
        Assert.Equal(all.Length, all.Select(ChatAgent.PromptDigest).Distinct().Count());
        ChatAgentOptions[] settings = [new(), new() { Memory = MemoryMode.None }, new() { EveryDays = 2 }, new() { Temperature = 0 }, new() { Mode = ChatMode.Structured }];
        Assert.Equal(settings.Length, settings.Select(ChatAgent.SettingsDigest).Distinct().Count());
    }

    [Fact]
    public async Task A_model_that_is_down_leaves_the_day_unplayed_and_the_same_agent_goes_on_when_it_is_back()
    {
        var down = false;
        var seller = ScriptedModel.Seller();
        using var agent = Agent(new ScriptedModel((messages, _) => down ? throw new ModelCallException(ModelFailureKind.ServerError, "down") : seller.GetResponseAsync(messages).Result));
        await using var session = Start();
        session.Seat(new(0), agent);
        await session.PlayDayAsync();
        down = true;
        await Assert.ThrowsAsync<ModelCallException>(() => session.PlayDayAsync());
        Assert.Equal(1, session.Day);
        down = false;
        await session.PlayDayAsync();

        await using var steady = Start();
        using var other = Agent(ScriptedModel.Seller());
        steady.Seat(new(0), other);
        await steady.PlayDayAsync();
        await steady.PlayDayAsync();
        Assert.Equal(steady.Hash, session.Hash);
        Assert.Empty(session.Faults);
    }

    [Theory]
    [InlineData(ChatMode.Tools, "first-year")]
    [InlineData(ChatMode.Structured, "gift-shop")]
    public async Task The_first_prompt_has_the_terms_and_what_suppliers_ask_and_speaks_of_tools_only_where_there_are_some(ChatMode mode, string scenario)
    {
        IReadOnlyList<ChatMessage> asked = [];
        using var agent = Agent(new ScriptedModel((messages, _) =>
        {
            asked = messages;
            return ScriptedModel.Text("{\"commands\":[],\"note\":\"\"}");
        }), new() { Mode = mode });
        await using var session = SimulationSession.Start(ShippedScenarios.Find(scenario), new WorldSeed(3));
        await agent.DecideAsync(session.Observe(new(0)), null!, default);
        var text = asked[0].Text + asked[1].Text;
        Assert.Contains("YOUR PRODUCTS AND THEIR SUPPLIERS", asked[0].Text, StringComparison.Ordinal);
        Assert.Contains("TERMS that never change", asked[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("LEFT OUT", text, StringComparison.Ordinal);
        Assert.Equal(mode == ChatMode.Tools, text.Contains("readSection", StringComparison.Ordinal));
    }

    [Fact]
    public void A_prompt_without_a_place_or_with_an_unknown_one_is_refused()
    {
        Assert.Contains("{{weather}}", Assert.Throws<ArgumentException>(() => new PromptTemplate("p", "{{persona}} {{rules}} {{memory}} {{weather}}", PromptTemplate.SellerPlaces)).Message, StringComparison.Ordinal);
        Assert.Contains("{{rules}}", Assert.Throws<ArgumentException>(() => new PromptTemplate("p", "{{persona}} {{memory}}", PromptTemplate.SellerPlaces)).Message, StringComparison.Ordinal);
        Assert.Equal(16, PromptTemplate.Seller.Digest.Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ChatAgentOptions { EveryDays = 0 });
    }

    internal static SimulationSession Start() => SimulationSession.Start(ShippedScenarios.Find("gift-shop"), new WorldSeed(3));

    internal static ScriptedModel Nobody() => new((_, _) => throw new InvalidOperationException("The model was asked."));

    internal static ChatAgent Agent(IChatClient client, ChatAgentOptions? options = null, Stream? tape = null, ModelLimits? limits = null, TapeMode mode = TapeMode.Record)
    {
        options ??= new();
        return new(new ModelSession(ScriptedModel.Source(client), new()
        {
            Setting = AgentSetting.Alone("seller"),
            Tape = new ModelTape(tape, mode),
            Budget = new ModelBudget(limits ?? ModelLimits.None),
            PromptDigest = ChatAgent.PromptDigest(options),
            SettingsDigest = ChatAgent.SettingsDigest(options),
        }), options);
    }

    private static async Task<(StateHash Hash, StateHash Events, ModelLedger Ledger)> PlayAsync(IChatClient client, Stream tape, ChatAgentOptions? options = null, int days = int.MaxValue, TapeMode mode = TapeMode.Record)
    {
        await using var session = Start();
        using var agent = Agent(client, options, tape, mode: mode);
        session.Seat(new(0), agent);
        for (var day = 0; day < days && !session.IsOver; day++)
        {
            await session.PlayDayAsync();
        }

        return (session.Hash, session.EventHash, agent.Ledger);
    }
}
