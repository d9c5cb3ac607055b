namespace FbaBench.Market;

/// <summary>One fee's tables, each in force from a date to a date, both included.</summary>
internal sealed class DatedTables<T>
    where T : class
{
    private readonly List<(SimDate From, SimDate? To, T Table)> _tables = [];

    /// <summary>Whether a date lies before the fee was introduced.</summary>
    public bool IsBeforeFirst(SimDate date) => _tables.Count > 0 && date < _tables[0].From;

    /// <summary>Days on which the answer may change: first days, and the days after last days.</summary>
    public IEnumerable<SimDate> Changes => _tables.SelectMany(Edges);

    /// <summary>Adds a table. The yearly files repeat tables that hold over several years: the same first day is the same table.</summary>
    public void Add(SimDate from, SimDate? to, T table)
    {
        if (_tables.Exists(entry => entry.From == from))
        {
            return;
        }

        if (_tables.Exists(entry => from <= (entry.To ?? from) && entry.From <= (to ?? entry.From)))
        {
            throw new InvalidDataException($"Two tables of one fee are in force at once from {from}.");
        }

        var later = _tables.FindIndex(entry => entry.From > from);
        _tables.Insert(later < 0 ? _tables.Count : later, (from, to, table));
    }

    /// <summary>The table in force, or null.</summary>
    public T? On(SimDate date)
    {
        foreach (var (from, to, table) in _tables)
        {
            if (from <= date && (to is null || date <= to.Value))
            {
                return table;
            }
        }

        return null;
    }

    private static IEnumerable<SimDate> Edges((SimDate From, SimDate? To, T Table) entry)
    {
        yield return entry.From;
        if (entry.To is { } to)
        {
            yield return to.AddDays(1);
        }
    }
}
