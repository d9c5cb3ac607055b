namespace FbaBench;

/// <summary>SF24 to SF26: campaigns of break-even bidders.</summary>
internal static class AdvertisingFacts
{
    private const int LeastBidders = 3;
    private const double MostDifference = 0.05;

    /// <summary>
    /// SF24: clicks over impressions of all campaigns; and of every campaign the reported advertising cost of sales must be the cost per click over units per
    /// click times the price asked, within 5 %.
    /// </summary>
    public static FactValue Funnel(IReadOnlyList<CampaignTrial> campaigns) => new(
        Sample.Ratio(campaigns.Sum(campaign => (double)campaign.Figures.Clicks), campaigns.Sum(campaign => (double)campaign.Figures.Impressions)),
        campaigns.Where(campaign => campaign.Figures.Units > 0).All(IsIdentity));

    /// <summary>SF25: mean cost of a click in dollars, where three and more bid.</summary>
    public static FactValue CostPerClick(IReadOnlyList<CampaignTrial> campaigns)
    {
        var contested = campaigns.Where(campaign => campaign.Bidders >= LeastBidders).ToArray();
        return new(Sample.Ratio(contested.Sum(campaign => campaign.Figures.Spend.Cents / 100.0), contested.Sum(campaign => (double)campaign.Figures.Clicks)));
    }

    /// <summary>SF26: the highest price of a click over its bid, of all campaigns and days.</summary>
    public static FactValue PriceOverBid(IReadOnlyList<CampaignTrial> campaigns) => new(campaigns.Count == 0 ? null : campaigns.Max(campaign => campaign.PriceOverBid));

    private static bool IsIdentity(CampaignTrial campaign)
    {
        var figures = campaign.Figures;
        var costPerClick = figures.Spend.Cents / (double)figures.Clicks;
        var unitsPerClick = figures.Units / (double)figures.Clicks;
        return figures.Acos is { } acos && Math.Abs((acos / (costPerClick / (unitsPerClick * campaign.Price.Cents))) - 1) <= MostDifference;
    }
}
