using Microsoft.Extensions.AI;

namespace FbaBench.Agents.Tests.Models;

/// <summary>What an answer says of its tokens and its cost.</summary>
public sealed class TokenUsageTests
{
    [Fact]
    public void Cached_and_reasoning_tokens_are_parts_of_input_and_output()
    {
        var usage = TokenUsage.Of(new() { InputTokenCount = 100, OutputTokenCount = 30, CachedInputTokenCount = 100, ReasoningTokenCount = 30 });
        Assert.Equal(new TokenUsage(100, 100, 30, 30), usage);
        Assert.Equal(new TokenUsage(5, 0, 0, 0), TokenUsage.Of(new() { InputTokenCount = 5, OutputTokenCount = 0 }));
    }

    [Theory]
    [InlineData(null, 30, 0, 0)]
    [InlineData(100, null, 0, 0)]
    [InlineData(-1, 30, 0, 0)]
    [InlineData(100, -1, 0, 0)]
    [InlineData(100, 30, -1, 0)]
    [InlineData(100, 30, 0, -1)]
    [InlineData(100, 30, 101, 0)]
    [InlineData(100, 30, 0, 31)]
    public void What_is_missing_or_cannot_be_is_unknown_and_not_zero(int? input, int? output, int cached, int reasoning) =>
        Assert.Null(TokenUsage.Of(new() { InputTokenCount = input, OutputTokenCount = output, CachedInputTokenCount = cached, ReasoningTokenCount = reasoning }));

    [Fact]
    public void No_usage_is_unknown() => Assert.Null(TokenUsage.Of(null));

    [Fact]
    public void A_cost_is_read_where_the_service_says_one()
    {
        Assert.Equal(1_234L, ModelCost.Of(new() { AdditionalProperties = new() { [ModelCost.Property] = 1_234L } }));
        Assert.Equal(7L, ModelCost.Of(new([new(ChatRole.Assistant, "a"), new(ChatRole.Assistant, "b") { AdditionalProperties = new() { [ModelCost.Property] = 7L } }])));
        Assert.Null(ModelCost.Of(new() { AdditionalProperties = new() { [ModelCost.Property] = "1234" } }));
        Assert.Null(ModelCost.Of(new()));
    }
}
