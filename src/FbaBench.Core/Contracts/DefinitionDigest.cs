namespace FbaBench;

/// <summary>The identity of a definition: the digest of its canonical JSON.</summary>
internal static class DefinitionDigest
{
    public static StateHash Of(WorldDefinition definition) => StateHash.OfBytes(DefinitionJson.Write(definition));
}
