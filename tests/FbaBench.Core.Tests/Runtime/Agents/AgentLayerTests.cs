namespace FbaBench.Tests.Runtime;

/// <summary>Layers around agents, and the end of their lives.</summary>
public sealed class AgentLayerTests
{
    [Fact]
    public async Task The_layer_added_first_is_the_outermost_and_knows_the_episode()
    {
        var calls = new List<string>();
        var make = new AgentBuilder(() => new Scripted(_ => Note(Decision.None, "agent")))
            .Use((inner, setting) => new Loud(inner, setting.Name + " outer", calls))
            .Use(inner => new Loud(inner, "inner", calls))
            .Build();
        var agent = make(AgentSetting.Alone("mine"));
        await using var session = Sessions.Mugs(days: 2).Seat(new(0), agent);
        await session.PlayDayAsync();
        Assert.Equal(["mine outer", "inner", "agent"], calls);
        Assert.NotSame(agent, make(AgentSetting.Alone("mine")));

        Decision Note(Decision decision, string who)
        {
            calls.Add(who);
            return decision;
        }
    }

    [Fact]
    public async Task Disposing_the_outermost_layer_disposes_the_agent_and_layers_are_found_by_type()
    {
        var inner = new Mortal();
        var agent = new AgentBuilder(() => inner).Use(one => new Loud(one, "a", [])).Use(one => new Loud(one, "b", [])).Build()(AgentSetting.Alone("mine"));
        Assert.Equal("a", AgentLife.Find<Loud>(agent)!.Name);
        Assert.Same(inner, AgentLife.Find<Mortal>(agent));
        Assert.Null(AgentLife.Find<Scripted>(agent));
        Assert.Equal(0, inner.Ends);
        await AgentLife.EndAsync(agent);
        Assert.Equal(1, inner.Ends);
        await AgentLife.EndAsync(new Scripted(_ => Decision.None));
    }

    [Fact]
    public void A_factory_or_layer_without_an_agent_is_named()
    {
        Assert.Contains("factory of 'mine'", Assert.Throws<InvalidOperationException>(() => new AgentBuilder(() => null!).Build()(AgentSetting.Alone("mine"))).Message, StringComparison.Ordinal);
        var broken = new AgentBuilder(() => new Scripted(_ => Decision.None)).Use(inner => inner).Use(_ => null!).Build();
        Assert.Contains("Layer 2 of 'mine'", Assert.Throws<InvalidOperationException>(() => broken(AgentSetting.Alone("mine"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_whose_agent_could_not_be_asked_is_not_played_and_can_be_played_again()
    {
        var down = 2;
        var asked = 0;
        var others = 0;
        await using var session = Sessions.Mugs(days: 6, seats: 2)
            .Seat(new(0), new Scripted(today =>
            {
                asked++;
                return today.Day == 3 && down-- > 0 ? throw new AgentServiceException("no connection") : TestWorlds.Trade(today);
            }))
            .Seat(new(1), new Scripted(today =>
            {
                others++;
                return TestWorlds.Trade(today);
            }));
        await session.PlayAsync(days: 3);
        var before = session.Hash;
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal("no connection", (await Assert.ThrowsAsync<AgentServiceException>(() => session.PlayDayAsync())).Message);
            Assert.Equal((3, before), (session.Day, session.Hash));
        }

        await session.PlayAsync();
        Assert.Empty(session.Faults);
        var played = session.Definition.Days;
        Assert.Equal((played + 2, played), (asked, others));

        await using var steady = Sessions.Mugs(days: 6, seats: 2).Seat(new(0), Sessions.Trader()).Seat(new(1), Sessions.Trader());
        await steady.PlayAsync();
        Assert.Equal(steady.Hash, session.Hash);
    }

    private sealed class Loud(IAgent inner, string name, List<string> calls) : DelegatingAgent(inner)
    {
        public string Name => name;

        public override ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
        {
            calls.Add(name);
            return base.DecideAsync(today, context, cancellationToken);
        }
    }

    private sealed class Mortal : IAgent, IDisposable
    {
        public int Ends { get; private set; }

        public void Dispose() => Ends++;

        public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken) => new(Decision.None);
    }
}
