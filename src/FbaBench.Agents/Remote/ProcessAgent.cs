namespace FbaBench;

/// <summary>
/// An agent that is a program of its own, by the protocol <c>fbabench-agent/1</c>: one process an episode, a line of JSON in and a line out each day, its error
/// output for whoever looks for its mistakes. A program that cannot be started, or ends before its first answer, was never there: it is unavailable. One that ends later
/// has failed: the day is a recorded day without commands, and a new process plays on the next one.
/// </summary>
public sealed class ProcessAgent : IAgent, IAsyncDisposable
{
    private readonly ProcessAgentOptions _options;
    private readonly RemoteDialogue _dialogue;
    private readonly Lock _lock = new();
    private ChildProcess? _child;
    private (int Day, Task<byte[]?> Answer)? _asked;
    private bool _hasAnswered;
    private bool _isOver;

    /// <param name="setting">The episode.</param>
    /// <param name="options">The program and how it is treated.</param>
    public ProcessAgent(AgentSetting setting, ProcessAgentOptions options)
    {
        ArgumentNullException.ThrowIfNull(setting);
        ArgumentNullException.ThrowIfNull(options);
        (_options, _dialogue) = (options, new(setting));
    }

    /// <inheritdoc/>
    /// <exception cref="AgentUnavailableException">The program could not be started, or did not live to its first answer.</exception>
    /// <exception cref="FormatException">The answer is no decision. A line that is no JSON could be any line: the process is ended too.</exception>
    /// <exception cref="IOException">The process ended or gave no answer in time.</exception>
    /// <exception cref="InvalidDataException">The answer is longer than allowed.</exception>
    public async ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(today);
        ArgumentNullException.ThrowIfNull(context);
        if (_asked is { } missed && missed.Day != today.Day)
        {
            // The answer to a day whose deadline has passed stands before today's in the pipe.
            await AnswerAsync(missed.Answer, missed.Day, cancellationToken).ConfigureAwait(false);
        }

        var asked = _asked ?? (today.Day, Child().AskAsync(_dialogue.Morning(today, context)));
        _asked = asked;
        var answer = await AnswerAsync(asked.Answer, today.Day, cancellationToken).ConfigureAwait(false);
        try
        {
            return _dialogue.Read(answer, today);
        }
        catch (FormatException) when (!_dialogue.WasJson)
        {
            await EndAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Ends the process: it is told so and its input ends; what is left of it after the time of grace is killed.</summary>
    public async ValueTask DisposeAsync()
    {
        ChildProcess? child;
        lock (_lock)
        {
            _isOver = true;
            (child, _child) = (_child, null);
        }

        if (child is not null)
        {
            await child.EndAsync(_dialogue.End()).ConfigureAwait(false);
        }
    }

    private ChildProcess Child()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isOver, this);
            return _child ??= ChildProcess.Start(_options);
        }
    }

    /// <summary>Waits for an answer. A wait that is broken off leaves it in hand.</summary>
    private async Task<byte[]> AnswerAsync(Task<byte[]?> coming, int day, CancellationToken cancellationToken)
    {
        string problem;
        try
        {
            if (await coming.WaitAsync(_options.Timeout, _options.Time, cancellationToken).ConfigureAwait(false) is { } answer)
            {
                (_asked, _hasAnswered) = (null, true);
                return answer;
            }

            problem = "gave no answer";
        }
        catch (TimeoutException)
        {
            problem = FormattableString.Invariant($"gave no answer within {_options.Timeout.TotalSeconds:0.###} s");
        }
        catch (InvalidDataException error)
        {
            await EndAsync().ConfigureAwait(false);
            _dialogue.Refused(error.Message);
            throw;
        }

        var how = await EndAsync().ConfigureAwait(false);
        var message = FormattableString.Invariant($"'{string.Join(' ', _options.Command)}' {problem} on day {day}: it {how}");
        _dialogue.Refused(message);
        throw _hasAnswered ? new IOException(message) : new AgentServiceException(message);
    }

    /// <summary>Ends the process, so that the next day starts another, which is told everything.</summary>
    private async Task<string> EndAsync()
    {
        ChildProcess? child;
        lock (_lock)
        {
            (child, _child) = (_child, null);
        }

        _asked = null;
        if (_hasAnswered)
        {
            _dialogue.Restart();
        }

        return child is null ? "was ended before" : await child.EndAsync().ConfigureAwait(false);
    }
}
