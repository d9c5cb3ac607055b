namespace FbaBench.Tests.Contracts.Drafts;

/// <summary>Holds what a draft said of every command of a day against what the kernel says.</summary>
internal sealed class DraftAgainstKernel(Simulation simulation)
{
    private static readonly Seat Me = new(0);

    public int Accepted { get; private set; }

    public int Refused { get; private set; }

    /// <summary>Accepted with a doubt.</summary>
    public int Doubtful { get; private set; }

    /// <summary>Those of them that the kernel refused.</summary>
    public int RightlyDoubted { get; private set; }

    /// <summary>Doubts by reason.</summary>
    public SortedDictionary<RefusalReason, int> Doubts { get; } = [];

    /// <summary>Reasons of refusals that were given without a doubt.</summary>
    public HashSet<RefusalReason> Reasons { get; } = [];

    /// <summary>Drafts the commands of a day, asks the kernel about each that was refused in its place, and plays the day.</summary>
    public void Play(DecisionDraft draft, Func<int, Command?> next)
    {
        var advices = new List<DraftAdvice>();
        for (var i = 0; next(i) is { } command; i++)
        {
            var before = draft.Commands.ToArray();
            var advice = draft.Add(command);
            Count(advice);
            if (advice.IsAccepted)
            {
                advices.Add(advice);
                continue;
            }

            var fork = simulation.Fork();
            fork.Step(Decisions(new([.. before, command])));
            var said = fork.Observe(Me).Refusals.Where(refusal => refusal.CommandIndex == before.Length).ToArray();
            Assert.True(said.Length == 1, $"Day {simulation.Day}: {command} was accepted; the draft said: {advice.Message}");
            if (advice.IsCertain)
            {
                Assert.Equal(advice.Refusal, said[0]);
            }
        }

        simulation.Step(Decisions(draft.ToDecision()));
        foreach (var refusal in simulation.Observe(Me).Refusals)
        {
            Assert.False(advices[refusal.CommandIndex].IsCertain, $"Day {simulation.Day - 1}: {draft.Commands[refusal.CommandIndex]} was refused and no doubt was told: {refusal.Message}");
            RightlyDoubted++;
        }
    }

    /// <summary>The second seller of a world with everything on trades too.</summary>
    private SeatDecision[] Decisions(Decision mine) => simulation.Definition is { Name: "mugs", Seats: 2 }
        ? [new(Me, mine), new(new(1), WholeMarket.Trade(simulation.Observe(new(1))))]
        : [new(Me, mine)];

    private void Count(DraftAdvice advice)
    {
        Accepted += advice.IsAccepted ? 1 : 0;
        Refused += advice.IsAccepted ? 0 : 1;
        Doubtful += advice.IsAccepted && !advice.IsCertain ? 1 : 0;
        if (!advice.IsCertain)
        {
            Doubts[advice.Doubt.Reason] = Doubts.GetValueOrDefault(advice.Doubt.Reason) + 1;
        }
        else if (!advice.IsAccepted)
        {
            Reasons.Add(advice.Refusal.Reason);
        }
    }
}
