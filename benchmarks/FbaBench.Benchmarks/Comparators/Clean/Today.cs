using FbaBench.Market;
using FbaBench.Primitives;

namespace FbaBench.Benchmarks.Clean;

/// <summary>The day that is played, its draws, and the rules of the world.</summary>
internal sealed class Today(MarketModel rules)
{
    public MarketModel Rules { get; } = rules;

    public WorldDefinition Definition { get; } = rules.World.Definition;

    public KeyedDraws Draws { get; set; }

    public int Day { get; set; }

    public SimDate Date { get; set; }

    /// <summary>Months since the year 0.</summary>
    public int Month { get; set; }

    public List<SimEvent> Events { get; } = [];

    public void Tell(EventKind kind, int row = -1, int units = 0, int detail = 0, long cents = 0) =>
        Events.Add(new SimEvent(Day, kind, new Seat(0), new OfferId(row), units, detail, new Money(cents)));
}
