namespace FbaBench;

/// <summary>The identity of a world's definition: the digest of its canonical JSON, as a run log states it.</summary>
public static class DefinitionDigest
{
    /// <summary>The digest. Equal definitions have equal digests, whoever made them and when.</summary>
    public static StateHash Of(WorldDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return StateHash.OfBytes(DefinitionJson.Write(definition));
    }
}
