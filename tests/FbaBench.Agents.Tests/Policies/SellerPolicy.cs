using System.Globalization;
using FbaBench.Agents.Tests.Loopback;

namespace FbaBench.Agents.Tests.Policies;

/// <summary>
/// A seller's policy as a function of the conversation, the way a model sees it: opens what has stock at a multiple of its landed cost, orders a month of sales from the wholesaler where less than twenty days of supply are
/// left, then ends the day.
/// </summary>
internal static class SellerPolicy
{
    public static LoopbackCall[] Decide(IReadOnlyList<LoopbackMessage> conversation, int markup = 5)
    {
        if (conversation.Any(message => message.Role == "tool"))
        {
            return [LoopbackCall.With("finish", new { note = "Stock is watched." })];
        }

        var calls = new List<LoopbackCall> { LoopbackCall.With("readHistory", new { days = 3 }) };
        foreach (var row in Stock(conversation.Last(message => message.Role == "user").Text))
        {
            var (name, price, cost, onHand, inbound, supply, sold) = (row[0], row[1], decimal.Parse(row[2], CultureInfo.InvariantCulture), Whole(row[3]), Whole(row[4]), row[6], Whole(row[7]));
            if (price == "closed" && onHand > 0)
            {
                calls.Add(LoopbackCall.With("setPrice", new { offer = name, price = cost * markup }));
            }

            if (sold > 0 && inbound == 0 && decimal.TryParse(supply, NumberStyles.Float, CultureInfo.InvariantCulture, out var days) && days < 20)
            {
                calls.Add(LoopbackCall.With("placeOrder", new { offer = name, supplier = "wholesaler", units = Math.Max(50, sold) }));
            }
        }

        return [.. calls];
    }

    /// <summary>The rows of the table of stock.</summary>
    private static IEnumerable<string[]> Stock(string morning) => morning.Split("YOUR OFFERS: stock")[1].Split("\n\n")[0].Split('\n').Skip(2).Select(row => row.Split(" | ")).Where(row => row.Length == 9);

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
