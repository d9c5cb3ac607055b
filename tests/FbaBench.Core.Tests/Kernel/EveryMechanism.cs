using FbaBench.Primitives;

namespace FbaBench.Tests.Kernel;

/// <summary>A world with every mechanism of the market on, and sellers who use all of them.</summary>
internal static class EveryMechanism
{
    public const int Seats = 2;
    private static readonly KeyedDraws Draws = KeyedDraws.ForWorld(new WorldSeed(99));

    public static WorldDefinition World(int days = 130)
    {
        var pans = MarketWorlds.Niche("pans", products: 2, rivals: 0, stock: 120) with
        {
            Rivals =
            [
                MarketWorlds.Rival("hold"),
                MarketWorlds.Rival("follow") with { Policy = RivalPolicy.Follow, StockOutChance = 0.4 },
                MarketWorlds.Rival("under") with { Policy = RivalPolicy.Undercut, EntryDay = 20 },
                MarketWorlds.Rival("cycle") with { Policy = RivalPolicy.Cycle, ExitDay = 70 },
                MarketWorlds.Rival("slow") with { Fulfilment = FulfilmentChannel.Seller, ExtraDeliveryDays = 3, Quality = -1 },
            ],
        };
        var aprons = MarketWorlds.Niche("aprons", products: 1, rivals: 4, stock: 60);
        aprons = aprons with
        {
            Products = [aprons.Products[0] with { Shared = true, ReturnRate = 0.1 }],
            Rivals = [.. aprons.Rivals, MarketWorlds.Rival("reseller") with { Product = "p0", Policy = RivalPolicy.Undercut }],
        };
        return MarketWorlds.World(days, pans, aprons) with
        {
            Seats = Seats,
            Fees = FeePolicy.Published,
            DealEvents = [new("spring", new(2025, 3, 1), new(2025, 3, 4), 2.5)],
            Market = new() { Reviews = new() { Rate = 0.05 } },
        };
    }

    /// <summary>Commands of a seat on a day: a function of day and seat alone.</summary>
    public static IReadOnlyList<Command> Commands(int day, int seat, IReadOnlyList<OfferId> offers)
    {
        var commands = new List<Command>();
        for (var i = 0; i < offers.Count; i++)
        {
            var bits = Draws.Bits(Mechanism.Agent, (ulong)seat, day, i);
            if (day == 0)
            {
                commands.Add(new SetPrice(offers[i], new(1_950 + (bits.X1 % 100))));
            }

            Command? command = (bits.X0 % 16) switch
            {
                0 => new SetPrice(offers[i], new(1_700 + (bits.X1 % 600))),
                1 => new CreateCampaign(offers[i], new(20 + (bits.X1 % 300)), new(1_000 + (bits.X2 % 4_000)), day, Math.Min(day + 20, 129)),
                2 => new ChangeCampaign(offers[i], new(30 + (bits.X1 % 200)), new(2_000), Math.Min(day + 9, 129)),
                3 => bits.X1 % 3 == 0 ? new StopCampaign(offers[i]) : null,
                4 => new StartPromotion(offers[i], new(1_300 + (bits.X1 % 500)), 1 + (int)(bits.X2 % 7)),
                5 => bits.X1 % 3 == 0 ? new EndPromotion(offers[i]) : null,
                6 => new BuyReviews(offers[i], 1 + (int)(bits.X1 % 3)),
                7 or 8 => new PlaceOrder(offers[i], new(1), 10 + (int)(bits.X1 % 60)),
                9 => bits.X1 % 8 == 0 ? new Liquidate(offers[i], 3) : null,
                _ => null,
            };
            if (command is not null)
            {
                commands.Add(command);
            }
        }

        return commands;
    }

    public static SeatDecision[] Decisions(Simulation simulation) =>
        [.. Enumerable.Range(0, Seats).Select(seat => new SeatDecision(new(seat), new(Commands(simulation.Day, seat, Offers(simulation, seat)))))];

    /// <summary>The offers of a seat, as its observation lists them.</summary>
    public static OfferId[] Offers(Simulation simulation, int seat) =>
        [.. simulation.State.Model.Own.Where(offer => offer.Seat == seat).Select(offer => new OfferId(offer.Row))];
}
