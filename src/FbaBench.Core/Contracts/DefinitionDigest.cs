namespace FbaBench;

/// <summary>The identity of a definition: the digest of its canonical JSON.</summary>
internal static class DefinitionDigest
{
    public static StateHash Of(WorldDefinition definition)
    {
        var bytes = DefinitionJson.Write(definition);
        var words = new long[(bytes.Length + 15) / 8];
        words[0] = bytes.Length;
        for (var i = 0; i < bytes.Length; i++)
        {
            words[1 + (i / 8)] |= (long)bytes[i] << (8 * (i % 8));
        }

        return StateHash.Of(words);
    }
}
