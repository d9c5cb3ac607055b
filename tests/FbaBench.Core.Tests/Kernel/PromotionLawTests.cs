using CsCheck;
using FbaBench.Market;
using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench.Tests.Kernel;

public sealed class PromotionLawTests
{
    private const int Days = 150;

    /// <summary>A day's command on the one offer: raise or lower the price, start or end a promotion, stop selling and start again.</summary>
    private static readonly Gen<(int Kind, int Value, int Length)[]> Commands =
        (from kind in Gen.Int[0, 11]
         from value in Gen.Int[800, 2_600]
         from length in Gen.Int[1, 15]
         select (kind, value, length)).Array[Days * 2];

    /// <summary>
    /// Whatever the commands: never more than 14 promoted days in 60, prices at most nine tenths of the lower of reference and lowest list price of
    /// the last 30 days, fees to the cent, the list price afterwards, velocity frozen meanwhile.
    /// </summary>
    [Fact]
    [Trait("Category", "Property")]
    public void The_rules_of_promotions_hold_whatever_the_commands()
    {
        // A run in which the price was low from the start has no promotion; all of them together have many.
        var started = 0;
        Gen.Select(Commands, Gen.ULong[1, 1_000]).Sample(
            (commands, seed) =>
            {
                var simulation = Start(seed, stock: 900_000);
                var id = MarketWorlds.Offer(simulation, "p0").Id;
                var (promoted, prices) = (new List<bool>(), new List<long>());
                for (var day = 0; day < Days; day++)
                {
                    var velocity = simulation.State.Velocity[0];
                    MarketWorlds.Play(simulation, [Command(commands[2 * day], id), Command(commands[(2 * day) + 1], id)]);
                    var offer = MarketWorlds.Offer(simulation, "p0");
                    var begun = simulation.Events.ToArray().Where(happened => happened.Kind == EventKind.PromotionStarted).ToArray();
                    foreach (var start in begun)
                    {
                        var window = prices.Where((_, at) => at >= day - 30 && !promoted[at]).Where(price => price > 0).Append(2_000).Min();
                        Assert.InRange(start.Amount.Cents, 1, window * 9 / 10);
                    }

                    // Today's promotion ran over the day if a price was promoted after the commands.
                    promoted.Add(simulation.State.PromotionPrice[0] > 0);
                    prices.Add(simulation.State.Price[0]);
                    Assert.InRange(promoted.TakeLast(60).Count(day => day), 0, 14);
                    Assert.Equal(promoted[^1] ? offer.Promotion.Price : offer.Price, new Money(simulation.State.Price[0]));
                    Assert.Equal((500L * begun.Length) + (promoted[^1] ? ((offer.RevenueYesterday.Cents * 25) + 500) / 1_000 : 0), Fees(simulation));
                    Assert.True(!promoted[^1] || simulation.State.Velocity[0] == velocity, "velocity moved on a promoted day");
                    Interlocked.Add(ref started, begun.Length);
                }
            },
            iter: 40);
        Assert.True(started > 40, $"only {started} promotions began");
    }

