using CsCheck;
using FbaBench.Market;
using FbaBench.Primitives;
using static FbaBench.Tests.SupplyWorlds;

namespace FbaBench.Tests.Kernel.Supply;

/// <summary>Proposals to a supplier that gives way by up to a fifth of its price of 4 dollars.</summary>
public sealed class NegotiationTests
{
    private const int Ladder = 400;
    private const int Worlds = 24;

    [Fact]
    public void Asks_fall_to_what_the_supplier_can_bear_and_then_it_walks_away()
    {
        for (ulong seed = 1; seed <= Worlds; seed++)
        {
            var simulation = Start(seed);
            var (reservation, patience) = Hidden(simulation);
            for (var round = 1; round <= patience; round++)
            {
                var day = simulation.Day;
                Give(simulation, Propose(reservation - 1));
                var talk = Dealings(simulation);
                Assert.Equal((Ask(simulation, round), 100, day + 7, day + 1), (talk.Ask!.Value.Cents, talk.AskUnits, talk.AskUntil, talk.TalksFrom));
                Assert.Equal(Ask(simulation, round), Assert.Single(Happened(simulation, EventKind.PriceAsked)).Amount.Cents);
            }

            Assert.Equal(reservation, Dealings(simulation).Ask!.Value.Cents);
            Give(simulation, Propose(reservation - 1));
            Assert.Null(Dealings(simulation).Ask);
            Assert.Null(Dealings(simulation).Agreed);
            Assert.Equal(patience + 60, Dealings(simulation).TalksFrom);
            Assert.Equal(reservation - 1, Assert.Single(Happened(simulation, EventKind.TalksEnded)).Amount.Cents);
        }
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(-1, false)]
    public void A_proposal_at_the_next_ask_or_above_is_taken_at_its_own_price(int above, bool isTaken)
    {
        for (ulong seed = 1; seed <= Worlds; seed++)
        {
            var simulation = Start(seed);
            var price = Math.Min(Ladder, Ask(simulation, 1) + above);
            Give(simulation, Propose(price, units: 300));
            var talk = Dealings(simulation);
            Assert.Equal(isTaken ? price : null, talk.Agreed?.Cents);
            Assert.Equal(isTaken, talk.Ask is null);
            if (isTaken)
            {
                Assert.Equal((300, 120, 121), (talk.AgreedUnits, talk.AgreedUntil, talk.TalksFrom));
            }
        }
    }

    /// <summary>Less than four fifths of what it can bear is an insult, at once and in the first round.</summary>
    [Fact]
    public void An_insult_ends_the_talks_for_sixty_days()
    {
        for (ulong seed = 1; seed <= Worlds; seed++)
        {
            var (polite, rude) = (Start(seed), Start(seed));
            var least = (long)Math.Ceiling(0.8 * Hidden(polite).Reservation);
            Give(polite, Propose(least));
            Give(rude, Propose(least - 1));
            Assert.NotNull(Dealings(polite).Ask);
            Assert.Null(Dealings(rude).Ask);
            Assert.Equal(60, Dealings(rude).TalksFrom);
            Pass(rude, 58);
            Assert.Equal(new Refusal(0, RefusalReason.NoTalks, 59, 60, 60), Refused(rude, Propose(Ladder)));
            Give(rude, Propose(Ladder));
            Assert.Equal(Ladder, Dealings(rude).Agreed!.Value.Cents);
        }
    }

    /// <summary>Deposit of three tenths, half up; the balance with a dollar inbound a unit.</summary>
    [Fact]
    public void An_agreed_price_holds_for_its_size_and_until_its_day()
    {
        var simulation = Start(1);
        var price = Ask(simulation, 1);
        Assert.InRange(price, 361, 399);
        Give(simulation, Propose(price, units: 300));
        var before = Balance(simulation, Account.Cash).Cents;
        var today = simulation.Observe(Me);
        Assert.Equal([Ladder, price, price, 360], new[] { 299, 300, 499, 500 }.Select(units => today.UnitPrice(today.Offers[0].Info, today.Offers[0].Quotes[0], units).Cents));
        Give(simulation, new PlaceOrder(Pan, First, 299), new PlaceOrder(Pan, First, 300), new PlaceOrder(Pan, First, 500));
        long[] deposits = [Deposit(299, Ladder), Deposit(300, price), Deposit(500, 360)];
        Assert.Equal(deposits.Sum(), before - Balance(simulation, Account.Cash).Cents);
        Assert.Equal(
            [(299 * 500L) - deposits[0], (300 * (price + 100)) - deposits[1], (500 * 460L) - deposits[2]],
            simulation.Observe(Me).OpenOrders.Select(order => order.Balance.Cents));

        Pass(simulation, 118);
        Assert.Equal(120, simulation.Day);
        Give(simulation, new PlaceOrder(Pan, First, 300));
        Give(simulation, new PlaceOrder(Pan, First, 300));
        Assert.Equal([(300 * (price + 100)) - Deposit(300, price), (300 * 500L) - Deposit(300, Ladder)], simulation.Observe(Me).OpenOrders.Select(order => order.Balance.Cents));

        static long Deposit(int units, long price) => (long)Math.Floor((0.3m * units * price) + 0.5m);
    }

