using System.Globalization;
using System.Runtime.InteropServices;
using FbaBench.World;

namespace FbaBench.Kernel;

/// <summary>Where two states of one world differ, column by column.</summary>
internal static class StateComparison
{
    public static IReadOnlyList<StateDifference> Of(WorldState one, WorldState other, int most)
    {
        var differences = new List<StateDifference>();
        foreach (var column in one.Layout.Columns)
        {
            for (var i = 0; i < column.Count && differences.Count < most; i++)
            {
                var (value, second) = (Value(one, column, i), Value(other, column, i));
                if (value != second)
                {
                    var (owner, each) = OwnerOf(one.Model, column, i);
                    differences.Add(new(column.Name, owner, each, value, second));
                }
            }
        }

        return differences.AsReadOnly();
    }

    private static string Value(WorldState state, NamedColumn column, int index)
    {
        var words = state.Block.Words[column.Offset..];
        return column.Type == typeof(int) ? MemoryMarshal.Cast<long, int>(words)[index].ToString(CultureInfo.InvariantCulture)
            : column.Type == typeof(double) ? BitConverter.Int64BitsToDouble(words[index]).ToString("R", CultureInfo.InvariantCulture)
            : words[index].ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Name of the owner of a value, and which of the owner's values it is.</summary>
    private static (string Owner, int Index) OwnerOf(WorldModel model, NamedColumn column, int index)
    {
        var owners = column.Owner switch
        {
            ColumnOwner.Niche => model.Niches.Length,
            ColumnOwner.Seat => model.Seats,
            ColumnOwner.Row => model.Rows,
            ColumnOwner.Offer => model.Own.Length,
            _ => 1,
        };
        var each = column.Count / owners;
        var owner = index / each;
        return (column.Owner switch
        {
            ColumnOwner.Niche => model.Niches[owner].Definition.Name,
            ColumnOwner.Seat => new Seat(owner).ToString(),
            ColumnOwner.Row => model.NameOf(owner) ?? "padding",
            ColumnOwner.Offer => model.Own[owner].Path,
            _ => "world",
        }, index % each);
    }
}
