using System.Text.Json;

namespace FbaBench;

/// <summary>beer_game: the supply game week by week, and what each stage pays.</summary>
internal static class SupplyGameKind
{
    public static void Run(CertifyEntry entry, ExampleFields fields)
    {
        var forced = fields.Whole("forced_start_weeks", 0, SupplyGame.Weeks);
        var costs = fields.List("stage_costs", 0, 1e9);
        var trajectory = fields.Has("trajectory") ? Trajectory(entry, fields) : null;
        fields.RefuseUnread();
        if (costs.Length != SupplyGame.Stages)
        {
            throw new ExampleException($"stage_costs has {costs.Length} numbers; the game has {SupplyGame.Stages} stages.");
        }

        var game = SupplyGame.Play(forced);
        for (var stage = 0; stage < costs.Length; stage++)
        {
            entry.Exact($"stage_costs[{stage}]", "world", costs[stage], game.Costs[stage], unit: "money");
        }

        if (trajectory is not null)
        {
            Weeks(entry, trajectory, game);
        }
    }

    /// <summary>The trajectory itself, or that of the file which the entry names.</summary>
    private static ExampleFields Trajectory(CertifyEntry entry, ExampleFields fields)
    {
        if (fields.IsObject("trajectory"))
        {
            return fields.Object("trajectory");
        }

        var name = fields.Text("trajectory");
        var text = entry.Companion(name) ?? throw new ExampleException($"trajectory names the file '{name}', which is not there; it stands beside the file of vectors, and its name has no folder.");
        try
        {
            using var document = JsonDocument.Parse(text);
            return new(document.RootElement.Clone(), name);
        }
        catch (JsonException error)
        {
            throw new ExampleException($"'{name}' is no JSON: {error.Message}");
        }
    }

    private static void Weeks(CertifyEntry entry, ExampleFields trajectory, (SupplyWeek[] Weeks, double[] Costs) game)
    {
        if (trajectory.Has("cost"))
        {
            var costs = trajectory.List("cost", 0, 1e9);
            entry.Holds("trajectory.cost", "world", costs.SequenceEqual(game.Costs), $"played {string.Join(", ", game.Costs)}; listed {string.Join(", ", costs)}");
        }

        var rows = trajectory.Objects("rows");
        trajectory.RefuseUnread();
        if (rows.Length == 0)
        {
            throw new ExampleException("trajectory has no rows.");
        }

        foreach (var row in rows)
        {
            var week = row.Whole("week", 1, SupplyGame.Weeks);
            var (stock, backlog, order) = (row.List("inv", 0, 1e9), row.List("backlog", 0, 1e9), row.List("order", 0, 1e9));
            row.RefuseUnread();
            var played = game.Weeks[week - 1];
            var isSame = Same(stock, played.Stock) && Same(backlog, played.Backlog) && Same(order, played.Order);
            entry.Holds($"week[{week}]", "world", isSame, $"played stock {Text(played.Stock)}, backlog {Text(played.Backlog)}, orders {Text(played.Order)}" + (isSame ? "" : $"; listed {Text(stock)}, {Text(backlog)}, {Text(order)}"));
        }
    }

    private static bool Same(double[] listed, int[] played) => listed.SequenceEqual(played.Select(units => (double)units));

    private static string Text<T>(T[] numbers) => string.Join(' ', numbers);
}
