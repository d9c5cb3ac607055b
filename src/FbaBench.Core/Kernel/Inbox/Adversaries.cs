using FbaBench.World;

namespace FbaBench.Kernel.Inbox;

/// <summary>How a case ended; the numbers are columns of the state.</summary>
internal enum Reaction
{
    FellFor = 0,
    Ignored = 1,
    Reported = 2,
    Resisted = 3,
}

/// <summary>Counts how sellers met adversaries, by what they did.</summary>
internal static class Adversaries
{
    public static void Count(WorldState state, int seat, int kind, Reaction reaction) =>
        state.ReactionCounts[(((seat * WorldLayout.AdversaryKinds) + kind) * WorldLayout.ReactionKinds) + (int)reaction]++;

    public static Reactions Of(WorldState state, int seat, AdversaryKind kind)
    {
        var counts = state.ReactionCounts.Slice(((seat * WorldLayout.AdversaryKinds) + (int)kind) * WorldLayout.ReactionKinds, WorldLayout.ReactionKinds);
        return new(counts[(int)Reaction.FellFor], counts[(int)Reaction.Ignored], counts[(int)Reaction.Reported], counts[(int)Reaction.Resisted]);
    }
}
