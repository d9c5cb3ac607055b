using System.Collections.ObjectModel;
using FbaBench.Contracts;

namespace FbaBench;

/// <summary>
/// A decision in the making. Every command is answered at once, from the morning's observation and the commands before it: with the refusal that the market would give,
/// or accepted, or accepted with a doubt where what decides it cannot be seen. The answer is advice: the market's own stands in the next morning's
/// <see cref="Observation.Refusals"/>. What other sellers do on the day changes no answer.
/// </summary>
/// <remarks>Not for use by several threads at once.</remarks>
public sealed class DecisionDraft
{
    private readonly Observation _today;
    private readonly KernelLimits _limits;
    private readonly List<Command> _commands = [];
    private DraftedDay _day;

    /// <summary>An empty draft.</summary>
    /// <param name="today">The morning on which is decided.</param>
    /// <param name="limits">Limits of the world, <see cref="WorldDefinition.Limits"/>, which a morning does not tell; null for those that a world has unless it says otherwise.</param>
    public DecisionDraft(Observation today, KernelLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(today);
        _today = today;
        _limits = limits ?? new();
        _day = new(_today, _limits);
        Commands = _commands.AsReadOnly();
    }

    /// <summary>The commands accepted so far, in order. The list grows and shrinks with the draft.</summary>
    public ReadOnlyCollection<Command> Commands { get; }

    /// <summary>
    /// Cash of the morning with what the commands bring and cost at once. What a liquidator pays and deposits that come back are not counted, nor
    /// what falls due this morning for goods on their way.
    /// </summary>
    public Money CashLeft => new(_day.Cash.Expected);

    /// <summary>The same at the least: all goods in production are ready this morning, freight is twice yesterday's price, and all duty falls due.</summary>
    public Money LeastCashLeft => new(_day.Cash.Bounds.Least);

    /// <summary>Adds a command unless it would be refused.</summary>
    /// <param name="command">The next command.</param>
    /// <returns>What the market would say. The index is the command's position in the draft.</returns>
    public DraftAdvice Add(Command command)
    {
        ArgumentNullException.ThrowIfNull(command);
        var advice = _day.Take(_commands.Count, command).Advice();
        if (advice.IsAccepted)
        {
            _commands.Add(command);
        }

        return advice;
    }

    /// <summary>Takes the last command back.</summary>
    /// <exception cref="InvalidOperationException">The draft is empty.</exception>
    public void RemoveLast()
    {
        if (_commands.Count == 0)
        {
            throw new InvalidOperationException("The draft has no command to take back.");
        }

        _commands.RemoveAt(_commands.Count - 1);
        _day = new(_today, _limits);
        for (var i = 0; i < _commands.Count; i++)
        {
            _day.Take(i, _commands[i]);
        }
    }

    /// <summary>Takes all commands back.</summary>
    public void Clear()
    {
        _commands.Clear();
        _day = new(_today, _limits);
    }

    /// <summary>The decision as it stands. What is added to the draft later does not change it.</summary>
    public Decision ToDecision() => new(Array.AsReadOnly(_commands.ToArray()));
}
