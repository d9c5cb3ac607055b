using FbaBench.Kernel;
using FbaBench.Primitives;

namespace FbaBench.Benchmarks;

/// <summary>
/// The day itself: at the machine's width against scalar code, the vectorised phases against the machine's limit, and what a fork and a hash cost beside it.
/// </summary>
internal static class KernelGates
{
    private const int Days = 12;
    private static readonly DayPhase[] Phases = DayPhases.InOrder.ToArray();
    private static readonly int Choice = Array.FindIndex(Phases, phase => phase.Name == "choice");

    public static IEnumerable<CheckLine> Measure(PlayedWorld world)
    {
        var morning = world.At(PlayedWorld.FirstMeasuredDay);
        var rules = morning.Rules;
        LaneMath[] widths = [LaneMath.Best, LaneMath.All[^1]];
        var words = morning.State.Block.Words.ToArray();
        var perDay = (widths.Length * Phases.Length) + 3;
        var pieces = Rounds.Run(Days * perDay, rounds =>
        {
            var runs = widths.Select(lanes => Begin(morning, lanes)).ToArray();
            for (var day = 0; day < Days; day++)
            {
                for (var turn = 0; turn < widths.Length; turn++)
                {
                    var width = (day + turn) % widths.Length;
                    var context = runs[width].Context;
                    var decisions = world.On(PlayedWorld.FirstMeasuredDay + day);
                    context.BeginDay();
                    rounds.Start();
                    for (var phase = 0; phase < Phases.Length; phase++)
                    {
                        Phases[phase].Run(context, decisions);
                        rounds.Stop((day * perDay) + (width * Phases.Length) + phase);
                    }
                }

                var extra = (day * perDay) + (widths.Length * Phases.Length);
                var simulation = runs[0].Simulation;
                rounds.Start();
                GC.KeepAlive(simulation.Fork());
                rounds.Stop(extra);
                GC.KeepAlive(Copy(words));
                rounds.Stop(extra + 1);
                GC.KeepAlive(StateHash.Of(simulation.State.Block.Words));
                rounds.Stop(extra + 2);
            }
        });

        var listingDays = (double)morning.Listings * Days;
        double Of(int width, int phase) => Sum(pieces, perDay, (width * Phases.Length) + phase) / listingDays;
        double Extra(int which) => Sum(pieces, perDay, (widths.Length * Phases.Length) + which) / Days;
        var day = Enumerable.Range(0, Phases.Length).Sum(phase => Of(0, phase));
        yield return GateLine.Figure("kernel.listing-days", 1e9 / day, "1/s", $"{world.Name}, {morning.Listings} listings, one thread");
        for (var phase = 0; phase < Phases.Length; phase++)
        {
            yield return GateLine.Figure($"kernel.phase.{Phases[phase].Name.Replace(' ', '-')}", Of(0, phase), "ns a listing-day", FormattableString.Invariant($"{100 * Of(0, phase) / day:0.0} % of a day"));
        }

        var limit = PhysicalLimit.Measure();
        var least = limit.OfChoice(morning.State.Model, rules.SlotAttention.Length) / morning.Listings;
        yield return GateLine.Figure("kernel.limit", least, "ns a listing-day", "traffic, choice and auction from the machine's own primitives: " + limit.Primitives);
        yield return GateLine.AtLeast("kernel.against-limit", least / Of(0, Choice), 0.25, "of the limit", "the vectorised phases: traffic, choice, auction");
        yield return GateLine.AtLeast(
            "kernel.vector-against-scalar",
            Of(1, Choice) / Of(0, Choice),
            widths[0].Width == 512 ? 2.5 : 1.6,
            "x",
            FormattableString.Invariant($"the vectorised phases at {widths[0].Width} bits and as scalar code of the same source: {Of(0, Choice):0} and {Of(1, Choice):0} ns a listing-day; the whole day {Enumerable.Range(0, Phases.Length).Sum(phase => Of(1, phase)) / day:0.00} x"));
        var nanoseconds = day * morning.Listings;
        yield return GateLine.AtMost("fork.against-copy", Extra(0) / Extra(1), 1.5, "x", FormattableString.Invariant($"{morning.StateBytes} bytes: fork {Extra(0) / 1e3:0.0} µs, plain copy {Extra(1) / 1e3:0.0} µs"));
        yield return GateLine.AtMost("fork.against-day", Extra(0) / nanoseconds, 0.5, "days", "");
        yield return GateLine.AtMost("hash.against-day", Extra(2) / nanoseconds, 1, "days", FormattableString.Invariant($"hash {Extra(2) / 1e3:0.0} µs, day {nanoseconds / 1e3:0.0} µs"));
    }

    private static (Simulation Simulation, DayContext Context) Begin(Simulation morning, LaneMath lanes)
    {
        var simulation = morning.Fork();
        return (simulation, new(simulation.State, KeyedDraws.ForWorld(simulation.Seed), simulation.Rules, lanes));
    }

    private static long[] Copy(long[] words)
    {
        var copy = new long[words.Length];
        words.AsSpan().CopyTo(copy);
        return copy;
    }

    private static double Sum(double[] pieces, int perDay, int piece) => pieces.Where((_, i) => i % perDay == piece).Sum();
}
