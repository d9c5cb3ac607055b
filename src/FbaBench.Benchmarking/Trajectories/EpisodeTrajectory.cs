using System.Text.Json.Serialization;

namespace FbaBench;

/// <summary>
/// An episode day by day, run-off included: one entry a day in every series, read at the day's end. As JSON the daily series
/// are written as a first value and differences, with [n] for n days without a change, so that a year of twelve products stays within about 60 kB.
/// </summary>
public sealed record EpisodeTrajectory
{
    /// <summary>Most offers of which the days are kept: those with the highest revenue.</summary>
    public const int MostOffers = 12;

    /// <summary>Date of day 0.</summary>
    [JsonConverter(typeof(DateText))]
    public required SimDate Start { get; init; }

    /// <summary>Decision days of the world; the run-off follows them, or the day of insolvency.</summary>
    public required int DecisionDays { get; init; }

    /// <summary>Net worth (cash, receivables, deposits and stock at cost, less dues), in cents.</summary>
    [JsonConverter(typeof(Differences<long>))]
    public required IReadOnlyList<long> NetWorthCents { get; init; }

    /// <summary>Cash, in cents.</summary>
    [JsonConverter(typeof(Differences<long>))]
    public required IReadOnlyList<long> CashCents { get; init; }

    /// <summary>Units on hand, all offers together.</summary>
    [JsonConverter(typeof(Differences<int>))]
    public required IReadOnlyList<int> StockUnits { get; init; }

    /// <summary>Offers that the seller has in this world; <see cref="Offers"/> keeps at most <see cref="MostOffers"/> of them.</summary>
    public required int OffersInWorld { get; init; }

    /// <summary>The offers with the highest revenue, in the world's order.</summary>
    public required IReadOnlyList<OfferTrajectory> Offers { get; init; }

    /// <summary>The other sellers in the niches of <see cref="Offers"/>, in order of their names.</summary>
    public required IReadOnlyList<NicheTrajectory> Niches { get; init; }

    /// <summary>Everything posted in the seller's book: a series for every reason that occurred, in order of the reasons.</summary>
    public required IReadOnlyList<PostedAmounts> Postings { get; init; }

    /// <summary>What happened, in order; see <see cref="TrajectoryEvent"/> for what is kept.</summary>
    public required IReadOnlyList<TrajectoryEvent> Events { get; init; }

    /// <summary>Everything posted for a reason, opening included; zero when it did not occur.</summary>
    public Money Posted(TransferReason reason)
    {
        var sum = Money.Zero;
        foreach (var series in Postings)
        {
            sum += series.Reason == reason ? series.Total : Money.Zero;
        }

        return sum;
    }
}

/// <summary>The days of an own offer.</summary>
/// <param name="Name">Niche and product, for example <c>mugs/blue-mug</c>.</param>
/// <param name="Niche">The niche.</param>
public sealed record OfferTrajectory(string Name, string Niche)
{
    /// <summary>Own price in cents; 0 while closed.</summary>
    [JsonConverter(typeof(Differences<int>))]
    public required IReadOnlyList<int> PriceCents { get; init; }

    /// <summary>Sellable units at the day's end.</summary>
    [JsonConverter(typeof(Differences<int>))]
    public required IReadOnlyList<int> UnitsOnHand { get; init; }

    /// <summary>Units sold on the day.</summary>
    [JsonConverter(typeof(Differences<int>))]
    public required IReadOnlyList<int> UnitsSold { get; init; }

    /// <summary>Units that shoppers wanted on the day and did not find.</summary>
    [JsonConverter(typeof(Differences<int>))]
    public required IReadOnlyList<int> UnitsLost { get; init; }
}

/// <summary>The other sellers of a niche.</summary>
/// <param name="Name">The niche.</param>
public sealed record NicheTrajectory(string Name)
{
    /// <summary>The lowest price of another seller on sale, in cents; 0 when there was none.</summary>
    [JsonConverter(typeof(Differences<int>))]
    public required IReadOnlyList<int> LowestRivalCents { get; init; }
}

/// <summary>What was posted for a reason.</summary>
/// <param name="Reason">Why.</param>
/// <param name="CentsByMonth">Cents in each calendar month, the first being that of day 0; all at least 0.</param>
public sealed record PostedAmounts(
    [property: JsonConverter(typeof(JsonStringEnumConverter<TransferReason>))] TransferReason Reason,
    IReadOnlyList<long> CentsByMonth)
{
    /// <summary>All months together.</summary>
    [JsonIgnore]
    public Money Total => new(CentsByMonth.Sum());
}

/// <summary>
/// Something that happened to the seller. Kept are orders placed, received and cancelled, stock-outs, payouts, dues, late fees,
/// insolvency, start of the run-off, liquidations and settlement; refusals that follow each other on a day are one entry. As
/// JSON an array of day, kind, offer, units and cents.
/// </summary>
/// <param name="Day">Day, from 0.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Offer">Index in <see cref="EpisodeTrajectory.Offers"/>; −1 when it concerns no offer or one that is not kept.</param>
/// <param name="Units">Units; of refusals the number of commands, of a stock-out the units that lacked.</param>
/// <param name="Cents">Money as the kind says, in cents, or 0.</param>
[JsonConverter(typeof(EventRow))]
public readonly record struct TrajectoryEvent(int Day, EventKind Kind, int Offer, int Units, long Cents);
