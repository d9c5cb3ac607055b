using FbaBench.World;

namespace FbaBench.Tests.Kernel;

/// <summary>Who is moved by more stock, an offer that opens, another niche: only the shoppers concerned.</summary>
public sealed class LocalityTests
{
    private const int Seeds = 60;

    /// <summary>
    /// The same day with a short and with a full shelf: what the short one turned away divides over the others and leaving, and nobody else moves.
    /// </summary>
    [Fact]
    public void More_stock_moves_only_the_shoppers_that_it_serves()
    {
        var moved = 0;
        for (ulong seed = 1; seed <= Seeds; seed++)
        {
            var full = Day(seed, 900_000);
            var shorter = Day(seed, 1);
            foreach (var stock in (int[])[1, 3, 6])
            {
                var small = Day(seed, stock);
                Assert.All(Enumerable.Range(1, 7), row => Assert.True(small.Units[row] <= shorter.Units[row], "more stock sent shoppers to another offer"));
                shorter = small;
                var lost = small.Lost[0];
                Assert.Equal(full.Units[0], small.Units[0] + lost);
                Assert.InRange(lost, Math.Max(0, full.Units[0] - stock), full.Units[0]);
                Assert.Equal(full.Sessions[0], small.Sessions[0]);
                var won = 0;
                for (var row = 1; row < 8; row++)
                {
                    Assert.True(small.Units[row] >= full.Units[row], "a shorter shelf beside it cost an offer sales");
                    Assert.Equal(small.Orders[row] - full.Orders[row], small.Sessions[row] - full.Sessions[row]);
                    won += small.Units[row] - full.Units[row];
                }

                Assert.True(won <= lost, $"{won} units won by others, {lost} lost");
                moved += won;
            }
        }

        Assert.True(moved > Seeds, "nobody chose once more");
    }

    /// <summary>On a shared listing the siblings serve every shopper of an empty shelf, before any other listing.</summary>
    [Fact]
    public void Siblings_on_a_shared_listing_come_first()
    {
        var moved = 0;
        for (ulong seed = 1; seed <= Seeds; seed++)
        {
            var full = Shared(seed, 0);
            var small = Shared(seed, 1);
            var lost = small.Lost[0];
            moved += lost;
            Assert.Equal(full.Units[0], small.Units[0] + lost);
            Assert.Equal(full.Units[1] + lost, small.Units[1]); // the other seat's offer
            Assert.Equal(full.Units[2..8].ToArray(), small.Units[2..8].ToArray());
        }

        Assert.True(moved > Seeds, "no shelf was short");

        static WorldState Shared(ulong seed, int left)
        {
            var niche = MarketWorlds.Niche(products: 1, rivals: 6);
            var world = MarketWorlds.World(30, niche with { Products = [niche.Products[0] with { Shared = true, Appeal = 4 }] }) with { Seats = 2 };
            var simulation = TestWorlds.Start(world, seed);
            Leave(simulation, left);
            MarketWorlds.Open(simulation);
            return simulation.State;
        }
    }

    [Fact]
    public void Another_niche_and_another_offer_in_it_change_nothing_elsewhere()
    {
        var alone = TestWorlds.Start(MarketWorlds.World(40, MarketWorlds.Niche("pans")));
        var beside = TestWorlds.Start(MarketWorlds.World(40, MarketWorlds.Niche("aprons", products: 3), MarketWorlds.Niche("pans")));
        var richer = TestWorlds.Start(MarketWorlds.World(40, MarketWorlds.Niche("aprons", products: 4, rivals: 9, sessions: 900), MarketWorlds.Niche("pans")));
        Simulation[] worlds = [alone, beside, richer];
        for (var day = 0; day < 40; day++)
        {
            foreach (var world in worlds)
            {
                if (day == 0)
                {
                    MarketWorlds.Open(world);
                }
                else
                {
                    MarketWorlds.Play(world, day == 5 ? [new CreateCampaign(Pan(world).Id, new(200), new(5_000), 5, 30)] : []);
                }
            }

            Assert.Equal(Rows(alone), Rows(beside));
            Assert.Equal(Rows(alone), Rows(richer));
        }

        static OfferObservation Pan(Simulation world) => world.Observe(new(0)).Offers.Single(offer => offer.Name == "pans/p0");
    }

    [Fact]
    public void An_offer_that_opens_moves_only_its_niche()
    {
        var closed = TestWorlds.Start(MarketWorlds.World(40, MarketWorlds.Niche("aprons"), MarketWorlds.Niche("pans")));
        MarketWorlds.Open(closed);
        var apron = closed.Observe(new(0)).Offers.Single(offer => offer.Name == "aprons/p1").Id;
        MarketWorlds.Play(closed, [new CloseOffer(apron)]);
        var open = closed.Fork();
        var (pans, aprons) = (0, 0);
        for (var day = 0; day < 20; day++)
        {
            closed.Step([]);
            MarketWorlds.Play(open, day == 0 ? [new SetPrice(apron, new(2_000))] : []);
            Assert.Equal(Rows(closed), Rows(open));
            pans += open.State.Orders[apron.Index];
            aprons += open.State.Orders[apron.Index - 1] == closed.State.Orders[apron.Index - 1] ? 0 : 1;
        }

        Assert.True(pans > 20 && aprons > 0, "the offer that opened sold nothing, or moved nobody in its own niche");
    }

    private static WorldState Day(ulong seed, int stock)
    {
        var simulation = TestWorlds.Start(MarketWorlds.World(30, MarketWorlds.Niche()), seed);
        Leave(simulation, stock);
        MarketWorlds.Open(simulation);
        return simulation.State;
    }

    /// <summary>Leaves a number of units of the first offer on the shelf, 0 being all.</summary>
    private static void Leave(Simulation simulation, int units)
    {
        if (units > 0)
        {
            simulation.State.UnitsOwned[0] = units;
            simulation.State.LotUnits[0] = units;
        }
    }

    /// <summary>Everything public of the niche of pans, the last of its world.</summary>
    private static int[] Rows(Simulation simulation)
    {
        var state = simulation.State;
        var niche = state.Model.Niches[^1];
        return [.. Enumerable.Range(niche.FirstRow, niche.Count).SelectMany(row => new[]
        {
            state.Orders[row], state.Units[row], state.Sessions[row], state.Price[row], state.Position[row],
            state.StarCounts[row * 5], state.StarCounts[(row * 5) + 4], (int)(state.Velocity[row] * 1e6),
        })];
    }
}
