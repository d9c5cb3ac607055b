using System.Diagnostics;
using System.Diagnostics.Metrics;
using FbaBench.Agents.Tests.Policies;
using Microsoft.Extensions.AI;

namespace FbaBench.Agents.Tests.Models.Sessions;

/// <summary>A model as one agent uses it: attempts, charges, limits and the tape.</summary>
public sealed class ModelSessionTests
{
    private static readonly ChatMessage[] Hello = [new(ChatRole.System, "Sell."), new(ChatRole.User, "Hello")];

    [Fact]
    public async Task A_call_is_charged_by_its_tokens_those_cached_and_of_reasoning_included()
    {
        using var session = Session(new ScriptedModel((_, _) => ScriptedModel.Text("hi")));
        session.BeginDay(4);
        await session.GetResponseAsync(Hello);
        await session.GetResponseAsync(Hello);
        var entry = session.Ledger.Entries[1];
        Assert.Equal((4, 1, 1, new TokenUsage(1_000, 400, 50, 10)), (entry.Day, entry.Step, entry.Attempt, entry.Usage));

        // 600 at 2.00, 400 at 0.50 and 50 at 8.00 dollars a million.
        Assert.Equal(1_200 + 200 + 400, entry.MicroDollars);
        Assert.Equal(new ChargeInference(3_600, 2_000, 100), session.Charge(4));
        Assert.Null(session.Charge(5));
    }

    [Fact]
    public async Task Tokens_that_the_service_does_not_say_are_charged_at_the_worst_case_and_marked()
    {
        using var session = Session(new ScriptedModel((_, _) => new ChatResponse(new ChatMessage(ChatRole.Assistant, "hi"))));
        session.BeginDay(0);
        await session.GetResponseAsync(Hello, new() { MaxOutputTokens = 77 });
        var entry = Assert.Single(session.Ledger.Entries);
        Assert.True(entry.IsEstimated);
        Assert.Equal(77, entry.Usage.Output);
        Assert.InRange(entry.Usage.Input, "Sell.Hello".Length, 500);
        Assert.Equal((2 * entry.Usage.Input) + (8 * 77), entry.MicroDollars);
    }

    [Fact]
    public async Task Failures_that_pass_are_waited_out_and_charged_to_nobody()
    {
        var failures = new Queue<ModelCallException>(
        [
            new(ModelFailureKind.RateLimited, "busy") { RetryAfter = TimeSpan.FromMilliseconds(3) },
            new(ModelFailureKind.ServerError, "oops"),
            new(ModelFailureKind.Disconnected, "gone"),
        ]);
        using var session = Session(new ScriptedModel((_, _) => failures.TryDequeue(out var failure) ? throw failure : ScriptedModel.Text("hi")));
        session.BeginDay(0);
        Assert.Equal("hi", (await session.GetResponseAsync(Hello)).Text);
        Assert.Equal([ModelFailureKind.RateLimited, ModelFailureKind.ServerError, ModelFailureKind.Disconnected, null], session.Ledger.Entries.Select(entry => entry.Failure));
        Assert.Equal([1, 2, 3, 4], session.Ledger.Entries.Select(entry => entry.Attempt));
        Assert.Equal((1, 3, 1_800L), (session.Ledger.Run.Calls, session.Ledger.Run.Failures, session.Ledger.Run.MicroDollars));

        // A lost answer may stand on a bill: the budget keeps its worst case, the seller is not charged.
        Assert.Equal([false, false, true, false], session.Ledger.Entries.Select(entry => entry.HeldMicroDollars > 0));
    }

    [Fact]
    public async Task What_cannot_pass_or_waits_too_long_is_not_asked_again()
    {
        var rejected = new ScriptedModel((_, _) => throw new ModelCallException(ModelFailureKind.Unauthorised, "no key"));
        using var session = Session(rejected);
        session.BeginDay(0);
        Assert.Equal(ModelFailureKind.Unauthorised, (await Assert.ThrowsAsync<ModelCallException>(() => session.GetResponseAsync(Hello))).Kind);
        Assert.Equal(1, rejected.Calls);

        var patient = new ScriptedModel((_, _) => throw new ModelCallException(ModelFailureKind.RateLimited, "later") { RetryAfter = TimeSpan.FromHours(1) });
        using var other = Session(patient);
        other.BeginDay(0);
        await Assert.ThrowsAsync<ModelCallException>(() => other.GetResponseAsync(Hello));
        Assert.Equal(1, patient.Calls);

        var down = new ScriptedModel((_, _) => throw new ModelCallException(ModelFailureKind.ServerError, "down"));
        using var third = Session(down);
        third.BeginDay(0);
        await Assert.ThrowsAsync<ModelCallException>(() => third.GetResponseAsync(Hello));
        Assert.Equal(5, down.Calls);
    }

