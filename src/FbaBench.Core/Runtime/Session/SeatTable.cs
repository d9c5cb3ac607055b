namespace FbaBench.Runtime;

/// <summary>Who plays each seat: an agent, or whoever submits a decision for the day. Not safe for concurrent use.</summary>
internal sealed class SeatTable
{
    private readonly AgentSeat?[] _agents;
    private readonly Decision?[] _submitted;
    private readonly int[] _lastSubmitted;

    public SeatTable(int seats)
    {
        _agents = new AgentSeat?[seats];
        _submitted = new Decision?[seats];
        _lastSubmitted = new int[seats];
        Array.Fill(_lastSubmitted, -1);
    }

    public int Count => _agents.Length;

    public ReadOnlySpan<AgentSeat?> Agents => _agents;

    /// <exception cref="ArgumentException">The world has no such seat.</exception>
    public void Check(Seat seat)
    {
        if (seat.Index < 0 || seat.Index >= Count)
        {
            throw new ArgumentException($"There is no {seat}; this world has {Count}, counted from 0.", nameof(seat));
        }
    }

    /// <exception cref="InvalidOperationException">The seat has an agent or a decision for the day, or the agent another seat.</exception>
    public void Take(AgentSeat taken, IAgent agent, int day)
    {
        var seat = taken.Seat;
        if (_agents[seat.Index] is not null)
        {
            throw new InvalidOperationException($"An agent already plays {seat}; one instance plays one seat of one session.");
        }

        if (Array.Exists(_agents, other => other?.Plays(agent) == true))
        {
            throw new InvalidOperationException($"The agent given for {seat} plays another seat of this session; make an instance for each.");
        }

        if (_submitted[seat.Index] is not null)
        {
            throw new InvalidOperationException($"Day {day} of {seat} is decided already; seat the agent before a decision is submitted.");
        }

        _agents[seat.Index] = taken;
    }

    /// <summary>Takes a decision for the day to play, or says why not.</summary>
    /// <param name="seat">The seat.</param>
    /// <param name="day">The day meant.</param>
    /// <param name="open">The day that can be decided, or −1.</param>
    /// <param name="commands">A copy of the commands.</param>
    public Submission Submit(Seat seat, int day, int open, Command[] commands)
    {
        if (_agents[seat.Index] is not null)
        {
            return Submission.SeatTaken;
        }

        if (day == _lastSubmitted[seat.Index])
        {
            return Submission.Duplicate;
        }

        if (day != open)
        {
            return Submission.WrongDay;
        }

        _submitted[seat.Index] = new Decision(commands);
        _lastSubmitted[seat.Index] = day;
        return Submission.Accepted;
    }

    /// <summary>Moves what was submitted into a day's batch.</summary>
    public void MoveSubmitted(List<SeatDecision> batch)
    {
        for (var seat = 0; seat < Count; seat++)
        {
            if (_submitted[seat] is { } decision)
            {
                batch.Add(new(new(seat), decision));
                _submitted[seat] = null;
            }
        }
    }

    /// <summary>Remembers that a seat has decided a day that is played from a log.</summary>
    public void Decided(Seat seat, int day) => _lastSubmitted[seat.Index] = day;
}
