using FbaBench.Kernel.Bounds;
using FbaBench.Primitives;

namespace FbaBench.Tests.Kernel.Bounds;

/// <summary>Runs with a fault in the bound or in the market, and on how many days the check finds it.</summary>
internal static class PlantedFaults
{
    public static readonly string[] All =
    [
        "coarse price cells that are not rounded outwards", "a quantile that falls where its mean rises", "a liquidator that pays more than the units cost", "rivals above their ceiling",
    ];

    /// <summary>Days on which the potential rose, of all that were played.</summary>
    public static (int Found, int All, int RunsAbove) Days(string fault, int worlds)
    {
        var (found, all, above) = (0, 0, 0);
        for (var world = 0; world < worlds; world++)
        {
            // Where the bound leaves slack a fault hides in it: two of three worlds leave none.
            var prepared = PreparedWorld.Of((world % 3) switch
            {
                0 => SmallWorlds.Draw(world),
                1 => SmallWorlds.Tight(DemandSource.Isoelastic),
                _ => SmallWorlds.Tight(DemandSource.Choice),
            });
            var seed = new WorldSeed((ulong)world);
            var bound = ScoreBound.Of(prepared, seed, fault switch
            {
                "coarse price cells that are not rounded outwards" => new() { CellWidth = 1, RoundsOutwards = false },
                "a quantile that falls where its mean rises" => new() { FallsFrom = 0.5 },
                _ => new(),
            });
            foreach (var seller in Sellers.All)
            {
                var (runFound, runAll, isAbove) = Run(prepared.Start(seed), bound, world, seller, fault);
                (found, all, above) = (found + runFound, all + runAll, above + (isAbove ? 1 : 0));
            }
        }

        return (found, all, above);
    }

    private static (int Found, int All, bool IsAbove) Run(Simulation simulation, ScoreBound bound, int world, string seller, string fault)
    {
        var draws = KeyedDraws.ForWorld(new WorldSeed((ulong)world + 1_000_000));
        var (found, all) = (0, 0);
        while (!simulation.IsOver)
        {
            var before = bound.Left(simulation);
            if (fault == "rivals above their ceiling")
            {
                foreach (var rival in simulation.State.Model.Rivals)
                {
                    simulation.State.Price[rival.Row] = 100_000_000;
                }
            }

            simulation.Step([new(new Seat(0), Sellers.Decide(seller, simulation, draws))]);
            if (fault == "a liquidator that pays more than the units cost")
            {
                var paid = simulation.Transfers.ToArray().Where(one => one.Reason == TransferReason.LiquidationCost).Sum(one => one.Amount.Cents);
                simulation.Context.Post(0, TransferReason.Liquidation, 2 * paid);
            }

            found += bound.Left(simulation) > before ? 1 : 0;
            all++;
        }

        return (found, all, simulation.Gain(new Seat(0)) > bound.Score);
    }
}
