using System.Globalization;

namespace FbaBench.Scenarios.Files;

/// <summary>
/// Lays one tree over another. Values and lists replace; keys go over keys; keys over a list of named things go to the things of these names, <c>each</c> to all of them;
/// nothing (<c>null</c>) takes away; <c>like</c> adds a thing that is otherwise like one of the list; <c>times</c> and <c>plus</c> change the number that is there.
/// </summary>
internal static class Overlay
{
    public const string Each = "each";
    public const string NameKey = "name";
    public const string LikeKey = "like";
    private const string Times = "times";
    private const string Plus = "plus";

    /// <exception cref="ScenarioFileException">What is to be changed is not there, or no number.</exception>
    public static Node Lay(Node? under, Node over) => over switch
    {
        Mapping change when IsChange(change) => Change(under, change),
        Mapping keys when under is Mapping below && !Draw.IsDraw(keys) && !Draw.IsDraw(below) => Keys(below, keys),
        Mapping keys when under is Sequence list && !Draw.IsDraw(keys) => Named(list, keys),
        _ => over,
    };

    /// <summary>A mapping of nothing but times and plus.</summary>
    public static bool IsChange(Mapping node) => node.Entries.Count > 0 && node.Entries.All(entry => entry.Key.Text is Times or Plus);

    private static Mapping Keys(Mapping under, Mapping over)
    {
        var entries = under.Entries.ToList();
        foreach (var (key, value) in over.Entries)
        {
            if (key.Text == Each)
            {
                for (var i = 0; i < entries.Count; i++)
                {
                    entries[i] = entries[i] with { Value = Lay(entries[i].Value, value) };
                }

                continue;
            }

            var at = entries.FindIndex(entry => entry.Key.Text == key.Text);
            if (value is Scalar { IsNull: true })
            {
                entries.RemoveAll(entry => entry.Key.Text == key.Text);
            }
            else if (at < 0)
            {
                entries.Add(new(key, Lay(null, value)));
            }
            else
            {
                entries[at] = new(key, Lay(entries[at].Value, value));
            }
        }

        return new(over.Place, entries);
    }

    private static Sequence Named(Sequence under, Mapping over)
    {
        var items = under.Items.ToList();
        foreach (var (key, value) in over.Entries)
        {
            if (key.Text == Each)
            {
                for (var i = 0; i < items.Count; i++)
                {
                    items[i] = Lay(items[i], value);
                }

                continue;
            }

            var at = items.FindIndex(item => NameOf(item) == key.Text);
            if (value is Scalar { IsNull: true })
            {
                _ = at >= 0 ? items.Remove(items[at]) : throw key.Error($"there is no '{key.Shown}' to take away; there are {Names(items)}.");
            }
            else if (at >= 0)
            {
                items[at] = Lay(items[at], value);
            }
            else if (value is Mapping copy && copy[LikeKey] is { } like)
            {
                items.Add(Lay(Copy(items, like, key), new Mapping(copy.Place, [.. copy.Entries.Where(entry => entry.Key.Text != LikeKey)])));
            }
            else if (value is Mapping fresh && (fresh[NameKey] is not null || items.TrueForAll(item => NameOf(item) is not null)))
            {
                items.Add(WithName(key, fresh));
            }
            else
            {
                throw key.Error($"this list has nothing called '{key.Shown}'; write a whole list, or the names that are there: {Names(items)}.");
            }
        }

        return new(under.Place, items);
    }

    /// <summary>The thing under a key, with the key for its name.</summary>
    public static Mapping WithName(Scalar key, Mapping thing)
    {
        if (thing[NameKey] is not { } name)
        {
            return new(thing.Place, [new(new(key.Place, NameKey), new Scalar(key.Place, key.Text, isPlain: false)), .. thing.Entries]);
        }

        return name is Scalar { Text: var text } && text == key.Text ? thing : throw name.Error($"the name differs from the key above, '{key.Shown}'; leave it out.");
    }

    /// <summary>The thing that another is like, under that one's name.</summary>
    private static Mapping Copy(IReadOnlyList<Node> items, Node like, Scalar name)
    {
        var model = like is Scalar { IsNull: false } named ? items.FirstOrDefault(item => NameOf(item) == named.Text) : null;
        return model is Mapping thing
            ? new(like.Place, [.. thing.Entries.Select(entry => entry.Key.Text == NameKey ? new Entry(entry.Key, new Scalar(name.Place, name.Text, isPlain: false)) : entry)])
            : throw like.Error($"there is no '{(like as Scalar)?.Shown}' here that '{name.Shown}' could be like; there are {Names(items)}.");
    }

    private static string? NameOf(Node item) => ((item as Mapping)?[NameKey] as Scalar)?.Text;

    private static string Names(IEnumerable<Node> items)
    {
        string[] names = [.. items.Select(NameOf).OfType<string>().Take(20)];
        return names.Length == 0 ? "none" : string.Join(", ", names);
    }

    private static Node Change(Node? under, Mapping change)
    {
        return under switch
        {
            null or Scalar { IsNull: true } => throw change.Error("there is no value here to change; write the value itself."),
            Scalar number => Changed(number, change),
            Sequence list => new Sequence(change.Place, [.. list.Items.Select(item => Change(item, change))]),
            Mapping draw when Draw.IsDraw(draw) => Draw.Changed(draw, change),
            _ => throw change.Error("what is here is no number; name the value that is to change."),
        };
    }

    private static Scalar Changed(Scalar number, Mapping change)
    {
        if (!decimal.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            throw change.Error($"'{number.Shown}' ({number.Place}) is no number that could be changed.");
        }

        try
        {
            foreach (var (key, by) in change.Entries)
            {
                value = key.Text == Times ? value * Number(by) : value + Number(by);
            }
        }
        catch (OverflowException error)
        {
            throw new ScenarioFileException(change.Place.File, change.Place.Line, "the number becomes too large.", error);
        }

        return new(change.Place, value.ToString("0.############################", CultureInfo.InvariantCulture), isComputed: true);
    }

    private static decimal Number(Node node) =>
        node is Scalar scalar && decimal.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : throw node.Error("a number is needed here.");
}
