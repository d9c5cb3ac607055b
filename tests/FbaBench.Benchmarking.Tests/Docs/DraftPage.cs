namespace FbaBench.Tests.Docs;

// Shown in docs/observation.md.
/// <summary>Tells whoever decides at once what the market would refuse, and asks again.</summary>
sealed class Advised(Func<string, string> decide) : IAgent
{
    private const int Attempts = 3;

    public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
    {
        var draft = new DecisionDraft(today);
        var question = ObservationText.Write(today, ObservationDetail.Full);
        for (var attempt = 0; attempt < Attempts && question.Length > 0; attempt++)
        {
            var reading = DecisionJson.Read(decide(question), today);
            var wrong = reading.Problems.Select(problem => problem.Message).ToList();
            for (var i = 0; i < reading.Decision.Commands.Count; i++)
            {
                var advice = draft.Add(reading.Decision.Commands[i]);
                if (!advice.IsAccepted)
                {
                    wrong.Add($"$[{reading.Positions[i]}]: {advice.Message}");
                }
            }

            question = wrong.Count == 0 ? "" : $"{draft.CashLeft} dollars are left. Give other commands for these, or []:\n{string.Join('\n', wrong)}";
        }

        return new(draft.ToDecision());
    }
}

/// <summary>What docs/observation.md says of drafts is so.</summary>
public sealed class DraftPageTests
{
    [Fact]
    public async Task An_agent_outside_is_told_at_once_and_asked_again()
    {
        var asked = new List<string>();
        await using var session = SimulationSession.Start(new TwoMugs(), new WorldSeed(7)).Seat(new Seat(0), new Advised(text =>
        {
            asked.Add(text);
            return asked.Count == 1
                ? """[{"command":"setPrice","offer":"mug","price":1},{"command":"setPrice","offer":"mugs/blue-mug","price":18.99},{"command":"endPromotion","offer":"mugs/blue-mug"}]"""
                : "[]";
        }));
        await session.PlayDayAsync();
        Assert.Equal(2, asked.Count);
        var answers = asked[1].Split('\n');
        Assert.EndsWith(" dollars are left. Give other commands for these, or []:", answers[0], StringComparison.Ordinal);
        Assert.StartsWith("$[0].offer: \"mug\" is not one of your offers", answers[1], StringComparison.Ordinal);
        Assert.Equal("$[2]: Command 1: the offer has no promotion to end; leave this command out.", answers[2]);
        Assert.Equal(Money.Dollars(18.99m), session.Observe(new Seat(0)).Offers[0].Price);
        Assert.Empty(session.Observe(new Seat(0)).Refusals);
    }

    [Fact]
    public void The_doubt_shown_is_told()
    {
        // Three tenths of 20,900 units at 3.00 dollars are 18,810: there are 19,733.03, and 1,062.00 are owed on goods that may be ready this morning.
        var draft = new DecisionDraft(ShownMorning.Create());
        var advice = draft.Add(new PlaceOrder(new(0), new(0), 20_900));
        var page = File.ReadAllText(Path.Combine(DocsTests.Root(), "docs", "observation.md"));
        Assert.True(advice.IsAccepted && !advice.IsCertain);
        Assert.Contains($"```text\n{advice.Message}\n```", page, StringComparison.Ordinal);
    }
}
