namespace FbaBench.Tests.Docs;

/// <summary>Shown in docs/learning.md, with slower exploration.</summary>
public sealed class LearningPage
{
    [Fact]
    public async Task The_training_shown_runs()
    {
        var terms = new QLearningTerms { ExplorationDecay = 1e-3, UnchangedPeriods = 2_000 };
        var path = Path.Combine(AppContext.BaseDirectory, "docs-policy.json");

        var laboratory = CollusionLaboratory.Calvano;
        var split = new WorldSplit(1);
        var sessions = QLearning.Train(laboratory.Game, terms, split, sessions: 4);
        Console.WriteLine($"mean collusion index {sessions.Average(laboratory.Index):0.00}");

        using (var file = File.Create(path))
        {
            sessions[0].Policies[0].Save(file);
        }

        using var saved = File.OpenRead(path);
        var policy = LearnedPolicy.Load(saved);
        Console.WriteLine($"{policy.Digest()}: trained on {policy.TrainedOn.Definition}, {policy.TrainedOn.Periods} periods");

        var other = ScriptedPricer.TitForTat(laboratory.Game, laboratory.MonopolyPrice);
        var rounds = await laboratory.PlayAsync(new QLearningPricer(policy), other, days: 30, split.Test(0));
        Console.WriteLine($"{rounds[^1].Prices[0]} against {rounds[^1].Prices[1]}");

        Assert.Equal(30, rounds.Count);
        Assert.Equal(sessions[0].Policies[0].Digest(), policy.Digest());
    }
}
