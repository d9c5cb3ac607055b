namespace FbaBench;

/// <summary>What <see cref="DecisionJson"/> made of a text: the commands that could be read, and what is wrong with the others.</summary>
public sealed class DecisionReading
{
    /// <summary>Problems that are listed; more are counted.</summary>
    public const int MostProblems = 100;

    internal DecisionReading(Decision decision, IReadOnlyList<int> positions, IReadOnlyList<DecisionProblem> problems, int problemCount)
    {
        Decision = decision;
        Positions = positions;
        Problems = problems;
        ProblemCount = problemCount;
    }

    /// <summary>The commands that could be read, in the text's order. A command with any problem is not among them.</summary>
    public Decision Decision { get; }

    /// <summary>
    /// Where each command of <see cref="Decision"/> stood in the text's list: <c>Positions[refusal.CommandIndex]</c> leads from a
    /// refusal of the next morning back to the text.
    /// </summary>
    public IReadOnlyList<int> Positions { get; }

    /// <summary>What is wrong, in the text's order; the first <see cref="MostProblems"/>.</summary>
    public IReadOnlyList<DecisionProblem> Problems { get; }

    /// <summary>How many problems there are.</summary>
    public int ProblemCount { get; }
}
