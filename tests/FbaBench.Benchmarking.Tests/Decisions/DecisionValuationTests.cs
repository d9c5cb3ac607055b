using FbaBench.Tests.Economics;

namespace FbaBench.Tests.Decisions;

/// <summary>Values of decisions add up to the cent, and skill is told from luck.</summary>
public sealed class DecisionValuationTests
{
    private static readonly DecisionValueOptions Quick = new() { Futures = 0, Closely = false };

    public static TheoryData<string> References => [.. ShippedAgents.Names];

    [Theory]
    [MemberData(nameof(References))]
    public async Task Values_sum_to_score_less_the_references(string reference)
    {
        using var log = await Logs.OfAsync("first-year", "random-valid", days: 6);
        var values = await DecisionValuation.MeasureAsync(log, Quick with { Reference = reference });
        Assert.Equal(6, values.Days.Count);
        Assert.Equal(values.Score - values.ReferenceScore, new Money(values.Days.Sum(day => day.Value.Cents)));
        Assert.Equal(await Logs.ScoreAsync("first-year", reference, days: 6), values.ReferenceScore);
        Assert.Equal(await Logs.ScoreAsync("first-year", "random-valid", days: 6), values.Score);
        Assert.Contains(values.Days, day => day.Value != Money.Zero || reference == "random-valid");
    }

    /// <summary>Of the whole library, opponents and laboratories included. FBABENCH_LONG=1: sixty days against every reference.</summary>
    [Fact]
    public async Task Values_sum_in_every_scenario()
    {
        var (days, references) = LongRun.IsWhole ? (60, ShippedAgents.Names) : (3, ["base-stock"]);
        var rows = ShippedScenarios.Names.SelectMany(_ => references, (scenario, reference) => (Scenario: scenario, Reference: reference)).ToArray();
        var lines = new string[rows.Length];
        await Parallel.ForAsync(0, rows.Length, async (i, stop) =>
        {
            var (scenario, reference) = rows[i];
            using var log = await Logs.OfAsync(scenario, "random-valid", days);
            var values = await DecisionValuation.MeasureAsync(log, Quick with { Reference = reference, Threads = 1 }, cancellationToken: stop);
            var sum = new Money(values.Days.Sum(day => day.Value.Cents));
            Assert.True(values.Score - values.ReferenceScore == sum, $"{scenario}, {reference}: {values.Score} less {values.ReferenceScore} is not {sum}.");

            // Opponents would have met the reference with other decisions than those that are replayed.
            if (ShippedScenarios.Find(scenario).Opponents.Count == 0)
            {
                Assert.Equal((scenario, reference, await Logs.ScoreAsync(scenario, reference, days)), (scenario, reference, values.ReferenceScore));
            }

            lines[i] = $"{scenario,-20} {reference,-16} {values.Days.Count,4} {values.Score,14} {values.ReferenceScore,14} {sum,14}";
        });
        Evidence.Write("value-sums", string.Join('\n', [$"{"scenario",-20} {"reference",-16} {"days",4} {"score",14} {"reference's",14} {"sum of days",14}", .. lines]));
    }

    [Fact]
    public async Task The_reference_is_worth_nothing_against_itself()
    {
        using var log = await Logs.OfAsync("first-year", "tuned-seller", days: 40);
        var values = await DecisionValuation.MeasureAsync(log, Quick with { Reference = "tuned-seller" });
        Assert.All(values.Days, day => Assert.Equal(Money.Zero, day.Value));
        Assert.Equal(values.Score, values.ReferenceScore);
    }

    [Fact]
    public async Task Closely_looked_at_days_have_skill_luck_groups_and_hindsight_on_any_number_of_threads()
    {
        using var log = await Logs.OfAsync("first-year", "random-valid", days: 12);
        var options = new DecisionValueOptions { Futures = 4, Days = 3, Threads = 2 };
        var values = await DecisionValuation.MeasureAsync(log, options);
        var again = await DecisionValuation.MeasureAsync(log, options with { Threads = 1 });
        Assert.Equal(again.ToJson(), values.ToJson());
        Assert.Equal(3, values.Dearest.Count);
        foreach (var day in values.Dearest)
        {
            Assert.Equal(4, day.Skill!.Count);
            Assert.True(day.Skill.StandardDeviation > 0, "Futures differ.");
            Assert.Equal(day.Value.Cents / 100.0, day.Skill.Mean + day.Luck!.Value, 6);
            Assert.Equal(day.Value.Cents / 100.0, day.Groups.Sum(group => group.Value), 6);
            Assert.True(day.BestOther!.Value.Better >= Money.Zero);
            Assert.Contains(day.BestOther.Value.Agent, ShippedAgents.Names);
        }

        Assert.Contains("skill", values.ToText(), StringComparison.Ordinal);
        _ = System.Xml.Linq.XDocument.Parse(values.ToHtml());
    }

    [Fact]
    public async Task What_cannot_be_valued_is_said()
    {
        using var log = await Logs.OfAsync("first-year", "do-nothing", days: 5);
        Assert.Contains("1 futures asked", (await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => DecisionValuation.MeasureAsync(log, new() { Futures = 1 }))).Message, StringComparison.Ordinal);
        Assert.Contains("The world has no", (await Assert.ThrowsAsync<ArgumentException>(() => DecisionValuation.MeasureAsync(log, new() { Seat = new(1) }))).Message, StringComparison.Ordinal);
        Assert.Contains("no-such", (await Assert.ThrowsAsync<ArgumentException>(() => DecisionValuation.MeasureAsync(log, new() { Reference = "no-such" }))).Message, StringComparison.Ordinal);
        using var unfinished = await Logs.OfAsync("first-year", "do-nothing", days: 5, played: 3);
        Assert.Contains("only a finished run", (await Assert.ThrowsAsync<InvalidDataException>(() => DecisionValuation.MeasureAsync(unfinished))).Message, StringComparison.Ordinal);
    }
}
