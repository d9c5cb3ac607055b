namespace FbaBench.Tests.Market;

/// <content>Inbound placement and returns processing.</content>
public sealed partial class FeeScheduleTests
{
    [Theory]
    [InlineData("2024-02-29", "large_standard", 0.7, InboundPlacement.Minimal, FeeAnswerKind.NotInForce, 0)]
    [InlineData("2024-03-01", "large_standard", 0.75, InboundPlacement.Minimal, FeeAnswerKind.Amount, 0.26)]
    [InlineData("2025-02-19", "large_standard", 0.76, InboundPlacement.Partial, FeeAnswerKind.Amount, 0.22)]
    [InlineData("2025-02-20", "large_standard", 3.0, InboundPlacement.Minimal, FeeAnswerKind.Amount, 0.41)]
    [InlineData("2025-02-20", "large_standard", 3.01, InboundPlacement.Partial, FeeAnswerKind.Amount, 0.36)]
    [InlineData("2025-06-01", "small_standard", 1.0, InboundPlacement.Minimal, FeeAnswerKind.Amount, 0.26)]
    [InlineData("2024-06-01", "large_bulky", 20, InboundPlacement.Minimal, FeeAnswerKind.Amount, 4.08)]
    [InlineData("2025-06-01", "large_bulky", 50, InboundPlacement.Minimal, FeeAnswerKind.Amount, 4.08)]
    [InlineData("2025-06-01", "large_bulky", 20, InboundPlacement.Partial, FeeAnswerKind.NoTable, 0)]
    [InlineData("2025-06-01", "large_bulky", 20, InboundPlacement.Optimised, FeeAnswerKind.Amount, 0)]
    [InlineData("2025-06-01", "extra_large_0_50", 40, InboundPlacement.Minimal, FeeAnswerKind.Amount, 0)]
    [InlineData("2026-02-01", "small_bulky", 20, InboundPlacement.Minimal, FeeAnswerKind.NoTable, 0)]
    [InlineData("2027-01-15", "large_standard", 1, InboundPlacement.Minimal, FeeAnswerKind.NoTable, 0)]
    public void Placement_follows_size_weight_split_and_date(string date, string tier, double pounds, InboundPlacement placement, FeeAnswerKind kind, decimal dollars)
    {
        var answer = Fees.InboundPlacementFee(SimDate.Parse(date), tier, pounds, placement);
        Assert.Equal((kind, Money.Dollars(dollars)), (answer.Kind, answer.Amount));
        Assert.Equal(kind == FeeAnswerKind.NoTable, answer.Error is not null);
    }

    [Theory]
    [InlineData("2024-05-31", "large_standard", 1, FeeAnswerKind.NotInForce, 0)]
    [InlineData("2024-06-01", "small_standard", 0.375, FeeAnswerKind.Amount, 2.12)]
    [InlineData("2025-06-01", "small_standard", 0.376, FeeAnswerKind.Amount, 2.23)]
    [InlineData("2025-06-01", "large_standard", 3, FeeAnswerKind.Amount, 3.41)]
    [InlineData("2025-06-01", "large_standard", 4.1, FeeAnswerKind.Amount, 3.81)]
    [InlineData("2025-06-01", "large_bulky", 10, FeeAnswerKind.Amount, 5.79)]
    [InlineData("2025-06-01", "extra_large_0_50", 40, FeeAnswerKind.Amount, 11.79)]
    public void A_returned_unit_pays_by_size_and_weight(string date, string tier, double pounds, FeeAnswerKind kind, decimal dollars)
    {
        var answer = Fees.ReturnsProcessing(SimDate.Parse(date), tier, pounds);
        Assert.Equal((kind, Money.Dollars(dollars)), (answer.Kind, answer.Amount));
        Assert.Throws<ArgumentException>(() => Fees.ReturnsProcessing(SimDate.Parse(date), "huge", 1));
        Assert.Throws<ArgumentException>(() => Fees.InboundPlacementFee(SimDate.Parse(date), "huge", 1, InboundPlacement.Minimal));
        Assert.Equal(FeeAnswerKind.None, FeeSchedule.None.ReturnsProcessing(SimDate.Parse(date), tier, pounds).Kind);
    }
}
