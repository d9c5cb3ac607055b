using System.Text.Json.Serialization;

namespace FbaBench;

/// <summary>What happens to goods between the supplier's door and the shelf, and after a sale went wrong.</summary>
public sealed record SupplyTerms
{
    /// <summary>Share of received units that the warehouse loses, 0 to 0.05; default 0. It pays for them when the seller claims them.</summary>
    public double LostShare { get; init; }

    /// <summary>Share of received units that arrive damaged, 0 to 0.05; default 0. They are unsellable.</summary>
    public double DamagedShare { get; init; }

    /// <summary>What an inspection of a supplier costs, 0 to 10,000 dollars; default 300, a modelling assumption.</summary>
    public Money InspectionFee { get; init; } = Money.Dollars(300);

    /// <summary>Share of defective units up to which an inspected order must be taken, 0 to 0.5; default 0.04, a modelling assumption near usual acceptance limits.</summary>
    public double ToleratedDefects { get; init; } = 0.04;

    /// <summary>Chance that a defective unit comes back, 0 to 1; default 0.7, a modelling assumption. The other buyers of one complain.</summary>
    public double DefectReturnChance { get; init; } = 0.7;

    /// <summary>Share of returned sound units that come back as if they were defective, and unsellable, 0 to 0.15; default 0 (market-parameters.json, returns/fraud_share: 0.137).</summary>
    public double FalseReturnShare { get; init; }

    /// <summary>
    /// Days from delivery to return, at least 1, held so that no unit comes back more than 45 days after its sale; null, the default, is the usual median of 12 days with a
    /// log deviation of 0.6 (market-parameters.json, returns/days_to_return_lognormal).
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LeadTime? ReturnDays { get; init; }

    /// <summary>Chance that a complaint without an answer becomes a one-star review, 0 to 1; default 0.25, a modelling assumption.</summary>
    public double UnansweredReviewChance { get; init; } = 0.25;

    /// <summary>What reworking an unsellable unit and sending it in again costs beside its removal, 0 to 100 dollars; default 2.50, a modelling assumption.</summary>
    public Money ReworkFee { get; init; } = Money.Dollars(2.50m);

    /// <summary>Share of reworked units that become sellable, 0 to 1; default 0.6, a modelling assumption.</summary>
    public double ReworkShare { get; init; } = 0.6;

    /// <summary>Days that rework takes, 1 to 45; default 21, a modelling assumption.</summary>
    public int ReworkDays { get; init; } = 21;
}

/// <summary>Where unsellable units go.</summary>
public enum DisposalPath
{
    /// <summary>To a liquidator, for at most a tenth of their landed cost and a twenty-fifth of the reference price; the removal fee is paid.</summary>
    Liquidate,

    /// <summary>To a workshop: removal and rework are paid, a share comes back as sellable stock without book value.</summary>
    Rework,
}
