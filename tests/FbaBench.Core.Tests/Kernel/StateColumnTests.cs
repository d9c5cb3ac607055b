using System.Reflection;
using FbaBench.Ledger;
using FbaBench.World;

namespace FbaBench.Tests.Kernel;

/// <summary>The columns of the state are frozen under the engine's version.</summary>
public sealed class StateColumnTests
{
    private static string Committed => Path.Combine(Root(), "docs", "schema", $"state-columns-{EngineVersion.Current}.txt");

    /// <summary>
    /// When this is red, states differ from those that were saved and logged: raise <see cref="EngineVersion"/>, commit the new file under its number (the message has it) and
    /// leave the old one.
    /// </summary>
    [Fact]
    [Trait("Category", "Golden")]
    public void Columns_of_the_state_are_those_of_the_version()
    {
        Assert.True(File.Exists(Committed), $"docs/schema/{Path.GetFileName(Committed)} is missing:\n{Columns()}");
        Assert.Equal(File.ReadAllText(Committed), Columns());
    }

    /// <summary>Every column in the order of its words, for 32 rows of which 8 are own offers, 2 seats, 2 niches, 3 suppliers and 10 messages.</summary>
    private static string Columns()
    {
        var layout = new WorldLayout(rows: 32, own: 8, seats: 2, niches: 2, suppliers: 3, mailSlots: 10, new KernelLimits(), new LaboratoryDefinition { Shortage = ShortageRule.Backlog, Demand = DemandSource.Ar1 }, LedgerView.Accounts, LedgerView.CashHolders);
        var columns = Of(layout).Concat(Of(layout.Forecasts)).OrderBy(column => column.Offset).ThenBy(column => column.Name, StringComparer.Ordinal);
        return $"Columns of the state, engine {EngineVersion.Current}: first word, values, type, name.\n"
            + "For 32 rows of which 8 are own offers, 2 seats, 2 niches, 3 suppliers and 10 messages; backlog and correlated demand on.\n"
            + string.Concat(columns.Select(column => $"{column.Offset,6} {column.Count,6} {column.Type,-6} {column.Name}\n"))
            + $"{layout.Words,6} words\n";
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "FbaBench.Sdk.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The tests run inside the repository.");
        }

        return folder;
    }

    private static IEnumerable<(int Offset, int Count, string Type, string Name)> Of(object columns) =>
        from property in columns.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public)
        where property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(Column<>)
        let value = property.GetValue(columns)!
        select ((int)property.PropertyType.GetProperty("Offset")!.GetValue(value)!, (int)property.PropertyType.GetProperty("Count")!.GetValue(value)!, property.PropertyType.GetGenericArguments()[0].Name, property.Name);
}
