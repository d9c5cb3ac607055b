using FbaBench.Kernel;
using FbaBench.Primitives;

namespace FbaBench.Benchmarks;

/// <summary>
/// The day itself: at the machine's width against scalar code, the vectorised phases against the machine's limit, and what a fork and a hash cost beside it.
/// </summary>
internal static class KernelGates
{
    private const int Days = 24;
    private const int Copies = 8;
    private static readonly DayPhase[] Phases = DayPhases.InOrder.ToArray();
    private static readonly int Choice = Array.FindIndex(Phases, phase => phase.Name == "choice");

    public static IEnumerable<CheckLine> Measure(PlayedWorld world)
    {
        var morning = world.At(PlayedWorld.FirstMeasuredDay);
        var rules = morning.Rules;
        LaneMath[] widths = [LaneMath.Best, LaneMath.All[^1]];
        var perDay = widths.Length * Phases.Length;
        var limit = new PhysicalLimit();
        var pieces = Rounds.Run((Days * perDay) + (3 * Copies) + PhysicalLimit.Count, rounds =>
        {
            limit.Play(rounds, (Days * perDay) + (3 * Copies));
            for (var width = 0; width < widths.Length; width++)
            {
                Play(world, morning, widths[width], (day, phase) => rounds.Stop((day * perDay) + (width * Phases.Length) + phase), rounds.Start);
            }

            Copy(world, morning, (copy, kind) => rounds.Stop((Days * perDay) + (3 * copy) + kind), rounds.Start);
        });

        var listingDays = (double)morning.Listings * Days;
        double Of(int width, int phase) => Enumerable.Range(0, Days).Sum(day => pieces[(day * perDay) + (width * Phases.Length) + phase]) / listingDays;
        double Extra(int which) => Enumerable.Range(0, Copies).Sum(copy => pieces[(Days * perDay) + (3 * copy) + which]) / Copies;
        var day = Enumerable.Range(0, Phases.Length).Sum(phase => Of(0, phase));
        yield return GateLine.Figure("kernel.listing-days", 1e9 / day, "1/s", $"{world.Name}, {morning.Listings} listings, one thread");
        for (var phase = 0; phase < Phases.Length; phase++)
        {
            yield return GateLine.Figure($"kernel.phase.{Phases[phase].Name.Replace(' ', '-')}", Of(0, phase), "ns a listing-day", FormattableString.Invariant($"{100 * Of(0, phase) / day:0.0} % of a day"));
        }

        limit.Take(pieces.AsSpan((Days * perDay) + (3 * Copies)));
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

    private static void Play(PlayedWorld world, Simulation morning, LaneMath lanes, Action<int, int> stop, Action start)
    {
        var simulation = morning.Fork();
        var context = new DayContext(simulation.State, KeyedDraws.ForWorld(simulation.Seed), simulation.Rules, lanes);
        for (var day = 0; day < Days; day++)
        {
            context.BeginDay();
            start();
            for (var phase = 0; phase < Phases.Length; phase++)
            {
                Phases[phase].Run(context, world.On(PlayedWorld.FirstMeasuredDay + day));
                stop(day, phase);
            }
        }
    }

    /// <summary>A fork, a copy of as many bytes and a hash of a world that has just played a day; days between are not measured.</summary>
    private static void Copy(PlayedWorld world, Simulation morning, Action<int, int> stop, Action start)
    {
        var simulation = morning.Fork();
        for (var copy = 0; copy < Copies; copy++)
        {
            simulation.Step(world.On(simulation.Day));
            start();
            GC.KeepAlive(simulation.Fork());
            stop(copy, 0);
            GC.KeepAlive(simulation.State.Block.Words.ToArray());
            stop(copy, 1);
            GC.KeepAlive(StateHash.Of(simulation.State.Block.Words));
            stop(copy, 2);
        }
    }
}
