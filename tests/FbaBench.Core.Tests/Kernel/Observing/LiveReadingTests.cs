using System.Reflection;

namespace FbaBench.Tests.Kernel.Observing;

/// <summary>A live observation shows what a frozen one shows, until its day is played, and never anything else.</summary>
public sealed class LiveReadingTests
{
    private const int Days = 120;
    private static readonly Seat Seat = new(0);

    /// <summary>What never changes, and what the message about an observation that is over needs.</summary>
    private static readonly string[] Lasting = ["Seat", "Day", "Date", "Canary", "Account", "Rules", "Info", "Id", "Name", "Quotes", "BestQuote", "ReferencePrice", "Niche"];

    [Fact]
    public void A_live_observation_shows_what_a_frozen_one_shows()
    {
        var simulation = Simulation.Create(WholeMarket.World(Days), new(11));
        while (simulation.Day < Days)
        {
            var decisions = new SeatDecision[2];
            for (var seat = 0; seat < decisions.Length; seat++)
            {
                var (live, frozen) = (simulation.ObserveLive(new(seat)), simulation.Observe(new(seat)));
                Assert.Equal(ObservationJson.Write(frozen), ObservationJson.Write(live));
                Assert.Equal(frozen.Competitors, live.Competitors);
                Assert.Same(live, simulation.ObserveLive(new(seat)));
                decisions[seat] = new(new(seat), WholeMarket.Trade(live));
                Assert.Equal(WholeMarket.Trade(frozen).Commands, decisions[seat].Decision.Commands);
            }

            simulation.Step(decisions);
        }
    }

    [Fact]
    public void Once_its_day_is_played_every_part_of_it_throws()
    {
        var simulation = Simulation.Create(WholeMarket.World(Days), new(11));
        simulation.Step([new(Seat, WholeMarket.Trade(simulation.Observe(Seat)))]);
        var live = simulation.ObserveLive(Seat);
        var (offer, other, fees) = (live.Offers[0], live.Competitors[0], live.Offers[0].Fees);
        var (offers, others, storage) = (live.Offers, live.Competitors, live.StorageUtilisation);
        var (price, before) = (offer.Price, offer with { UnitsOnHand = 7 });
        _ = ObservationJson.Write(live);
        simulation.Step([]);

        AllThrow(live);
        AllThrow(offer);
        AllThrow(other);
        AllThrow(offers[0]);
        AllThrow(others[0]);
        Assert.Throws<InvalidOperationException>(() => fees.LowInventory);
        Assert.Throws<InvalidOperationException>(() => fees.AgedInventory);
        Assert.Throws<InvalidOperationException>(() => fees.Returns);
        Assert.Throws<InvalidOperationException>(() => live.LandedCost(offer.Info, offer.BestQuote, offer.BestQuote.MinimumUnits));
        Assert.Throws<InvalidOperationException>(() => ObservationJson.Write(live));

        // Records that were taken out of it, and copies, stay.
        Assert.Equal(1, live.Day);
        Assert.Equal(price, before.Price);
        Assert.Equal((7, offer.Info), (before.UnitsOnHand, before.Info));
        Assert.Equal(2, storage.Count);
        Assert.NotEmpty(before.Fees.AgedInventory.Steps);
    }

    [Fact]
    public void Only_its_own_simulation_ends_it_and_only_by_playing()
    {
        var simulation = TestWorlds.Start(TestWorlds.Mugs());
        var live = simulation.ObserveLive(Seat);
        simulation.Fork().Step([]);
        Assert.Throws<ArgumentException>(() => simulation.Step([new(new(5), Decision.None)]));
        _ = simulation.Observe(Seat);
        Assert.Same(live, simulation.ObserveLive(Seat));
        Assert.Equal(simulation.Definition.Cash, live.Cash);
        Assert.NotSame(live, simulation.Fork().ObserveLive(Seat));
        Assert.Throws<ArgumentException>(() => simulation.ObserveLive(new(5)));
    }

    [Fact]
    public void An_offer_to_which_nothing_was_given_shows_nothing()
    {
        Assert.Equal((Money.Zero, 0, null), (default(OfferObservation).Price, default(OfferObservation).UnitsOnHand, default(OfferObservation).Campaign));
        Assert.Equal(default, default(OfferObservation));
        Assert.Equal((Money.Zero, null), (default(CompetitorObservation).Price, default(CompetitorObservation).Name));
        Assert.Equal(new("mugs", "acme", new(5), "acme", default), new CompetitorObservation { Niche = "mugs", Listing = "acme", Name = "acme", Price = new(5) });
        Assert.NotEqual(new("mugs", "acme", new(5), "acme", default), new CompetitorObservation("mugs", "acme", new(6), "acme", default));
        Assert.Equal(("mugs", new Money(5)), new CompetitorObservation("mugs", "acme", new(5), "acme", default) is var (niche, _, price, _, _) ? (niche, price) : default);
    }

    private static void AllThrow(object part)
    {
        var read = 0;
        foreach (var property in part.GetType().GetProperties().Where(property => !Lasting.Contains(property.Name) && !(part is CompetitorObservation && property.Name == "Listing")))
        {
            var error = Assert.Throws<TargetInvocationException>(() => property.GetValue(part)).InnerException;
            Assert.StartsWith("The observation of day 1 was live and is over: that day is played. ", Assert.IsType<InvalidOperationException>(error).Message, StringComparison.Ordinal);
            read++;
        }

        Assert.True(read >= (part is CompetitorObservation ? 2 : 20), $"{read} of {part.GetType()}");
    }
}
