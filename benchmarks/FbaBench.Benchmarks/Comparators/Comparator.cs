using FbaBench.Kernel;
using FbaBench.Market;
using FbaBench.World;

namespace FbaBench.Benchmarks;

/// <summary>
/// The kernel's hot phases beside the same rules as objects: a clean version and an ordinary one, with the same keyed draws. Every day all begin with the
/// kernel's state; after the phases every word of the state, every posting and every event must be the same. Shared listings, several seats and a laboratory's
/// switches are the kernel's alone.
/// </summary>
internal sealed class Comparator
{
    private const int MostDifferences = 10;
    private static readonly Func<MarketModel, IHotPhases>[] Both = [static rules => new Clean.CleanPhases(rules), static rules => new Ordinary.OrdinaryPhases(rules)];

    private readonly PlayedWorld _world;
    private readonly Simulation _start;
    private readonly Simulation _morning;
    private readonly HotDay _day;
    private readonly IHotPhases[] _versions;

    /// <param name="world">The world.</param>
    /// <param name="versions">The versions beside the kernel; without any, the clean and the ordinary one.</param>
    /// <exception cref="NotSupportedException">The world needs rules that only the kernel has.</exception>
    public Comparator(PlayedWorld world, params Func<MarketModel, IHotPhases>[] versions)
    {
        _world = world;
        _start = world.Start();
        _morning = world.At(PlayedWorld.FirstMeasuredDay);
        _day = new(_start.Fork());
        RefuseUnknownRules(_start.State.Model);
        _versions = [.. (versions.Length == 0 ? Both : versions).Select(version => version(_start.Rules))];
    }

    /// <summary>The kernel and the versions beside it, in the order of their pieces.</summary>
    public IReadOnlyList<string> Names => ["kernel", .. _versions.Select(version => version.Name)];

    public int Listings => _start.Listings;

    /// <summary>Compares the first days. Ends with the first day that differs.</summary>
    public Comparison Check(int days)
    {
        var differences = new List<string>();
        var kinds = new Dictionary<EventKind, int>();
        var day = _day;
        day.BeginAt(_start);
        for (var played = 0; played < days && differences.Count == 0; played++)
        {
            day.Open(_world.On(played));
            var before = day.Context.State.Copy();
            var (transfers, events) = (day.Context.Transfers.Items.Length, day.Context.Events.Items.Length);
            foreach (var version in _versions)
            {
                version.Load(day.Context);
                version.Run();
            }

            day.Run();
            foreach (var happened in day.Context.Events.Items[events..])
            {
                kinds[happened.Kind] = kinds.GetValueOrDefault(happened.Kind) + 1;
            }

            foreach (var version in _versions)
            {
                var state = before.Copy();
                version.Store(state);
                differences.AddRange(Differences(day.Context, version, state, transfers, events));
            }

            day.Close();
        }

        return new(differences, kinds);
    }

    /// <summary>
    /// Plays days for measuring: one version all days, then the next, each right after it took the day's state, so that none finds the caches full of
    /// another's objects. Pieces are numbered by day and version, the kernel first.
    /// </summary>
    /// <param name="days">Days from <see cref="PlayedWorld.FirstMeasuredDay"/> on.</param>
    /// <param name="measure">Gets the number of a piece and what to run in it.</param>
    public void Play(int days, Action<int, Action> measure)
    {
        var day = _day;
        var pieces = _versions.Length + 1;
        for (var version = 0; version < pieces; version++)
        {
            day.BeginAt(_morning);
            for (var played = 0; played < days; played++)
            {
                day.Open(_world.On(PlayedWorld.FirstMeasuredDay + played));
                var piece = (played * pieces) + version;
                if (version == 0)
                {
                    measure(piece, day.Run);
                }
                else
                {
                    _versions[version - 1].Load(day.Context);
                    measure(piece, _versions[version - 1].Run);
                    day.Run();
                }

                day.Close();
            }
        }
    }

    private static IEnumerable<string> Differences(DayContext kernel, IHotPhases version, WorldState state, int transfers, int events)
    {
        var day = $"day {kernel.Day}, {version.Name}: ";
        var model = kernel.Model;
        return StateComparison.Of(kernel.State, state, MostDifferences)
            .Select(one => $"{day}{one.Column}[{one.Index}] of {one.Owner} is {one.Other}, the kernel's is {one.Value}")
            .Concat(Sequence(day + "posting", [.. kernel.Transfers.Items[transfers..]], version.Transfers).Take(MostDifferences))
            .Concat(Sequence(day + "event", [.. kernel.Events.Items[events..]], version.Events).Take(MostDifferences))
            .Concat(Enumerable.Range(0, model.Rows).Where(row => model.PageOfRow[row] >= 0 && kernel.Prices[row] > 0 && kernel.OrganicShare[row] != version.OrganicShare(row))
                .Select(row => $"{day}organic share of {model.NameOf(row)} is {version.OrganicShare(row):R}, the kernel's is {kernel.OrganicShare[row]:R}").Take(MostDifferences));
    }

    private static IEnumerable<string> Sequence<T>(string what, IReadOnlyList<T> kernel, IReadOnlyList<T> version)
    {
        if (kernel.Count != version.Count)
        {
            yield return $"{what}s: {version.Count}, the kernel has {kernel.Count}";
        }

        for (var i = 0; i < Math.Min(kernel.Count, version.Count); i++)
        {
            if (!EqualityComparer<T>.Default.Equals(kernel[i], version[i]))
            {
                yield return $"{what} {i} is {version[i]}, the kernel's is {kernel[i]}";
            }
        }
    }

    private static void RefuseUnknownRules(WorldModel model)
    {
        if (model.Seats != 1 || model.Definition.Laboratory || model.Pages.Any(page => page.IsShared))
        {
            throw new NotSupportedException("The comparators play worlds of one seat and private-label listings, without a laboratory's switches.");
        }
    }
}

/// <summary>What came of a comparison.</summary>
/// <param name="Differences">A line each; empty when nothing differs.</param>
/// <param name="Events">How often the kernel's hot phases did each kind of thing: a rule that never ran was not compared.</param>
internal sealed record Comparison(IReadOnlyList<string> Differences, IReadOnlyDictionary<EventKind, int> Events);