    [Fact]
    public void An_ask_can_be_accepted_until_its_last_day_and_is_not_shown_after_it()
    {
        var (last, late) = (Start(1), Start(1));
        foreach (var simulation in (Simulation[])[last, late])
        {
            Give(simulation, Propose(Ask(simulation, 1) - 1, units: 250));
            Pass(simulation, 6);
            Assert.NotNull(Dealings(simulation).Ask);
        }

        var ask = Dealings(last).Ask;
        Assert.Equal(7, last.Day);
        Give(last, new AcceptSupplierOffer(Pan, First));
        Assert.Equal((ask, 250, 127), (Dealings(last).Agreed, Dealings(last).AgreedUnits, Dealings(last).AgreedUntil));
        Pass(late, 1);
        Assert.Null(Dealings(late).Ask);
        Assert.Equal(new Refusal(0, RefusalReason.NothingAsked, 0, 0, 0), Refused(late, new AcceptSupplierOffer(Pan, First)));
    }

    /// <summary>An agreement that is over is none: neither price nor size are shown.</summary>
    [Fact]
    public void An_agreed_price_is_not_shown_after_its_last_day()
    {
        var simulation = Start(1);
        Give(simulation, Propose(Ladder));
        Pass(simulation, 119);
        Assert.Equal((120, new Money(Ladder)), (simulation.Day, Dealings(simulation).Agreed));
        Pass(simulation, 1);
        Assert.Null(Dealings(simulation).Agreed);
        Assert.Equal((0, 0), (Dealings(simulation).AgreedUnits, Dealings(simulation).AgreedUntil));
    }

    /// <summary>Whatever is proposed and accepted on every day of a year, nobody pays less than who listened to the end once.</summary>
    [Fact]
    [Trait("Category", "Property")]
    public void No_policy_of_proposals_gets_lower_than_one_patient_negotiation() =>
        Gen.Select(Gen.ULong[1, 500], Gen.Int[60, 100].Array[365], Gen.Int[0, 9].Array[365]).Sample(
            (seed, shares, accepts) =>
            {
                var simulation = Start(seed);
                var lowest = long.MaxValue;
                for (var day = 0; day < shares.Length; day++)
                {
                    Command[] commands = accepts[day] == 0 ? [new AcceptSupplierOffer(Pan, First), Propose(Ladder * shares[day] / 100)] : [Propose(Ladder * shares[day] / 100)];
                    Give(simulation, commands);
                    lowest = Math.Min(lowest, Dealings(simulation).Agreed?.Cents ?? long.MaxValue);
                }

                Assert.True(lowest >= Patient(Start(seed)), $"{lowest} was agreed, {Patient(Start(seed))} after listening to the end");
            },
            iter: 25);

    [Fact]
    public void Who_listens_to_the_end_pays_what_the_supplier_can_bear()
    {
        for (ulong seed = 1; seed <= Worlds; seed++)
        {
            Assert.Equal(Hidden(Start(seed)).Reservation, Patient(Start(seed)));
        }
    }

    /// <summary>After the silence the same supplier asks the same again: another round of talks is no fresh draw.</summary>
    [Fact]
    public void Asking_again_brings_no_fresh_draw()
    {
        for (ulong seed = 1; seed <= 8; seed++)
        {
            var simulation = Start(seed);
            var first = Asks(simulation);
            Pass(simulation, 60);
            Assert.Equal(first, Asks(simulation));
        }

        static long[] Asks(Simulation simulation)
        {
            var asks = new List<long>();
            do
            {
                Give(simulation, Propose(Hidden(simulation).Reservation - 1));
                asks.Add(Dealings(simulation).Ask?.Cents ?? 0);
            }
            while (asks[^1] > 0);
            return [.. asks];
        }
    }

