using FbaBench.Kernel;
using FbaBench.World;

namespace FbaBench.Benchmarks;

/// <summary>
/// The phases of a day that take its time, played in some way: traffic, choice and auction, serving and re-choice, fulfilment with its fees, promotion fees,
/// advertising and returns, with all their postings. A day is loaded, run and then stored; only running it is measured.
/// </summary>
internal interface IHotPhases
{
    string Name { get; }

    /// <summary>What the day posted, in order.</summary>
    IReadOnlyList<Transfer> Transfers { get; }

    /// <summary>What happened on the day, in order.</summary>
    IReadOnlyList<SimEvent> Events { get; }

    /// <summary>Takes over a world as the phases before left it.</summary>
    void Load(DayContext day);

    /// <summary>Plays the phases on what was loaded.</summary>
    void Run();

    /// <summary>Writes what the day came to over a copy of the state that was loaded.</summary>
    void Store(WorldState into);

    /// <summary>Share of a row's mean orders that the search results alone would have shown; 1 where nothing was sold through ads.</summary>
    double OrganicShare(int row);
}
