using FbaBench.Primitives;

namespace FbaBench.World;

/// <summary>A scripted rival's offer.</summary>
internal sealed class RivalOffer(int row, int niche, string nicheName, RivalDefinition definition)
{
    public int Row { get; } = row;

    public int Niche { get; } = niche;

    public RivalDefinition Definition { get; } = definition;

    public string Path { get; } = nicheName + "/rival:" + definition.Name;

    public ulong Key { get; } = EntityKey.Of(nicheName + "/rival:" + definition.Name);

    public int FloorCents { get; } = (int)Math.Max(1, Math.Floor((definition.Ceiling.Cents * definition.FloorShare) + 0.5));
}
