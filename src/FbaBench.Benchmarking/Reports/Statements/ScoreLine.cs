namespace FbaBench;

/// <summary>Where a line of the way from revenue to score belongs, in the order of reading.</summary>
internal enum ScoreGroup
{
    /// <summary>What shoppers paid.</summary>
    Revenue,

    /// <summary>What shoppers got back.</summary>
    Refunds,

    /// <summary>What the marketplace charged, less what it gave back.</summary>
    Fees,

    /// <summary>What suppliers, carriers and customs were paid.</summary>
    Goods,

    /// <summary>What liquidators paid.</summary>
    Liquidation,

    /// <summary>Changes nothing that the score counts: moves within the seller's money, the opening, stock.</summary>
    None,
}

/// <summary>A line on the way from revenue to score.</summary>
/// <param name="Reason">Why money moved.</param>
/// <param name="Cents">By how much it raised the score, in cents; negative when it lowered it.</param>
internal readonly record struct ScoreLine(TransferReason Reason, long Cents)
{
    public ScoreGroup Group => ScoreReasons.Group(Reason);
}
