using System.Globalization;
using FbaBench.Agents.Tests.Loopback;

namespace FbaBench.Agents.Tests.Policies;

/// <summary>
/// A seller's policy as a function of the conversation, the way a model sees it: opens what has stock at a multiple of its landed cost, orders a month of sales from the wholesaler where less than twenty days of supply are
/// left and a quarter of the cash pays for it, refunds who complains, then ends the day.
/// </summary>
internal static class SellerPolicy
{
    public static LoopbackCall[] Decide(IReadOnlyList<LoopbackMessage> conversation, int markup = 5, bool refunds = true)
    {
        if (conversation.Any(message => message.Role == "tool"))
        {
            return [LoopbackCall.With("finish", new { note = "Stock is watched." })];
        }

        var calls = new List<LoopbackCall> { LoopbackCall.With("readHistory", new { days = 3 }) };
        var morning = conversation.Last(message => message.Role == "user").Text;
        var cash = decimal.Parse(morning.Split("\nCash: ")[1].Split(".\n")[0], CultureInfo.InvariantCulture);
        foreach (var mail in Rows(morning, "MAIL that can be answered").Where(row => refunds && row.Length >= 9 && row[8].Contains("refund", StringComparison.Ordinal)))
        {
            calls.Add(LoopbackCall.With("reactToMail", new { mail = Whole(mail[0]), action = "refund" }));
        }

        foreach (var row in Rows(morning, "YOUR OFFERS: stock").Where(row => row.Length == 9))
        {
            var (name, price, cost, onHand, inbound, supply, sold) = (row[0], row[1], decimal.Parse(row[2], CultureInfo.InvariantCulture), Whole(row[3]), Whole(row[4]), row[6], Whole(row[7]));
            if (price == "closed" && onHand > 0)
            {
                calls.Add(LoopbackCall.With("setPrice", new { offer = name, price = cost * markup }));
            }

            if (sold > 0 && inbound == 0 && decimal.TryParse(supply, NumberStyles.Float, CultureInfo.InvariantCulture, out var days) && days < 20 && Math.Max(50, sold) * cost < cash / 4)
            {
                calls.Add(LoopbackCall.With("placeOrder", new { offer = name, supplier = "wholesaler", units = Math.Max(50, sold) }));
            }
        }

        return [.. calls];
    }

    /// <summary>The rows of a section's table, below its head.</summary>
    private static IEnumerable<string[]> Rows(string morning, string section) =>
        morning.Split("\n" + section) is [_, var text] ? text.Split("\n\n")[0].Split('\n').Skip(2).Select(row => row.Split(" | ")) : [];

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
