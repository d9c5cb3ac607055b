using System.Diagnostics;
using FbaBench.Kernel;
using FbaBench.Market;

namespace FbaBench.Benchmarks;

/// <summary>Where a day's time goes: the list of phases that <see cref="Simulation.Step"/> runs, with a clock between them.</summary>
internal static class PhaseTimes
{
    private const int FirstDay = 2;
    private const int RoundsCounted = 9;
    private const int RoundsOfWarmUp = 3;

    public static IEnumerable<Figure> Measure(PlayedWorld world)
    {
        var morning = world.At(FirstDay);
        var fees = new OfferFees(morning.State.Model);
        var days = world.Definition.Days - FirstDay;
        var rounds = new double[RoundsCounted][];
        for (var round = -RoundsOfWarmUp; round < RoundsCounted; round++)
        {
            var ticks = Play(world, morning.Fork(), fees, days);
            if (round >= 0)
            {
                rounds[round] = [.. ticks.Select(t => t * 1e9 / Stopwatch.Frequency / days / morning.Listings)];
            }
        }

        var phases = DayPhases.InOrder.ToArray().Select((phase, i) => (phase.Name, Nanoseconds: Rounds.Median(rounds.Select(round => round[i])))).ToArray();
        var sum = phases.Sum(phase => phase.Nanoseconds);
        foreach (var (name, nanoseconds) in phases)
        {
            yield return new("phases", name, world.Name, nanoseconds, "ns");
            yield return new("phases", name, world.Name, 100 * nanoseconds / sum, "%");
        }
    }

    private static long[] Play(PlayedWorld world, Simulation simulation, OfferFees fees, int days)
    {
        var day = new DayContext(simulation.State, simulation.Seed, fees);
        var ticks = new long[DayPhases.InOrder.Length];
        for (var i = 0; i < days; i++)
        {
            var decisions = world.On(simulation.Day);
            day.BeginDay();
            var before = Stopwatch.GetTimestamp();
            for (var phase = 0; phase < ticks.Length; phase++)
            {
                DayPhases.InOrder[phase].Run(day, decisions);
                var after = Stopwatch.GetTimestamp();
                ticks[phase] += after - before;
                before = after;
            }
        }

        return ticks;
    }
}
