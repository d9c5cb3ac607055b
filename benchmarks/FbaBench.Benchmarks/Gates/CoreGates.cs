using System.Diagnostics;

namespace FbaBench.Benchmarks;

/// <summary>Episodes on one core and on two: processor time is what the program answers for, wall time also what else the machine does.</summary>
internal static class CoreGates
{
    private const int Repeats = 5;
    private const int Episodes = 8;
    private const int Days = 120;

    public static IEnumerable<CheckLine> Measure(PlayedWorld world)
    {
        if (Environment.ProcessorCount < 2)
        {
            yield return GateLine.Figure("cores.efficiency", 1, "", "one processor: nothing to compare");
            yield break;
        }

        var morning = world.At(PlayedWorld.FirstMeasuredDay);
        Play(world, morning, threads: 2);
        var ones = new List<(double Wall, double Busy)>();
        var twos = new List<(double Wall, double Busy)>();
        for (var round = 0; round < Repeats; round++)
        {
            ones.Add(Play(world, morning, threads: 1));
            twos.Add(Play(world, morning, threads: 2));
        }

        var efficiency = Median(ones.Zip(twos, (one, two) => one.Busy / two.Busy));
        var wall = Median(ones.Zip(twos, (one, two) => one.Wall / two.Wall));
        yield return GateLine.AtLeast("cores.efficiency", efficiency, 0.9, "of one thread's processor time", $"{Episodes} episodes of {Days} days, each to its end on one core");
        yield return GateLine.Figure("cores.wall", wall, "x", "faster by the clock on two threads; at least 1.7 when the machine is quiet");
    }

    private static (double Wall, double Busy) Play(PlayedWorld world, Simulation morning, int threads)
    {
        using var process = Process.GetCurrentProcess();
        var busy = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        Parallel.For(0, Episodes, new ParallelOptions { MaxDegreeOfParallelism = threads }, _ =>
        {
            var simulation = morning.Fork();
            world.Play(simulation, Math.Min(PlayedWorld.FirstMeasuredDay + Days, world.Definition.Days));
        });
        process.Refresh();
        return (watch.Elapsed.TotalSeconds, (process.TotalProcessorTime - busy).TotalSeconds);
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
