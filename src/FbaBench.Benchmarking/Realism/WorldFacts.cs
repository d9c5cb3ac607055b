namespace FbaBench;

/// <summary>All facts of one world, and what the loop gain of its search ranking is made of.</summary>
/// <param name="Values">By id.</param>
/// <param name="VelocityWeight">Weight of log velocity in the search score.</param>
/// <param name="ClickExponent">Exponent of clicks by position.</param>
internal sealed record WorldFacts(IReadOnlyDictionary<string, FactValue> Values, double VelocityWeight, double? ClickExponent)
{
    /// <summary>Exponent of sales by rank; above 0 when they fall.</summary>
    public double? RankExponent => -Values["SF01"].Value;

    /// <summary>
    /// What a rise of velocity comes back as: it moves the score by the weight, sales by rank turn the score into a position, clicks by position
    /// turn that into sales. Above 1 leaders never change (economics, section 3).
    /// </summary>
    public double? LoopGain => VelocityWeight * ClickExponent / RankExponent;

    public static WorldFacts Of(WorldRun run) => new(FactTable.Of(run), run.Year.Definition.Market.Search.VelocityWeight, SearchFacts.ClickExponent(run.Year));
}
