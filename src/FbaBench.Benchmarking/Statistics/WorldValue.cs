namespace FbaBench;

/// <summary>A figure of one episode, as statistics see it: worlds are independent, repeats within a world are not.</summary>
/// <param name="World">Index of the world, from 0.</param>
/// <param name="Repeat">Index of the repeat within the world, from 0.</param>
/// <param name="Value">The figure, finite.</param>
public readonly record struct WorldValue(int World, int Repeat, double Value)
{
    /// <summary>The worlds of a sample in order of their index, each with its values in order of the repeats.</summary>
    /// <exception cref="ArgumentException">No values, one that is not finite, or a repeat that stands twice.</exception>
    internal static SortedDictionary<int, double[]> ByWorld(IEnumerable<WorldValue> values, string parameter)
    {
        ArgumentNullException.ThrowIfNull(values, parameter);
        var worlds = new SortedDictionary<int, double[]>();
        foreach (var world in values.GroupBy(value => value.World))
        {
            var ordered = world.OrderBy(value => value.Repeat).ToArray();
            for (var i = 0; i < ordered.Length; i++)
            {
                if (!double.IsFinite(ordered[i].Value))
                {
                    throw new ArgumentException($"World {world.Key}, repeat {ordered[i].Repeat} has the value {ordered[i].Value}; values are finite.", parameter);
                }

                if (i > 0 && ordered[i].Repeat == ordered[i - 1].Repeat)
                {
                    throw new ArgumentException($"World {world.Key} has repeat {ordered[i].Repeat} twice.", parameter);
                }
            }

            worlds.Add(world.Key, [.. ordered.Select(value => value.Value)]);
        }

        return worlds.Count > 0 ? worlds : throw new ArgumentException("A sample needs at least one value.", parameter);
    }
}
