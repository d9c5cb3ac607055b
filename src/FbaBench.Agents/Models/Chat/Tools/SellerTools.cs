using System.Text.Json;
using Microsoft.Extensions.AI;

namespace FbaBench.Agents.Models;

/// <summary>The tools of a seller: reading, which changes nothing, taking back, finishing, and every command.</summary>
internal static class SellerTools
{
    public const string ReadSection = "readSection";
    public const string ReadOffer = "readOffer";
    public const string ReadHistory = "readHistory";
    public const string ReadDecision = "readDecision";
    public const string TakeBack = "takeBack";
    public const string Finish = "finish";

    /// <summary>All tools, the same on every day.</summary>
    public static IReadOnlyList<AITool> All { get; } =
    [
        Tool(ReadSection, "Shows a section of this morning's observation in full, by the beginning of its title.", """{"type":"object","properties":{"title":{"type":"string","description":"The beginning of the title, for example FEES or COMPETITORS."}},"required":["title"],"additionalProperties":false}"""),
        Tool(ReadOffer, "Shows everything about one of your offers as JSON: fees, stock by age, suppliers' quotes, campaign, listing.", """{"type":"object","properties":{"offer":{"type":"string","description":"Its name, niche/product."}},"required":["offer"],"additionalProperties":false}"""),
        Tool(ReadHistory, "Shows your own figures of past days: cash, units sold, revenue.", """{"type":"object","properties":{"days":{"type":"integer","minimum":1,"maximum":400,"description":"How many of the last days."}},"required":["days"],"additionalProperties":false}"""),
        Tool(ReadDecision, "Shows the commands taken so far today and the cash that they leave.", """{"type":"object","properties":{},"additionalProperties":false}"""),
        Tool(TakeBack, "Takes the last command of today back.", """{"type":"object","properties":{},"additionalProperties":false}"""),
        .. CommandTools.All,
        Tool(Finish, "Ends the day. What was taken until now is done.", """{"type":"object","properties":{"note":{"type":"string","description":"A note to yourself for later days: what you saw, expect and plan. At most 1,000 characters."}},"required":["note"],"additionalProperties":false}"""),
    ];

    /// <summary>Names of all tools.</summary>
    public static IReadOnlySet<string> Names { get; } = All.Select(tool => tool.Name).ToHashSet(StringComparer.Ordinal);

    private static AIFunctionDeclaration Tool(string name, string description, string schema) => AIFunctionFactory.CreateDeclaration(name, description, JsonElement.Parse(schema));
}
