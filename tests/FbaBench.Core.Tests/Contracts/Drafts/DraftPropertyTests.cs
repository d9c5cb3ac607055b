using FbaBench.Primitives;
using Xunit.Abstractions;

namespace FbaBench.Tests.Contracts.Drafts;

/// <summary>A draft never says for certain what the kernel does not do.</summary>
[Trait("Category", "Property")]
public sealed class DraftPropertyTests(ITestOutputHelper output)
{
    // Every refusal is told, so that each can be held against the draft.
    private static readonly KernelLimits Limits = new() { RefusalsPerDay = 1_000 };
    private static readonly KernelLimits Tight = Limits with { CommandsPerDay = 9, LotsPerOffer = 4, ForecastsPerSeat = 6, UnitsPerOrder = 900 };

    public static TheoryData<string> Scenarios => [.. ShippedScenarios.Names];

    /// <summary>With a second seller in every other world, whose commands of the same day change no answer.</summary>
    [Fact]
    public async Task Drawn_commands_in_a_world_with_everything_on()
    {
        var reasons = new HashSet<RefusalReason>();
        for (ulong seed = 0; seed < 30; seed++)
        {
            // Every violation suspends, so that there is something to appeal against.
            var world = WholeMarket.World(days: 120, seats: 1 + (int)(seed % 4 / 2)) with
            {
                Limits = seed % 2 == 0 ? Limits : Tight,
                Cash = Money.Dollars(seed % 3 == 0 ? 90_000 : 4_000),
                Health = new() { SuspendedBelow = HealthTerms.OpeningPoints },
            };
            reasons.UnionWith(await PlayAsync(world, seed, new Trader()));
        }

        // Never for certain: what goes by bought reviews. And no world here is without slots or reviews.
        RefusalReason[] unseen = [RefusalReason.None, RefusalReason.UnknownCommand, RefusalReason.ReviewsOutOfRange, RefusalReason.NoReviews, RefusalReason.NoAdvertising];
        Assert.Empty(Enum.GetValues<RefusalReason>().Except(unseen).Except(reasons));
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task Drawn_commands_in_a_shipped_scenario(string name)
    {
        for (ulong seed = 1; seed <= 2; seed++)
        {
            var world = ShippedScenarios.Find(name).Define(new(seed));
            await PlayAsync(world with { Limits = world.Limits with { RefusalsPerDay = 1_000 }, Cash = world.Cash * (seed == 1 ? 1 : 20) }, seed, new BaseStock());
        }
    }

    /// <summary>Decisions of an agent that knows what it does: how often a doubt is left.</summary>
    [Theory]
    [InlineData("first-year")]
    [InlineData("gift-shop")]
    public async Task Decisions_of_base_stock(string name)
    {
        var world = ShippedScenarios.Find(name).Define(new(1));
        var simulation = TestWorlds.Start(world with { Limits = Limits }, 1);
        var (play, agent) = (new DraftAgainstKernel(simulation), new BaseStock());
        while (!simulation.IsOver)
        {
            var today = simulation.Observe(new(0));
            var commands = today.IsTrading ? (await agent.DecideAsync(today, simulation.ContextOf(new(0)), default)).Commands : [];
            play.Play(new(today, Limits), i => i < commands.Count ? commands[i] : null);
        }

        Tell(name, play);
        Assert.Equal(0, play.Refused);
    }

    /// <summary>Plays an agent's commands and drawn ones to the end of a world, and tells the reasons that were given for certain.</summary>
    private async Task<HashSet<RefusalReason>> PlayAsync(WorldDefinition world, ulong seed, IAgent agent)
    {
        // Drawn commands ruin whom they may: nobody is insolvent here, so that there is something to draw for.
        var simulation = TestWorlds.Start(world with { Account = world.Account with { InsolventAfterDays = 365 } }, seed);
        var play = new DraftAgainstKernel(simulation);
        var draws = KeyedDraws.ForWorld(new(EntityKey.Combine(EntityKey.Of(world.Name), seed)));
        for (var closed = 0; !simulation.IsOver && closed < 2; closed += simulation.Observe(new(0)).IsTrading ? 0 : 1)
        {
            var today = simulation.Observe(new(0));
            var draft = new DecisionDraft(today, world.Limits);
            var trade = today.IsTrading ? (await agent.DecideAsync(today, simulation.ContextOf(new(0)), default)).Commands : [];
            play.Play(draft, i => i < trade.Count ? trade[i] : i < trade.Count + 10 ? DrawnCommands.Next(draws, today, draft, i) : null);
        }

        Tell($"{world.Name} {seed}", play);
        Assert.True(play.Accepted > 0 && play.Refused > 0);
        return play.Reasons;
    }

    private void Tell(string world, DraftAgainstKernel play) => output.WriteLine(FormattableString.Invariant(
        $"{world}: {play.Accepted} accepted, {play.Refused} refused, {play.Doubtful} accepted with a doubt, {play.RightlyDoubted} of them refused; doubts {string.Join(", ", play.Doubts.Select(doubt => $"{doubt.Key} {doubt.Value}"))}"));

    private sealed class Trader : IAgent
    {
        public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken) => new(WholeMarket.Trade(today));
    }
}
