using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace FbaBench.Scenarios.Files;

/// <summary>A tree as YAML. Lists of single values stand on one line.</summary>
internal static class TreeText
{
    public static string Write(Mapping tree)
    {
        var text = new StringBuilder();
        using var writer = new StringWriter(text) { NewLine = "\n" };
        var emitter = new Emitter(writer, new EmitterSettings().WithBestWidth(160));
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        Emit(emitter, tree);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    private static void Emit(IEmitter emitter, Node node)
    {
        switch (node)
        {
            case Mapping mapping:
                emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, true, IsFlat(mapping.Entries.Select(entry => entry.Value), 4) ? MappingStyle.Flow : MappingStyle.Block));
                foreach (var (key, value) in mapping.Entries)
                {
                    Emit(emitter, key);
                    Emit(emitter, value);
                }

                emitter.Emit(new MappingEnd());
                break;
            case Sequence sequence:
                emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, true, IsFlat(sequence.Items, int.MaxValue) ? SequenceStyle.Flow : SequenceStyle.Block));
                foreach (var item in sequence.Items)
                {
                    Emit(emitter, item);
                }

                emitter.Emit(new SequenceEnd());
                break;
            case Scalar scalar:
                emitter.Emit(new YamlDotNet.Core.Events.Scalar(AnchorName.Empty, TagName.Empty, scalar.Text, scalar.IsPlain || scalar.Text.Length > 0 ? ScalarStyle.Any : ScalarStyle.DoubleQuoted, true, true));
                break;
        }
    }

    private static bool IsFlat(IEnumerable<Node> nodes, int most) => nodes.All(node => node is Scalar { Text.Length: < 40 }) && nodes.Count() <= most;
}
