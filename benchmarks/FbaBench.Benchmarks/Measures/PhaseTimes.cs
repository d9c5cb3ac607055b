using FbaBench.Kernel;
using FbaBench.Market;

namespace FbaBench.Benchmarks;

/// <summary>Where a day's time goes: the list of phases that <see cref="Simulation.Step"/> runs, with a clock between them.</summary>
internal static class PhaseTimes
{
    public static IEnumerable<Figure> Measure(PlayedWorld world)
    {
        var morning = world.At(PlayedWorld.FirstMeasuredDay);
        var rules = new MarketModel(morning.State.Model);
        var days = world.MeasuredDays;
        var phases = DayPhases.InOrder.ToArray();
        var pieces = Rounds.Run(days * phases.Length, rounds =>
        {
            var simulation = morning.Fork();
            var context = new DayContext(simulation.State, simulation.Seed, rules);
            for (var day = 0; day < days; day++)
            {
                var decisions = world.On(simulation.Day);
                context.BeginDay();
                rounds.Start();
                for (var phase = 0; phase < phases.Length; phase++)
                {
                    phases[phase].Run(context, decisions);
                    rounds.Stop((day * phases.Length) + phase);
                }
            }
        });

        var listingDays = (double)morning.Listings * days;
        var sum = pieces.Sum();
        for (var phase = 0; phase < phases.Length; phase++)
        {
            var own = pieces.Where((_, i) => i % phases.Length == phase).Sum();
            yield return new("phases", phases[phase].Name, world.Name, own / listingDays, "ns");
            yield return new("phases", phases[phase].Name, world.Name, 100 * own / sum, "%");
        }
    }
}
