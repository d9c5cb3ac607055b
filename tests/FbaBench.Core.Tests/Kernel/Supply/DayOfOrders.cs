using CsCheck;
using static FbaBench.Tests.SupplyWorlds;

namespace FbaBench.Tests.Kernel.Supply;

/// <summary>Orders of one day, some of them rejected the same day before or after the next is placed.</summary>
internal sealed class DayOfOrders
{
    private readonly (int Units, int Reject)[] _steps;

    private DayOfOrders((int Units, int Reject)[] steps)
    {
        _steps = steps;
        Left = Play((_, _) => { }, _ => { });
    }

    /// <summary>Up to nine orders of 10 to 300 units.</summary>
    public static Gen<DayOfOrders> Any { get; } = Gen.Select(Gen.Int[10, 300], Gen.Int[0, 11]).Array[1, 9].Select(steps => new DayOfOrders(steps));

    /// <summary>Units that are not rejected.</summary>
    public int Left { get; }

    public Command[] Commands(int day)
    {
        var commands = new List<Command>();
        Play((_, units) => commands.Add(new PlaceOrder(Pan, First, units)), index => commands.Add(new RejectOrder(new(Me, day, index))));
        return [.. commands];
    }

    public override string ToString() => string.Join(" ", _steps);

    /// <summary>Every order is followed by the rejection of a standing one where its number says so.</summary>
    private int Play(Action<int, int> place, Action<int> reject)
    {
        var standing = new List<(int Index, int Units)>();
        var index = 0;
        foreach (var (units, which) in _steps)
        {
            place(index, units);
            standing.Add((index++, units));
            if (which < standing.Count)
            {
                reject(standing[which].Index);
                standing.RemoveAt(which);
                index++;
            }
        }

        return standing.Sum(order => order.Units);
    }
}
