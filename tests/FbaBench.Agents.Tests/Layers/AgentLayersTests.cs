using System.Diagnostics;
using System.Text;
using FbaBench.Agents.Tests.Models.Sessions;

namespace FbaBench.Agents.Tests.Layers;

/// <summary>Layers around any agent.</summary>
public sealed class AgentLayersTests
{
    [Fact]
    public async Task An_agent_that_comes_back_is_asked_again_and_one_that_cannot_is_not()
    {
        var asked = 0;
        var retry = new ModelRetry { Attempts = 3, FirstWait = TimeSpan.FromMilliseconds(1) };
        var back = new AgentBuilder(() => new One(_ => ++asked < 3 ? throw new AgentServiceException("down") : Charge(1))).UseRetry(retry).Build()(AgentSetting.Alone("a"));
        Assert.Single((await AskAsync(back)).Commands);
        Assert.Equal(3, asked);

        asked = 0;
        var gone = new AgentBuilder(() => new One(_ => ++asked > 0 ? throw new AgentServiceException("down") : Decision.None)).UseRetry(retry).Build()(AgentSetting.Alone("a"));
        await Assert.ThrowsAsync<AgentServiceException>(() => AskAsync(gone));
        Assert.Equal(3, asked);

        asked = 0;
        var wrong = new AgentBuilder(() => new One(_ => ++asked > 0 ? throw new TapeException("other") : Decision.None)).UseRetry(retry).Build()(AgentSetting.Alone("a"));
        await Assert.ThrowsAsync<TapeException>(() => AskAsync(wrong));
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task Decisions_are_written_down_and_what_is_thrown_by_its_type_alone()
    {
        using var file = new KeptStream();
        var agent = new AgentBuilder(() => new One(today => today.Day switch
        {
            0 => new([new SetPrice(today.Offers[3].Id, new Money(2599))]),
            1 => throw new InvalidOperationException("sk-secret"),
            2 => throw new AgentServiceException("sk-secret"),
            3 => Charge(5) with { IsFailure = true },
            _ => new([new SetPrice(new OfferId(999), new Money(1))]),
        })).UseRecording().Build()(AgentSetting.Alone("a") with { OpenFile = _ => file });
        await using var session = SimulationSession.Start(ShippedScenarios.Find("gift-shop"), new WorldSeed(1));
        for (var day = 0; day < 5; day++)
        {
            try
            {
                await agent.DecideAsync(session.Observe(new(0)), null!, default);
            }
            catch (Exception error) when (error.Message == "sk-secret")
            {
                // As the agent does.
            }

            await session.PlayDayAsync();
        }

        await AgentLife.EndAsync(agent);
        var lines = Encoding.UTF8.GetString(file.ToArray()).Split('\n');
        Assert.StartsWith("""{"day":0,"outcome":"decided","commands":[{"command":"setPrice","offer":"cake-stands/regency-cakestand","price":25.99}],"milliseconds":""", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("""{"day":1,"outcome":"threw","error":"InvalidOperationException","commands":[]""", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("""{"day":2,"outcome":"unavailable","error":"AgentServiceException","commands":[]""", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("""{"day":3,"outcome":"failed","commands":[{"command":"chargeInference","microDollars":5""", lines[3], StringComparison.Ordinal);
        Assert.Matches("^{\"day\":4,\"outcome\":\"decided\",\"commands\":\"[^\"]*999[^\"]*\",", lines[4]);
        Assert.DoesNotContain("sk-secret", string.Join('\n', lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_s_money_is_spent_once_and_a_day_that_takes_too_long_passes()
    {
        var asked = 0;
        var agent = new AgentBuilder(() => new One(_ => Charge(++asked * 40))).UseBudget(new() { MicroDollarsPerRun = 100 }).Build()(AgentSetting.Alone("a"));
        var decisions = new List<int>();
        await using var session = SimulationSession.Start(ShippedScenarios.Find("gift-shop"), new WorldSeed(1)).Seat(new(0), agent);
        for (var day = 0; day < 5; day++)
        {
            await session.PlayDayAsync();
        }

        Assert.Equal((2, 120L), (asked, session.Inference(new(0)).MicroDollars));
        Assert.Equal((2, ModelLimitKind.MoneyPerRun), Assert.Single(AgentLife.Find<BudgetedAgent>(agent)!.Reached));

        var slow = new BudgetedAgent(new Waits(), new() { TimePerDay = TimeSpan.FromMilliseconds(20) });
        Assert.Empty((await AskAsync(slow)).Commands);
        Assert.Equal(ModelLimitKind.TimePerDay, Assert.Single(slow.Reached).Limit);
    }

    [Fact]
    public async Task Every_day_is_an_activity()
    {
        var name = "traced-" + Guid.NewGuid().ToString("n");
        var seen = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == ModelTelemetry.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.OperationName == "invoke_agent " + name)
                {
                    seen.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        var agent = new AgentBuilder(() => new One(_ => seen.Count == 1 ? throw new InvalidOperationException("no") : Charge(1))).UseTracing().Build()(AgentSetting.Alone(name));
        await AskAsync(agent);
        await Assert.ThrowsAsync<InvalidOperationException>(() => AskAsync(agent));
        Assert.Equal([null, "InvalidOperationException"], seen.Select(activity => activity.GetTagItem("error.type")));
        Assert.Equal(1, seen[0].GetTagItem("fbabench.commands"));
    }

    private static Decision Charge(long microDollars) => new([new ChargeInference(microDollars, 1, 1)]);

    private static async Task<Decision> AskAsync(IAgent agent)
    {
        await using var session = SimulationSession.Start(ShippedScenarios.Find("gift-shop"), new WorldSeed(1));
        return await agent.DecideAsync(session.Observe(new(0)), null!, default);
    }

    private sealed class One(Func<Observation, Decision> decide) : IAgent
    {
        public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken) => new(decide(today));
    }

    private sealed class Waits : IAgent
    {
        public async ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return Decision.None;
        }
    }
}