    [Fact]
    public async Task What_a_foreign_client_throws_is_no_fault_of_the_agent_and_its_words_are_not_repeated()
    {
        using var session = Session(new ScriptedModel((_, _) => throw new InvalidOperationException("sk-secret")));
        session.BeginDay(0);
        var error = await Assert.ThrowsAsync<ModelCallException>(() => session.GetResponseAsync(Hello));
        Assert.Contains("InvalidOperationException", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-secret", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limit_is_recorded_ends_nothing_else_and_holds_in_the_replay()
    {
        using var file = new KeptStream();
        using (var session = Session(new ScriptedModel((_, _) => ScriptedModel.Text("hi")), file, new() { CallsPerDay = 2 }))
        {
            session.BeginDay(0);
            await session.GetResponseAsync(Hello);
            await session.GetResponseAsync(Hello);
            Assert.Equal(ModelLimitKind.CallsPerDay, (await Assert.ThrowsAsync<ModelLimitException>(() => session.GetResponseAsync(Hello))).Limit);
            Assert.Equal(ModelLimitKind.CallsPerDay, session.Ledger.Entries[2].Limit);
            session.BeginDay(1);
            await session.GetResponseAsync(Hello);
        }

        // The budget of the replay does not matter: the tape says what happened.
        var nobody = new ScriptedModel((_, _) => throw new InvalidOperationException());
        using var replayed = Session(nobody, file, ModelLimits.None, TapeMode.Replay);
        replayed.BeginDay(0);
        await replayed.GetResponseAsync(Hello);
        await replayed.GetResponseAsync(Hello);
        await Assert.ThrowsAsync<ModelLimitException>(() => replayed.GetResponseAsync(Hello));
        replayed.BeginDay(1);
        await replayed.GetResponseAsync(Hello);
        Assert.Equal((0, 3, 1, 5_400L), (nobody.Calls, replayed.Ledger.Run.Calls, replayed.Ledger.Run.Limits, replayed.Ledger.Run.MicroDollars));
        Assert.All(replayed.Ledger.Entries, entry => Assert.True(entry.IsReplayed));
    }

    [Fact]
    public async Task A_limit_of_time_breaks_a_call_off_and_the_day_after_has_its_own()
    {
        using var session = Session(new Slow(), null, new() { TimePerDay = TimeSpan.FromMilliseconds(50) });
        session.BeginDay(0);
        Assert.Equal(ModelLimitKind.TimePerDay, (await Assert.ThrowsAsync<ModelLimitException>(() => session.GetResponseAsync(Hello))).Limit);
        Assert.Equal([ModelFailureKind.TimedOut, null], session.Ledger.Entries.Select(entry => entry.Failure));
        Assert.Equal(ModelLimitKind.TimePerDay, (await Assert.ThrowsAsync<ModelLimitException>(() => session.GetResponseAsync(Hello))).Limit);
        session.BeginDay(1);
        Assert.Equal(ModelLimitKind.TimePerDay, (await Assert.ThrowsAsync<ModelLimitException>(() => session.GetResponseAsync(Hello))).Limit);
    }

    [Fact]
    public async Task A_day_begun_again_is_answered_by_its_tape_and_counted_once()
    {
        var model = new ScriptedModel((_, number) => number == 2 ? throw new ModelCallException(ModelFailureKind.Rejected, "down") : ScriptedModel.Text($"answer {number}"));
        using var session = Session(model);
        session.BeginDay(0);
        var first = await session.GetResponseAsync(Hello);
        await Assert.ThrowsAsync<ModelCallException>(() => session.GetResponseAsync([.. Hello, new(ChatRole.User, "more")]));
        session.BeginDay(0);
        Assert.Equal(first.Text, (await session.GetResponseAsync(Hello)).Text);
        Assert.Equal("answer 3", (await session.GetResponseAsync([.. Hello, new(ChatRole.User, "more")])).Text);
        Assert.Equal((3, 2, 1), (model.Calls, session.Ledger.Run.Calls, session.Ledger.Run.Failures));
        Assert.Equal([1, 1, 2], session.Ledger.Entries.Select(entry => entry.Attempt));
    }

    [Fact]
    public async Task Activities_and_measures_follow_the_conventions_and_carry_no_content_unless_told_to()
    {
        var agent = "watched-" + Guid.NewGuid().ToString("n");
        var activities = new List<Activity>();
        var measures = new List<(string Name, double Value)>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == ModelTelemetry.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (Equals(activity.GetTagItem("gen_ai.agent.name"), agent))
                {
                    activities.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        var model = "watched/" + Guid.NewGuid().ToString("n");
        using var meters = new MeterListener { InstrumentPublished = (instrument, self) => { if (instrument.Meter.Name == ModelTelemetry.SourceName) { self.EnableMeasurementEvents(instrument); } } };
        meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        meters.Start();

        foreach (var content in new[] { false, true })
        {
            var failed = false;
            var client = new ScriptedModel((_, _) => failed ? ScriptedModel.Text("hi there") : Fail());
            var source = ScriptedModel.Source(client) with { Name = model };
            using var session = new ModelSession(source, new() { Setting = AgentSetting.Alone(agent), RecordContent = content });
            session.BeginDay(0);
            await session.GetResponseAsync(Hello);

            ChatResponse Fail()
            {
                failed = true;
                throw new ModelCallException(ModelFailureKind.ServerError, "down");
            }
        }

        Assert.Equal(["chat " + model.Split('/')[1]], activities.Select(activity => activity.OperationName).Distinct());
        Assert.Equal(4, activities.Count);
        Assert.Equal("ServerError", activities[0].GetTagItem("error.type"));
        Assert.Equal(("chat", "watched", 1_000L, 50L), (activities[1].GetTagItem("gen_ai.operation.name"), activities[1].GetTagItem("gen_ai.provider.name"), activities[1].GetTagItem("gen_ai.usage.input_tokens"), activities[1].GetTagItem("gen_ai.usage.output_tokens")));
        Assert.All(activities[..2], activity => Assert.DoesNotContain(activity.TagObjects, tag => $"{tag.Value}".Contains("Hello", StringComparison.Ordinal) || $"{tag.Value}".Contains("hi there", StringComparison.Ordinal)));
        Assert.Contains("Hello", $"{activities[3].GetTagItem("gen_ai.input.messages")}", StringComparison.Ordinal);
        Assert.Contains("hi there", $"{activities[3].GetTagItem("gen_ai.output.messages")}", StringComparison.Ordinal);
        Assert.Equal([1_000, 50, 1_000, 50], Values("gen_ai.client.token.usage"));
        Assert.Equal([1_800, 1_800], Values("fbabench.model.cost"));
        Assert.Equal([1, 1], Values("fbabench.model.retries"));
        Assert.Equal(4, Values("gen_ai.client.operation.duration").Count());

        IEnumerable<double> Values(string name) => measures.Where(one => one.Name == name).Select(one => one.Value);

        void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            foreach (var tag in tags)
            {
                if (tag.Key == "gen_ai.request.model" && model.EndsWith($"{tag.Value}", StringComparison.Ordinal))
                {
                    measures.Add((instrument.Name, value));
                }
            }
        }
    }

    [Fact]
    public async Task A_model_without_a_price_is_an_error_and_a_call_needs_a_day()
    {
        var unknown = ScriptedModel.Source(new ScriptedModel((_, _) => ScriptedModel.Text("hi"))) with { Price = null };
        Assert.Contains("test/seller", Assert.Throws<ArgumentException>(() => new ModelSession(unknown, new() { Setting = AgentSetting.Alone("a") })).Message, StringComparison.Ordinal);
        using var session = Session(new ScriptedModel((_, _) => ScriptedModel.Text("hi")));
        await Assert.ThrowsAsync<InvalidOperationException>(() => session.GetResponseAsync(Hello));
    }

    internal static ModelSession Session(IChatClient client, Stream? tape = null, ModelLimits? limits = null, TapeMode mode = TapeMode.Record) => new(ScriptedModel.Source(client), new()
    {
        Setting = AgentSetting.Alone("seller"),
        Tape = new ModelTape(tape, mode),
        Budget = new ModelBudget(limits ?? ModelLimits.None),
    });

    /// <summary>Never answers.</summary>
    private sealed class Slow : IChatClient
    {
        public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException();
        }

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
            // Holds nothing.
        }
    }
}

/// <summary>A stream whose content outlives whoever owns it.</summary>
internal sealed class KeptStream : MemoryStream
{
    public KeptStream()
    {
    }

    public KeptStream(byte[] content)
    {
        Write(content);
        Position = 0;
    }

    protected override void Dispose(bool disposing) => Position = 0;
}
