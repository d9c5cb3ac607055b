using FbaBench.Kernel.Health;
using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench.Kernel.Phases;

/// <summary>
/// Reviews: orders bring them with a chance, stars from quality, delivery and expectation, some days after delivery; bought ones come over ten days and may be
/// found at the month's end, deleted and fined.
/// </summary>
internal static class ReviewPhase
{
    private const int LongestDelay = 10;
    private const int LateDays = 3;

    /// <summary>Satisfaction that a defective unit costs, on the logistic scale: nearly always one star (a modelling assumption).</summary>
    private const double DefectShift = 4;

    // 4,095 reviews of one kind on one day: 100,000 sessions, five times the traffic and every order reviewed bring fewer within their ten days.
    private const int StarBits = 12;
    private const long StarMask = (1L << StarBits) - 1;

    public static void Run(DayContext day)
    {
        if (!day.Model.Laboratory.Reviews)
        {
            return;
        }

        foreach (var offer in day.Model.Own)
        {
            Appear(day, offer);
            if (day.Date.IsMonthEnd)
            {
                Detect(day, offer);
            }
        }

        Rivals(day);
    }

    /// <summary>Days by which a late unit comes later.</summary>
    public static int Late(bool isLate) => isLate ? LateDays : 0;

    /// <summary>The review that an order will bring, if any: by sale day and ordinal of the order's first unit.</summary>
    public static void Schedule(DayContext day, OwnOffer offer, int order, int deliveryDays, bool isLate, bool isDefective, long price)
    {
        var terms = day.Definition.Market.Reviews;
        var bits = day.Draws.Bits(Mechanism.Review, offer.Key, day.Day, order);
        if (KeyedDraws.ToUniform(bits.X0) >= terms.Rate)
        {
            return;
        }

        var delay = deliveryDays + 1 + (int)(KeyedDraws.ToUniform(bits.X1) * LongestDelay);
        var stars = day.Rules.Stars.Of(KeyedDraws.ToUniform(bits.X2), Shift(terms, day.Model.PageOf(offer.Row), price) - (isDefective ? DefectShift : 0), isLate);
        Expect(day.State, offer.Index, day.Day + delay, stars);
        day.CountReview(stars, isLate);
    }

    /// <summary>Buys reviews: five stars each, over the next ten days.</summary>
    public static void Buy(DayContext day, OwnOffer offer, int count)
    {
        var before = day.State.BoughtReviews[offer.Index];
        for (var i = 0; i < count; i++)
        {
            var uniform = day.Draws.Uniform(Mechanism.BoughtReview, offer.Key, day.Day, before + i);
            Expect(day.State, offer.Index, day.Day + 1 + (int)(uniform * LongestDelay), WorldLayout.Stars);
        }

        day.State.BoughtReviews[offer.Index] += count;
    }

    private static double Shift(ReviewTerms terms, ListingPage page, long price) =>
        page.Quality - (terms.PriceExpectation * DetMath.Log(price / (double)page.ReferenceCents));

    private static void Appear(DayContext day, OwnOffer offer)
    {
        ref var coming = ref Coming(day.State, offer.Index, day.Day);
        if (coming == 0)
        {
            return;
        }

        Span<int> stars = stackalloc int[WorldLayout.Stars];
        for (var star = 0; star < stars.Length; star++)
        {
            stars[star] = (int)((coming >> (star * StarBits)) & StarMask);
        }

        coming = 0;
        var (number, sum) = Add(day, offer.Row, stars);
        day.Emit(EventKind.Reviewed, offer.Seat, offer.Row, number, sum);
    }

    private static (int Number, int Sum) Add(DayContext day, int row, ReadOnlySpan<int> stars)
    {
        var counts = day.State.StarCounts.Slice(day.Model.PageOf(row).Row * WorldLayout.Stars, WorldLayout.Stars);
        var number = 0;
        var sum = 0;
        for (var star = 0; star < WorldLayout.Stars; star++)
        {
            counts[star] += stars[star];
            number += stars[star];
            sum += (star + 1) * stars[star];
        }

        return (number, sum);
    }

