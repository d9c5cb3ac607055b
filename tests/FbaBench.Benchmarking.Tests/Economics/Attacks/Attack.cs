namespace FbaBench.Tests.Economics;

/// <summary>Changes the commands of a seller's morning.</summary>
/// <param name="today">The morning.</param>
/// <param name="commands">What the seller would do.</param>
internal delegate IEnumerable<Command> Trick(Observation today, IReadOnlyList<Command> commands);

/// <summary>A way to get money without running the business better, tried by a seller that does everything else as another.</summary>
/// <param name="Group">What it is aimed at.</param>
/// <param name="Name">For the table.</param>
/// <param name="Trick">What it does.</param>
internal sealed record Attack(string Group, string Name, Trick Trick)
{
    /// <summary>What the seller does that it is compared with, beside the tuned rule; null: nothing.</summary>
    public Trick? Against { get; init; }

    /// <summary>Most that it may certainly bring, as a share of the score; more than the usual only where docs/evidence/attacks.md explains it.</summary>
    public double MostGain { get; init; } = 0.005;

    /// <summary>A change of the scenario, by the name of a cell of the choices; null: none.</summary>
    public string? Cell { get; init; }

    public static IReadOnlyList<Attack> All { get; } = [.. EndAttacks.All, .. MoneyAttacks.All, .. GoodsAttacks.All, .. PaperAttacks.All];

    public Tricked Attacker() => new(Trick);

    public Tricked Honest() => new(Against ?? ((_, commands) => commands));
}

/// <summary>The tuned rule with a trick.</summary>
internal sealed class Tricked(Trick trick) : IPolicy
{
    private readonly AgentPolicy _seller = new(new TunedSeller());

    /// <summary>Whether it has done something that the seller would not have.</summary>
    public bool HasActed { get; private set; }

    public List<Command> Decide(Observation today)
    {
        var plain = _seller.Decide(today);
        if (!today.IsTrading)
        {
            return plain;
        }

        List<Command> commands = [.. trick(today, plain)];
        HasActed |= !commands.SequenceEqual(plain);
        return commands;
    }
}