    /// <summary>Who takes every promoted day that is allowed gets fourteen, and the next on the day when the first is sixty days ago.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Whoever_takes_all_gets_fourteen_days_in_sixty(int length)
    {
        var simulation = Start(2);
        var id = MarketWorlds.Offer(simulation, "p0").Id;
        var promoted = new List<int>();
        for (var day = 0; day < Days; day++)
        {
            MarketWorlds.Play(simulation, [new StartPromotion(id, new(1_000), length)]);
            if (simulation.State.PromotionPrice[0] > 0)
            {
                promoted.Add(day);
            }
        }

        for (var day = 0; day < Days; day++)
        {
            Assert.InRange(promoted.Count(at => at >= day && at < day + 60), 0, 14);
        }

        Assert.Equal(Enumerable.Range(0, 14), promoted.Take(14));
        Assert.Equal(60 + length - 1, promoted[14]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(14)]
    public void The_dip_lasts_as_long_as_the_promotion(int days)
    {
        var simulation = Start(3);
        var id = MarketWorlds.Offer(simulation, "p0").Id;
        MarketWorlds.Play(simulation, [new StartPromotion(id, new(1_800), days)]);
        Skip(days - 1, simulation);
        Assert.True(simulation.State.PromotionPrice[0] > 0);
        for (var day = 0; day < days + 5; day++)
        {
            Skip(1, simulation);
            Assert.Equal(day < days ? (1 - (0.3 * 0.87)) : 1, Weight(simulation), 1e-6);
        }
    }

    /// <summary>While it runs, sales at an unchanged price rise by the lift; the cut comes on top.</summary>
    [Fact]
    public void A_promotion_lifts_sales_beyond_its_price()
    {
        var simulation = Start(4);
        var means = new MeanDay(simulation);
        double Orders(int price, bool promoted) => means.Orders(simulation, state =>
        {
            MeanDay.SetPrice(state, 0, price);
            (state.PromotionPrice[0], state.PromotionLast[0]) = promoted ? (price, 99) : (0, -1);
        })[0];
        Assert.InRange(Orders(1_800, true) / Orders(1_800, false), 1.5, 2.2); // 1.87 at the reference point
        Assert.True(Orders(1_800, true) > Orders(1_900, true));
    }

    /// <summary>Starting a promotion and calling it off on the same morning costs the fee and leaves the dip of the last one as it was.</summary>
    [Fact]
    public void A_promotion_called_off_at_once_ends_no_dip()
    {
        var simulation = Start(5);
        var id = MarketWorlds.Offer(simulation, "p0").Id;
        MarketWorlds.Play(simulation, [new StartPromotion(id, new(1_700), 5)]);
        Skip(6, simulation);
        MarketWorlds.Play(simulation, [new StartPromotion(id, new(1_700), 3), new EndPromotion(id)]);
        Assert.Contains(simulation.Events.ToArray(), happened => happened.Kind == EventKind.PromotionStarted);
        Skip(2, simulation);
        Assert.Equal(1 - (0.3 * 0.87), Weight(simulation), 1e-6); // the last of five days
        Skip(1, simulation);
        Assert.Equal(1, Weight(simulation), 1e-6);
    }

    [Fact]
    public void Ending_early_gives_days_back_and_dips_for_those_that_were_promoted()
    {
        var simulation = Start(6);
        var id = MarketWorlds.Offer(simulation, "p0").Id;
        MarketWorlds.Play(simulation, [new StartPromotion(id, new(1_800), 10)]);
        Skip(1, simulation);
        MarketWorlds.Play(simulation, [new EndPromotion(id)]);
        Assert.Equal(12, MarketWorlds.Offer(simulation, "p0").Promotion.DaysLeft);
        Assert.Equal(new Money(2_000), MarketWorlds.Offer(simulation, "p0").Price);
        Skip(1, simulation);
        Assert.Equal(1 - (0.3 * 0.87), Weight(simulation), 1e-6); // the second of two days
        Skip(1, simulation);
        Assert.Equal(1, Weight(simulation), 1e-6);
    }

    /// <summary>Multiples of ten cents have a tenth in whole cents, and exactly that is allowed.</summary>
    [Fact]
    public void The_highest_promoted_price_is_nine_tenths_to_the_cent()
    {
        for (var price = 10; price <= 2_000; price += 30)
        {
            var simulation = TestWorlds.Start(MarketWorlds.World(30, MarketWorlds.Niche(stock: 90)));
            var id = MarketWorlds.Offer(simulation, "p0").Id;
            MarketWorlds.Play(simulation, [new SetPrice(id, new(price))]);
            Assert.Equal(price * 9 / 10, MarketWorlds.Offer(simulation, "p0").Promotion.HighestPrice.Cents);
        }
    }

    private static Simulation Start(ulong seed, int stock = 900_000)
    {
        var simulation = TestWorlds.Start(MarketWorlds.World(Days + 20, MarketWorlds.Niche(products: 1, stock: stock)), seed);
        MarketWorlds.Open(simulation);
        return simulation;
    }

    private static Command Command((int Kind, int Value, int Length) drawn, OfferId id) => drawn.Kind switch
    {
        0 or 1 => new SetPrice(id, new(drawn.Value)),
        2 => new SetPrice(id, new(2_000)),
        3 or 4 => new EndPromotion(id),
        5 => drawn.Length > 12 ? new CloseOffer(id) : new SetPrice(id, new(1_900)),
        _ => new StartPromotion(id, new(drawn.Value), drawn.Length),
    };

    private static long Fees(Simulation simulation) =>
        simulation.Transfers.ToArray().Where(transfer => transfer.Reason == TransferReason.PromotionFee).Sum(transfer => transfer.Amount.Cents);

    /// <summary>What a promotion's after-effect multiplied sales of the first offer by on the day played last, at the reference point's rate.</summary>
    private static double Weight(Simulation simulation)
    {
        var rules = new MarketModel(simulation.State.Model);
        return Math.Exp((Utility(simulation.State.DipLast[0]) - Utility(0)) / rules.Choice.Response[0]);

        double Utility(int dip)
        {
            var state = simulation.State.Copy();
            state.DipLast[0] = dip;
            var weights = PageWeights.Of(LaneMath.Best, rules, new(rules.World, KeyedDraws.ForWorld(simulation.Seed)));
            weights.Weigh(state, NicheRange.Of(0), simulation.Day - 1, state.Price);
            return Math.Log(weights.Of(0, 0)[0]);
        }
    }

    private static void Skip(int days, Simulation simulation)
    {
        for (var day = 0; day < days; day++)
        {
            simulation.Step([]);
        }
    }
}