    [Fact]
    public void Orders_that_were_shipped_lower_the_price()
    {
        for (ulong seed = 1; seed <= 8; seed++)
        {
            var simulation = Start(seed);
            var newcomer = Patient(Start(seed));
            for (var order = 0; order < 4; order++)
            {
                Give(simulation, new PlaceOrder(Pan, First, 100), new PlaceOrder(Pan, First, 100));
            }

            // The orders of a day are one: splitting an order is no repeat business.
            Pass(simulation, 10);
            Assert.Equal(4, Dealings(simulation).OrdersShipped);
            var regular = Patient(simulation);
            Assert.Equal(Hidden(simulation, shipped: 4).Reservation, regular);
            Assert.InRange(regular, 0, newcomer - 1);
        }
    }

    [Fact]
    public void Refusals_say_what_would_be_right()
    {
        var simulation = Start(1);
        Assert.Equal(new Refusal(0, RefusalReason.UnknownSupplier, 1, 0, 0), Refused(simulation, new MakeSupplierOffer(Pan, new(1), 100, new(390))));
        Assert.Equal(new Refusal(0, RefusalReason.UnknownSupplier, -1, 0, 0), Refused(simulation, new AcceptSupplierOffer(Pan, new(-1))));
        Assert.Equal(new Refusal(0, RefusalReason.UnknownOffer, 1, 0, 0), Refused(simulation, new MakeSupplierOffer(new(1), First, 100, new(390))));
        Assert.Equal(new Refusal(0, RefusalReason.UnitsOutOfRange, 99, 100, 1_000_000), Refused(simulation, Propose(390, units: 99)));
        Assert.Equal(new Refusal(0, RefusalReason.UnitsOutOfRange, 1_000_001, 100, 1_000_000), Refused(simulation, Propose(390, units: 1_000_001)));
        Assert.Equal(new Refusal(0, RefusalReason.PriceOutOfRange, 0, 1, 400), Refused(simulation, Propose(0)));
        Assert.Equal(new Refusal(0, RefusalReason.PriceOutOfRange, 401, 1, 400), Refused(simulation, Propose(401)));
        Assert.Equal(new Refusal(0, RefusalReason.PriceOutOfRange, 361, 1, 360), Refused(simulation, Propose(361, units: 500)));
        Assert.Equal(new Refusal(0, RefusalReason.NothingAsked, 0, 0, 0), Refused(simulation, new AcceptSupplierOffer(Pan, First)));
        Assert.Null(Dealings(simulation).Ask);
        var day = simulation.Day;
        Assert.Equal(new Refusal(1, RefusalReason.NoTalks, day, day + 1, day + 1), Refused(simulation, Propose(Hidden(simulation).Reservation - 1), Propose(Ladder)));
        Assert.Null(Dealings(simulation).Agreed);
        Assert.Equal(new Refusal(0, RefusalReason.FixedPrices, 0, 0, 0), Refused(TestWorlds.Start(Shop()), Propose(390)));
    }

    private static Simulation Start(ulong seed) => TestWorlds.Start(Shop(Factory with { Bargain = 0.2 }, days: 400), seed);

    private static MakeSupplierOffer Propose(long cents, int units = 100) => new(Pan, First, units, new(cents));

    private static (long Reservation, int Patience) Hidden(Simulation simulation, int shipped = 0)
    {
        var draws = KeyedDraws.ForWorld(simulation.Seed);
        var offer = simulation.State.Model.Own[0];
        return (Bargaining.Reservation(draws, offer.SupplierKeys[0], offer.Product.Suppliers[0], Ladder, shipped), Bargaining.Patience(draws, offer.SupplierKeys[0]));
    }

    private static long Ask(Simulation simulation, int round) =>
        Bargaining.Ask(KeyedDraws.ForWorld(simulation.Seed), simulation.State.Model.Own[0].SupplierKeys[0], Ladder, Hidden(simulation).Reservation, round);

    /// <summary>Proposes four fifths of the ladder, which no supplier takes amiss, as long as the ask falls, and accepts the last.</summary>
    private static long Patient(Simulation simulation)
    {
        for (var round = 0; round < 4 && Dealings(simulation).Agreed is null; round++)
        {
            var (fork, before) = (simulation.Fork(), Dealings(simulation).Ask);
            Give(fork, Propose(Ladder * 8 / 10));
            if (Dealings(fork) is { Ask: null, Agreed: null } || (before is { } ask && Dealings(fork).Ask == ask))
            {
                break;
            }

            Give(simulation, Propose(Ladder * 8 / 10));
        }

        if (Dealings(simulation).Agreed is null)
        {
            Give(simulation, new AcceptSupplierOffer(Pan, First));
        }

        return Dealings(simulation).Agreed!.Value.Cents;
    }
}
