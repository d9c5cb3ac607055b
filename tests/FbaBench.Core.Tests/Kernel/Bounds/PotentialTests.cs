using FbaBench.Primitives;

namespace FbaBench.Tests.Kernel.Bounds;

/// <summary>No command raises the potential on any day, and no run ends above it.</summary>
public sealed class PotentialTests
{
    [Fact]
    public void It_never_rises_in_small_worlds()
    {
        for (var world = 0; world < 6; world++)
        {
            var prepared = PreparedWorld.Of(SmallWorlds.Draw(world));
            var bound = ScoreBound.Of(prepared, new((ulong)world));
            foreach (var seller in Sellers.All)
            {
                Assert.Null(Raised(prepared.Start(new((ulong)world)), bound, world, seller));
            }
        }
    }

    [Fact]
    public void It_never_rises_where_every_mechanism_is_on()
    {
        var whole = WholeMarket.World(20, seats: 1);
        NicheDefinition[] niches =
        [
            .. whole.Niches.Select(niche => niche with
            {
                SessionsPerDay = 60,
                Products = [.. niche.Products.Where(product => !product.Shared).Take(2)],
                Rivals = [.. niche.Rivals.Where(rival => rival.Product is null)],
            }),
        ];
        var prepared = PreparedWorld.Of(whole with { Niches = niches });
        var bound = ScoreBound.Of(prepared, new(3));
        foreach (var seller in Sellers.All)
        {
            Assert.Null(Raised(prepared.Start(new(3)), bound, 3, seller));
        }
    }

    /// <summary>Each fault is found on some day of some small world: the check sees what a comparison of final scores does not.</summary>
    [Theory]
    [InlineData("coarse price cells that are not rounded outwards")]
    [InlineData("a quantile that falls where its mean rises")]
    [InlineData("a liquidator that pays more than the units cost")]
    public void Planted_faults_are_found(string fault) => Assert.NotEqual(0, PlantedFaults.Days(fault, worlds: 6).Found);

    /// <summary>A rival that asks more than its ceiling raises nothing: the bound counts rivals as not there.</summary>
    [Fact]
    public void Rivals_above_their_ceiling_do_not_raise_it() => Assert.Equal(0, PlantedFaults.Days("rivals above their ceiling", worlds: 3).Found);

    [Theory]
    [InlineData(DemandSource.Isoelastic)]
    [InlineData(DemandSource.Choice)]
    [InlineData(DemandSource.Poisson)]
    [InlineData(DemandSource.Ar1)]
    public void It_never_rises_in_laboratories_without_slack(DemandSource demand)
    {
        var world = SmallWorlds.Tight(demand, reservation: new(demand is DemandSource.Poisson or DemandSource.Ar1 ? 1_000 : 0));
        foreach (var seller in Sellers.All)
        {
            Assert.Null(Raised(world, 5, seller));
            Assert.Null(Raised(demand == DemandSource.Poisson ? world with { LaboratorySwitches = world.LaboratorySwitches! with { Shortage = ShortageRule.Backlog } } : world, 6, seller));
        }
    }

    /// <summary>
    /// The newsvendor: margin 4, carrying cost 1, Poisson demand of mean 20, order-up-to at the quantile of 4/5. Who knows the demand orders just it, and the bound is what that earns: what the potential loses a day is the value of perfect information,
    /// the cost of the newsvendor, h·E(S − D)⁺ + m·E(D − S)⁺.
    /// </summary>
    [Fact]
    public void The_newsvendor_s_gap_is_the_value_of_perfect_information()
    {
        const int Days = 100;
        var (stock, theory) = Newsvendor(20, margin: 4, carrying: 1);
        var world = PreparedWorld.Of(SmallWorlds.Tight(DemandSource.Poisson, Days, 0, new(1_000), new(100)));
        var losses = new List<double>();
        for (var number = 0; number < 40; number++)
        {
            var seed = new WorldSeed((ulong)number);
            var (simulation, bound) = (world.Start(seed), ScoreBound.Of(world, seed));
            var before = bound.Left(simulation);
            for (var day = 0; day < Days; day++)
            {
                var offer = simulation.Observe(new Seat(0)).Offers[0];
                List<Command> commands = [new SetPrice(offer.Id, new(1_000))];
                if (offer.UnitsOnHand < stock)
                {
                    commands.Add(new PlaceOrder(offer.Id, new(0), stock - offer.UnitsOnHand));
                }

                simulation.Step([new(new Seat(0), new(commands))]);
            }

            losses.Add((before - bound.Left(simulation)) / 1000.0 / Days);
        }

        var mean = losses.Average();
        var error = Math.Sqrt(losses.Sum(loss => (loss - mean) * (loss - mean)) / (losses.Count - 1) / losses.Count);
        Assert.InRange(mean, theory - (4 * error) - 0.25, theory + (4 * error) + 0.25);
        Assert.InRange(error, 0, theory / 20);
    }

    private static (int Stock, double Cost) Newsvendor(double mean, double margin, double carrying)
    {
        var chances = new double[200];
        chances[0] = Math.Exp(-mean);
        for (var i = 1; i < chances.Length; i++)
        {
            chances[i] = chances[i - 1] * mean / i;
        }

        double Cost(int stock) => chances.Select((chance, demand) => chance * ((carrying * Math.Max(0, stock - demand)) + (margin * Math.Max(0, demand - stock)))).Sum();
        var best = Enumerable.Range(0, 100).MinBy(Cost);
        return (best, Cost(best));
    }

    /// <summary>What is wrong with the potential along a run, or null.</summary>
    internal static string? Raised(WorldDefinition definition, int number, string seller)
    {
        var prepared = PreparedWorld.Of(definition);
        var seed = new WorldSeed((ulong)number);
        return Raised(prepared.Start(seed), ScoreBound.Of(prepared, seed), number, seller);
    }

    internal static string? Raised(Simulation simulation, ScoreBound bound, int number, string seller)
    {
        var draws = KeyedDraws.ForWorld(new WorldSeed((ulong)number + 1_000_000));
        var before = bound.Left(simulation);
        while (!simulation.IsOver)
        {
            simulation.Step([new(new Seat(0), Sellers.Decide(seller, simulation, draws))]);
            var after = bound.Left(simulation);
            if (after > before)
            {
                return $"world {number}, {seller}, day {simulation.Day - 1}: {before} to {after}; {string.Join(", ", simulation.Transfers.ToArray().GroupBy(one => one.Reason).Select(group => $"{group.Key} {group.Sum(one => one.Amount.Cents)}"))}";
            }

            before = after;
        }

        return simulation.Gain(new Seat(0)) <= bound.Score ? null : $"world {number}, {seller}: {simulation.Gain(new Seat(0))} above {bound.Score}";
    }
}
