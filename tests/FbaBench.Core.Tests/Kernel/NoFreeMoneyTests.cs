using FbaBench.Primitives;

namespace FbaBench.Tests.Kernel;

public sealed class NoFreeMoneyTests
{
    private const int WorldDays = 100_000;
    private const int MostCommands = 10_000;

    /// <summary>
    /// Absurd commands over many world-days: the engine's own audit (books, cash, lots, units) throws on a breach. A tenth
    /// runs by default; FBABENCH_LONG=1 runs all 100,000 world-days.
    /// </summary>
    [Fact]
    [Trait("Category", "Long")]
    public void Absurd_commands_keep_every_invariant()
    {
        var days = LongRun.Scale(WorldDays);
        ulong world = 0;
        for (var played = 0; played < days; world++)
        {
            var draws = KeyedDraws.ForWorld(new WorldSeed(world));
            var definition = TestWorlds.Established(TestWorlds.Mugs(days: 60 + (int)(world % 100), seats: 1 + (int)(world % 3))) with { Limits = new KernelLimits { CommandsPerDay = MostCommands } };
            var simulation = TestWorlds.Start(definition, world);
            var openingStock = Enumerable.Range(0, definition.Seats).Sum(seat => simulation.Books(new(seat)).Balance(Account.Inventory).Cents);
            while (!simulation.IsOver)
            {
                var count = simulation.Day % 97 == 50 ? MostCommands : 12;
                simulation.Step([.. Enumerable.Range(0, definition.Seats).Select(seat => new SeatDecision(new(seat), TestWorlds.Absurd(draws, simulation.Observe(new(seat)), count)))]);
                played++;
            }

            for (var seat = 0; seat < definition.Seats; seat++)
            {
                Assert.Equal(simulation.Books(new(seat)).NetWorth, simulation.Books(new(seat)).Balance(Account.Cash));
            }

            // Liquidators pay at most a quarter of what goods cost: what suppliers got and the opening stock was worth.
            var goods = simulation.CashHeldBy(CashHolder.Suppliers).Cents + openingStock;
            Assert.InRange(-simulation.CashHeldBy(CashHolder.Liquidators).Cents, 0, goods / 4);
        }
    }

    /// <summary>The audit is no ornament: a unit or a cent moved behind its back stops the day.</summary>
    [Fact]
    public void The_audit_finds_what_was_moved_behind_its_back()
    {
        Breach("units in the lots", simulation => simulation.State.LotUnits[0]++);
        Breach("inventory differs", simulation => simulation.State.LotCost[0]++);
        Breach("out of balance", simulation => simulation.State.SeatDebits[(int)Account.Cash]++);
        Breach("the receivable differs", simulation => simulation.State.Available[0]++);
        Breach("Cash is not conserved", simulation => simulation.State.WorldCredits[0]++);

        static void Breach(string law, Action<Simulation> tamper)
        {
            var simulation = TestWorlds.Start(TestWorlds.Mugs());
            TestWorlds.Play(simulation, 3);
            tamper(simulation);
            var error = Assert.Throws<InvariantException>(() => simulation.Step([]));
            Assert.Contains(law, error.Message, StringComparison.Ordinal);
            Assert.Contains("Day 3 of 'mugs' with seed 7", error.Message, StringComparison.Ordinal);
        }
    }

    /// <summary>Selling dear, cheap, everything at once or nothing: no single trick turns an empty market into money.</summary>
    [Theory]
    [InlineData(100_000_000)]
    [InlineData(1)]
    public void Extreme_prices_never_make_money(long cents)
    {
        for (ulong seed = 0; seed < 5; seed++)
        {
            var nothing = TestWorlds.Start(TestWorlds.Mugs(), seed);
            var extreme = TestWorlds.Start(TestWorlds.Mugs(), seed);
            while (!nothing.IsOver)
            {
                nothing.Step([]);
                extreme.Step([new(new(0), new([.. extreme.Observe(new(0)).Offers.Select(offer => new SetPrice(offer.Id, new(cents)))]))]);
            }

            Assert.True(extreme.Gain(new(0)) <= nothing.Gain(new(0)), $"seed {seed}: {extreme.Gain(new(0))} against {nothing.Gain(new(0))}");
        }
    }
}
