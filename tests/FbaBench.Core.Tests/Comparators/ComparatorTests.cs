using FbaBench.Benchmarks;

namespace FbaBench.Tests.Comparators;

/// <summary>The versions beside the kernel, against which its speed is stated, play the same market.</summary>
public sealed class ComparatorTests
{
    private const int Copies = 4;
    private const int Days = 60;

    /// <summary>Beyond a quarter, which is as far as the fee on low stock looks back.</summary>
    private const int LongDays = 100;

    [Fact]
    public void Versions_of_first_year_come_to_the_kernels_state_postings_and_events()
    {
        var comparison = new Comparator(ScaledFirstYear.Of(Copies)).Check(Days);

        Assert.Empty(comparison.Differences);
        Assert.Superset(
            new HashSet<EventKind> { EventKind.Sale, EventKind.StockOut, EventKind.Returned, EventKind.PromotionFee, EventKind.Advertising, EventKind.CampaignEnded, EventKind.Reworked },
            comparison.Events.Keys.ToHashSet());
    }

    [Fact]
    public void Versions_of_an_established_sellers_world_come_to_the_same()
    {
        var comparison = new Comparator(ScaledFirstYear.Established(Copies)).Check(LongDays);

        Assert.Empty(comparison.Differences);
        Assert.Contains(EventKind.LowInventory, comparison.Events.Keys);
    }

    [Fact]
    public void A_version_that_plays_nothing_is_told_apart()
    {
        var comparison = new Comparator(ScaledFirstYear.Of(copies: 1), static _ => new IdlePhases()).Check(Days);

        Assert.All(comparison.Differences, static line => Assert.StartsWith("day 0, idle: ", line, StringComparison.Ordinal));
        Assert.Contains(comparison.Differences, static line => line.Contains("Transfers[0] of world is 13,", StringComparison.Ordinal));
        Assert.Contains(comparison.Differences, static line => line.Contains("postings: 0, the kernel has ", StringComparison.Ordinal));
        Assert.Contains(comparison.Differences, static line => line.Contains("events: 0, the kernel has ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_world_of_several_seats_is_refused()
    {
        var definition = new FirstYear().Define(new WorldSeed(1)) with { Seats = 2, Days = 1 };
        var world = PlayedWorld.Record("two seats", definition, new WorldSeed(1), static () => new DoNothing(), static () => new DoNothing());

        Assert.Throws<NotSupportedException>(() => new Comparator(world));
    }
}