    /// <summary>Found with chance 1 − (1 − p)^n by one draw a listing and month, so that no splitting gives a fresh one.</summary>
    private static void Detect(DayContext day, OwnOffer offer)
    {
        var state = day.State;
        var bought = state.BoughtReviews[offer.Index];
        if (bought == 0)
        {
            return;
        }

        var terms = day.Definition.Market.Reviews;
        var undetected = DetMath.Exp(bought * DetMath.Log(1 - terms.DetectionChance));
        if (day.Draws.Uniform(Mechanism.ReviewDetection, offer.Key, day.Month) >= 1 - undetected)
        {
            return;
        }

        Delete(day, offer, WorldLayout.Stars, bought);
        state.BoughtReviews[offer.Index] = 0;
        AccountHealthBook.Violate(day, offer.Seat, day.Definition.Health.ViolationPoints);
        day.Post(offer.Seat, TransferReason.Fine, terms.Fine.Cents, offer.Row);
        state.Available[offer.Seat] -= terms.Fine.Cents;
        day.Emit(EventKind.ReviewsFound, offer.Seat, offer.Row, bought, 0, terms.Fine.Cents);
    }

    /// <summary>Takes reviews back and returns how many: those on their way last, which are the latest.</summary>
    public static int Delete(DayContext day, OwnOffer offer, int stars, int count)
    {
        var state = day.State;
        ref var shown = ref state.StarCounts[(day.Model.PageOf(offer.Row).Row * WorldLayout.Stars) + stars - 1];
        var deleted = Math.Min(shown, count);
        shown -= deleted;
        var shift = StarBits * (stars - 1);
        for (var slot = 0; slot < WorldLayout.ReviewRingDays && deleted < count; slot++)
        {
            ref var coming = ref Coming(state, offer.Index, slot);
            var taken = (int)Math.Min((coming >> shift) & StarMask, count - deleted);
            coming -= (long)taken << shift;
            deleted += taken;
        }

        return deleted;
    }

    /// <summary>Rivals' reviews come without delay: nobody steers by them.</summary>
    private static void Rivals(DayContext day)
    {
        var rivals = day.Model.Rivals;
        var orders = day.State.Orders;
        var rate = day.Definition.Market.Reviews.Rate;
        for (var i = 0; i < rivals.Length; i++)
        {
            day.RivalMeans[i] = orders[rivals[i].Row] * rate;
        }

        day.Lanes.Uniforms(day.Draws, Mechanism.RivalReviews, day.Model.RivalKeys, day.Day, 0, day.RivalUniforms);
        day.Lanes.PoissonQuantiles(day.RivalUniforms, day.RivalMeans, day.RivalCounts);
        for (var i = 0; i < rivals.Length; i++)
        {
            if (day.RivalCounts[i] > 0)
            {
                Review(day, rivals[i], day.RivalCounts[i]);
            }
        }
    }

    private static void Review(DayContext day, RivalOffer rival, int number)
    {
        var terms = day.Definition.Market.Reviews;
        Span<int> stars = stackalloc int[WorldLayout.Stars];
        stars.Clear();
        for (var i = 0; i < number; i++)
        {
            var bits = day.Draws.Bits(Mechanism.RivalStars, rival.Key, day.Day, i);
            var isLate = KeyedDraws.ToUniform(bits.X0) < terms.LateShare;
            var given = day.Rules.Stars.Of(KeyedDraws.ToUniform(bits.X1), Shift(terms, day.Model.PageOf(rival.Row), day.State.Price[rival.Row]), isLate);
            stars[given - 1]++;
            day.CountReview(given, isLate);
        }

        Add(day, rival.Row, stars);
    }

    /// <summary>A review appears on a later day.</summary>
    public static void Expect(WorldState state, int own, int day, int stars)
    {
        ref var coming = ref Coming(state, own, day);
        var shift = (stars - 1) * StarBits;
        if (((coming >> shift) & StarMask) == StarMask)
        {
            throw new InvariantException($"More than {StarMask} reviews of {stars} stars come to one listing on one day.");
        }

        coming += 1L << shift;
    }

    /// <summary>Reviews that appear on a day, twelve bits for each number of stars.</summary>
    private static ref long Coming(WorldState state, int own, int day) => ref state.ReviewsComing[(own * WorldLayout.ReviewRingDays) + (day % WorldLayout.ReviewRingDays)];
}
