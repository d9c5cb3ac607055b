namespace FbaBench;

/// <summary>What commands are about: the groups among which a day's value is shared out.</summary>
public enum CommandGroup
{
    /// <summary>Prices, promotions, closing and opening of offers.</summary>
    Pricing,

    /// <summary>Orders, inspections, rejections and talks with suppliers.</summary>
    Sourcing,

    /// <summary>Campaigns.</summary>
    Advertising,

    /// <summary>Credit.</summary>
    Money,

    /// <summary>Liquidation and disposal.</summary>
    Disposal,

    /// <summary>Mail, appeals, bought reviews, forecasts, the cost of thinking, and the end of the business.</summary>
    Account,
}

/// <summary>Tells the groups of commands.</summary>
internal static class CommandGroups
{
    public const int Count = (int)CommandGroup.Account + 1;

    public static CommandGroup Of(Command command) => command switch
    {
        SetPrice or CloseOffer or StartPromotion or EndPromotion => CommandGroup.Pricing,
        PlaceOrder or InspectSupplier or RejectOrder or MakeSupplierOffer or AcceptSupplierOffer => CommandGroup.Sourcing,
        CreateCampaign or ChangeCampaign or StopCampaign => CommandGroup.Advertising,
        DrawCredit or RepayCredit => CommandGroup.Money,
        Liquidate or DisposeUnsellable => CommandGroup.Disposal,
        _ => CommandGroup.Account,
    };

    /// <summary>The commands of one decision in the groups of a coalition and of another in all others, each in its own order.</summary>
    public static Decision Mix(Decision agent, Decision reference, int coalition) => new(
    [
        .. agent.Commands.Where(command => IsIn(command, coalition)),
        .. reference.Commands.Where(command => !IsIn(command, coalition)),
    ]);

    /// <summary>Groups in which two decisions differ.</summary>
    public static IReadOnlyList<CommandGroup> Differing(Decision one, Decision other) =>
        [.. Enum.GetValues<CommandGroup>().Where(group => !Part(one, group).SequenceEqual(Part(other, group)))];

    private static bool IsIn(Command command, int coalition) => (coalition & (1 << (int)Of(command))) != 0;

    private static IEnumerable<Command> Part(Decision decision, CommandGroup group) => decision.Commands.Where(command => Of(command) == group);
}
