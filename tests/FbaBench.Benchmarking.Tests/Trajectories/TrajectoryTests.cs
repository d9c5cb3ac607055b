using System.Text.Json;

namespace FbaBench.Tests.Trajectories;

public sealed class TrajectoryTests
{
    [Fact]
    public async Task Days_and_postings_are_those_of_the_replayed_simulation()
    {
        var definition = new FirstYear().Define(new(5)) with { Days = 240 };
        using var log = new MemoryStream();
        var days = (await EpisodeRunner.RunAsync(new("a", definition.Name, 0), PreparedWorld.Of(definition), new(5), new GreedyRepricer(), new SessionOptions { Log = new Kept(log) }, CancellationToken.None)).Trajectory;
        log.Position = 0;
        using var reader = RunLogReader.Open(log);
        var simulation = Simulation.Create(definition, new(5));
        var postings = new Dictionary<TransferReason, long>();
        Post();
        var arrivals = 0;
        var orders = 0;
        foreach (var logged in reader.Days)
        {
            var day = simulation.Day;
            simulation.Step([.. logged.Decisions]);
            Post();
            foreach (var item in simulation.Events)
            {
                arrivals += item.Kind == EventKind.OrderReceived ? 1 : 0;
                orders += item.Kind == EventKind.OrderPlaced ? 1 : 0;
            }

            var evening = simulation.Observe(new(0));
            Assert.Equal(simulation.Books(new(0)).NetWorth.Cents, days.NetWorthCents[day]);
            Assert.Equal(evening.Cash.Cents, days.CashCents[day]);
            Assert.Equal(simulation.Summary(new(0)).UnitsOnHand, days.StockUnits[day]);
            Assert.Equal(evening.Offers.Select(offer => offer.UnitsOnHand), days.Offers.Select(offer => offer.UnitsOnHand[day]));
            Assert.Equal(evening.Offers.Select(offer => (int)offer.Price.Cents), days.Offers.Select(offer => offer.PriceCents[day]));
            Assert.Equal(evening.Offers.Select(offer => offer.UnitsYesterday), days.Offers.Select(offer => offer.UnitsSold[day]));
            Assert.Equal(evening.Offers.Select(offer => offer.LostYesterday), days.Offers.Select(offer => offer.UnitsLost[day]));
            foreach (var niche in days.Niches)
            {
                var lowest = evening.Competitors.Where(other => other.Niche == niche.Name && other.Price > Money.Zero).Min(other => other.Price.Cents);
                Assert.Equal(lowest, niche.LowestRivalCents[day]);
            }
        }

        Assert.Equal(definition.Days + 105, days.NetWorthCents.Count);
        Assert.Equal(postings.OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value)), days.Postings.Select(series => (series.Reason, series.Total.Cents)));
        Assert.All(days.Postings, series => Assert.Equal(12, series.CentsByMonth.Count));
        Assert.Equal((orders, arrivals), (days.Events.Count(item => item.Kind == EventKind.OrderPlaced), days.Events.Count(item => item.Kind == EventKind.OrderReceived)));
        Assert.True(orders > 10 && arrivals > 10);
        Assert.Equal(days.Events.Select(item => item.Day).Order(), days.Events.Select(item => item.Day));

        void Post()
        {
            foreach (var transfer in simulation.Transfers)
            {
                postings[transfer.Reason] = postings.GetValueOrDefault(transfer.Reason) + transfer.Amount.Cents;
            }
        }
    }

    [Theory]
    [InlineData("base-stock")]
    [InlineData("greedy-repricer")]
    [InlineData("random-valid")]
    public async Task A_year_of_twelve_products_is_read_back_from_at_most_sixty_kilobytes(string agent)
    {
        var definition = new FirstYear().Define(new(1));
        var days = (await EpisodeRunner.RunAsync(new(agent, definition.Name, 0), PreparedWorld.Of(definition), new(1), ShippedAgents.Factory(agent)(), new SessionOptions(), CancellationToken.None)).Trajectory;
        Assert.Equal(12, days.Offers.Count);
        var json = JsonSerializer.SerializeToUtf8Bytes(days);
        var back = JsonSerializer.Deserialize<EpisodeTrajectory>(json)!;
        Assert.Equal(json, JsonSerializer.SerializeToUtf8Bytes(back));
        Assert.Equal(days.NetWorthCents, back.NetWorthCents);
        Assert.Equal(days.Offers[7].PriceCents, back.Offers[7].PriceCents);
        Assert.Equal(days.Events, back.Events);
        Assert.Equal(days.Start, back.Start);
        Assert.InRange(json.Length, 10_000, 60_000);
    }

    [Fact]
    public async Task Of_many_offers_the_best_are_kept_and_the_sums_are_of_all()
    {
        var niche = new FirstYear().Define(new(2)).Niches[0];
        var products = Enumerable.Range(0, 20).Select(i => niche.Products[0] with { Name = $"p{i:00}", Appeal = 1 + (i % 7), OpeningStock = 200, OpeningUnitCost = Money.Dollars(2) }).ToArray();
        var definition = new FirstYear().Define(new(2)) with { Days = 30, Niches = [niche with { Products = products }] };
        var episode = await EpisodeRunner.RunAsync(new("a", definition.Name, 0), PreparedWorld.Of(definition), new(2), new Opener(), new SessionOptions(), CancellationToken.None);
        var days = episode.Trajectory;
        Assert.Equal((20, EpisodeTrajectory.MostOffers), (days.OffersInWorld, days.Offers.Count));
        Assert.Equal(days.Offers.Select(offer => offer.Name).Order(StringComparer.Ordinal), days.Offers.Select(offer => offer.Name));
        Assert.Equal(episode.Result.Revenue, days.Posted(TransferReason.Sale));
        Assert.InRange(days.Offers.Sum(offer => offer.UnitsSold.Sum()), (episode.Result.UnitsSold * 12 / 20) + 1, episode.Result.UnitsSold - 1);
    }

    [Fact]
    public async Task Refusals_of_a_day_are_one_event_that_counts_them()
    {
        var definition = new FirstYear().Define(new(2)) with { Days = 3 };
        var days = (await EpisodeRunner.RunAsync(new("a", definition.Name, 0), PreparedWorld.Of(definition), new(2), new Wrong(), new SessionOptions(), CancellationToken.None)).Trajectory;
        Assert.Equal([(0, 4), (1, 4), (2, 4)], days.Events.Where(item => item.Kind == EventKind.CommandRefused).Select(item => (item.Day, item.Units)));
    }

    [Theory]
    [InlineData("[1,2,3,4]")]
    [InlineData("[1,2,3,4,5,6]")]
    [InlineData("[1,99,3,4,5]")]
    [InlineData("[1,2,3,4,\"5\"]")]
    public void An_event_that_is_none_is_refused(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<TrajectoryEvent>(json));

    [Theory]
    [InlineData("[5,-2,[3],0,7]", "5 3 3 3 3 3 10")]
    [InlineData("[[4]]", "0 0 0 0")]
    [InlineData("[]", "")]
    public void A_series_is_a_first_value_differences_and_runs(string json, string expected)
    {
        var offer = JsonSerializer.Deserialize<NicheTrajectory>($"{{\"Name\":\"mugs\",\"LowestRivalCents\":{json}}}")!;
        Assert.Equal(expected, string.Join(' ', offer.LowestRivalCents));
    }

    [Theory]
    [InlineData("5")]
    [InlineData("[1.5]")]
    [InlineData("[[2]]")]
    [InlineData("[[3,1]]")]
    [InlineData("[\"1\"]")]
    [InlineData("[[99999999999]]")]
    public void A_series_that_is_none_is_refused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<NicheTrajectory>($"{{\"Name\":\"mugs\",\"LowestRivalCents\":{json}}}"));

    /// <summary>Opens every offer at its reference price.</summary>
    private sealed class Opener : IAgent
    {
        public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken) =>
            new(today.Day > 0 ? Decision.None : new Decision([.. today.Offers.Select(offer => new SetPrice(offer.Id, offer.ReferencePrice))]));
    }

    /// <summary>Gives four commands a day for an offer that there is not.</summary>
    private sealed class Wrong : IAgent
    {
        public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken) =>
            new(new Decision([.. Enumerable.Repeat(new SetPrice(new(9999), Money.Dollars(10)), 4)]));
    }

    /// <summary>Writes through to a stream that outlives the session.</summary>
    private sealed class Kept(MemoryStream log) : MemoryStream
    {
        protected override void Dispose(bool disposing)
        {
            if (disposing && CanRead)
            {
                log.Write(ToArray());
            }

            base.Dispose(disposing);
        }
    }
}
