using FbaBench.Kernel;
using FbaBench.Kernel.Bounds;
using FbaBench.Kernel.Phases;
using FbaBench.Market;
using FbaBench.Primitives;

namespace FbaBench;

/// <summary>
/// What no seller can exceed in a world, whatever it knows: a dual potential, the worth of a state plus the most that every day left can earn, which no command raises on any day (docs/bounds.md has construction and proof). And what no seller exceeds on average that cannot foresee
/// the draws of shoppers. Worlds of one seat; computed once, from the definition and the seed alone.
/// </summary>
public sealed class ScoreBound
{
    private readonly long[] _leastCost;
    private readonly long[] _left;
    private readonly long[][] _margins;

    private ScoreBound(WorldSeed seed, long[] leastCost, long[] left, long[][] margins, long opening, double mean, long cash)
    {
        (Seed, _leastCost, _left, _margins) = (seed, leastCost, left, margins);
        // A part of a cent counts as a whole one.
        opening = (opening + Potential.PartsOfCent - 1) / Potential.PartsOfCent;
        Score = new(checked(opening + left[0] - cash));
        Fluid = new((long)Math.Ceiling(opening + mean - cash));
    }

    /// <summary>The world's seed.</summary>
    public WorldSeed Seed { get; }

    /// <summary>The score that nobody exceeds in this world, clairvoyants included.</summary>
    public Money Score { get; }

    /// <summary>The mean score that nobody exceeds who cannot foresee the draws of shoppers; traffic, shocks and lead times may be known.</summary>
    public Money Fluid { get; }

    /// <summary>Why a world has no bound, or null.</summary>
    /// <exception cref="ArgumentNullException">No world.</exception>
    public static string? Refusal(PreparedWorld world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var model = world.Model;
        return model.Seats > 1 ? "several seats are played, and a score depends on who else plays"
            : model.Laboratory.SupplyChain is not null ? "a supply chain's sales are orders of the stage below, not of shoppers"
            : world.Rules.SlotAttention.Length > 0 && model.Niches.Any(niche => niche.EndOwn - niche.FirstOwn > 2) ? "three or more own offers share a niche with sponsored slots: what one of them sends another has no useful bound"
            : model.Own.Any(offer => model.PageOf(offer.Row).IsShared) ? "an own offer stands on a shared listing: shoppers who look past the featured offer are not held back by its price"
            : null;
    }

    /// <summary>The bound of a world.</summary>
    /// <exception cref="ArgumentException">It has none; <see cref="Refusal"/> says why.</exception>
    public static ScoreBound Of(PreparedWorld world, WorldSeed seed)
    {
        ArgumentNullException.ThrowIfNull(world);
        return Of(world, seed, new());
    }

    internal static ScoreBound Of(PreparedWorld world, WorldSeed seed, BoundFaults faults)
    {
        if (Refusal(world) is { } refusal)
        {
            throw new ArgumentException($"The world has no bound: {refusal}.", nameof(world));
        }

        var idle = world.Start(seed);
        var model = world.Model;
        var least = model.Own.Select(offer => BoundTerms.LeastCost(offer)).ToArray();
        var opening = Potential.Of(idle, least, new long[model.Own.Length]);
        var caps = new OfferCap[idle.TotalDays][];
        var reviews = model.Own.Select(offer => (double)model.PageOf(offer.Row).OpeningReviews + Contracts.OfferRules.MostReviews).ToArray();
        var noise = new double[model.Own.Length];
        for (var day = 0; day < caps.Length; day++)
        {
            // What a day's shoppers come from depends on no seller: a run in which nobody decides shows it.
            idle.Step([]);
            caps[day] = Day(idle.Context, least, reviews, noise, faults);
        }

        return Sum(world, seed, least, opening, caps);
    }

    /// <summary>What a state is worth at most when the run is over, tenths of a cent. It never rises.</summary>
    internal long Left(Simulation simulation) => checked(Potential.Of(simulation, _leastCost, _margins[simulation.Day]) + (Potential.PartsOfCent * _left[simulation.Day]));

    private static OfferCap[] Day(DayContext day, long[] least, double[] reviews, double[] noise, BoundFaults faults)
    {
        var model = day.Model;
        var caps = new OfferCap[model.Own.Length];
        for (var n = 0; n < model.Niches.Length; n++)
        {
            var niche = model.Niches[n];
            var sessions = ChoicePhase.Sessions(day, n);
            var season = Season.Odds(niche.Definition, day.Date);
            var spread = day.Rules.SlotAttention.Length == 0 ? 1 : 2 / day.Rules.Choice.Depth[niche.EndPage - niche.FirstPage - 1];
            for (var own = niche.FirstOwn; own < niche.EndOwn; own++)
            {
                var offer = model.Own[own];
                var cap = new DayCap(day, niche, offer, least[own]) { Faults = faults };
                if (model.Laboratory.Demand == DemandSource.Choice)
                {
                    caps[own] = cap.Choice(sessions, season, reviews[own], spread);
                    reviews[own] += caps[own].Reviews + (model.HasAdversaries ? day.Definition.Adversaries.ReviewsOfAttack : 0);
                }
                else
                {
                    var uniform = day.Draws.Uniform(Mechanism.StandingDemand, offer.Key, day.Day, 0);
                    noise[own] = model.Laboratory.Demand == DemandSource.Ar1 ? StandingDemand.Noise(model.Laboratory, noise[own], uniform, day.Day == 0) : 0;
                    caps[own] = cap.Standing(sessions, uniform, noise[own]);
                }
            }
        }

        return caps;
    }

    private static ScoreBound Sum(PreparedWorld world, WorldSeed seed, long[] least, long opening, OfferCap[][] caps)
    {
        var waits = world.Model.Laboratory.Shortage == ShortageRule.Backlog;
        var left = new long[caps.Length + 1];
        var margins = new long[caps.Length + 1][];
        margins[^1] = new long[least.Length];
        var mean = 0.0;
        for (var day = caps.Length - 1; day >= 0; day--)
        {
            margins[day] = [.. caps[day].Select((cap, own) => Math.Max(cap.Margin, margins[day + 1][own]))];
            left[day] = left[day + 1];
            for (var own = 0; own < least.Length; own++)
            {
                var cap = caps[day][own];
                var (most, middle) = waits && cap.Margin > 0 ? (Later(cap.Most, cap.Margin, margins[day][own]), cap.Mean / cap.Margin * margins[day][own]) : (cap.Most, cap.Mean);
                left[day] = checked(left[day] + most);
                mean += middle;
            }
        }

        return new(seed, least, left, margins, opening, mean, world.Definition.Cash.Cents);
    }

    /// <summary>Who waits may be served on a day that earns more.</summary>
    private static long Later(long most, long margin, long later) => (long)(((Int128)most * later / margin) + 1);
}
