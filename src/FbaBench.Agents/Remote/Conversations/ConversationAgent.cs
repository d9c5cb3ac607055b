using System.Net.Sockets;
using System.Text;

namespace FbaBench;

/// <summary>
/// Plays through a conversation that lasts for the episode: a morning goes in as a message, a decision as JSON comes out, alone or in one fenced block. The first message
/// says everything and how to answer, later ones what changes, and what was wrong with the answer before. A subclass says whom to ask.
/// </summary>
public abstract class ConversationAgent : IAgent
{
    private readonly ConversationOptions _options;
    private IReadOnlyList<string> _problems = [];
    private bool _met;

    /// <param name="options">How mornings are told; null for text.</param>
    protected ConversationAgent(ConversationOptions? options = null) => _options = options ?? new();

    /// <inheritdoc/>
    /// <exception cref="AgentUnavailableException">Whoever is asked could not be reached; the day can be asked again.</exception>
    /// <exception cref="FormatException">The answer is no decision.</exception>
    public async ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(today);
        string answer;
        try
        {
            answer = await AskAsync(Message(today), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not AgentUnavailableException && !cancellationToken.IsCancellationRequested && IsOutside(error))
        {
            throw new AgentServiceException($"The agent could not be asked: {error.GetType().Name}: {error.Message}", error);
        }

        _met = true;
        return Read(answer, today);
    }

    /// <summary>Asks for one answer. Called once a day; again with the same message where the call before failed or was cancelled, which must leave no trace in the conversation.</summary>
    /// <param name="message">The message of the user.</param>
    /// <param name="cancellationToken">Cancelled when a deadline passes or the run stops.</param>
    protected abstract ValueTask<string> AskAsync(string message, CancellationToken cancellationToken);

    /// <summary>
    /// Whether an exception, or one that it wraps, is a failure of infrastructure: by default those of connections, of HTTP and of time, and what
    /// <see cref="ConversationOptions.IsInfrastructure"/> says. Any other is the agent's own, a recorded day without commands.
    /// </summary>
    protected virtual bool IsInfrastructure(Exception failure) =>
        failure is HttpRequestException or SocketException or IOException or TimeoutException or OperationCanceledException or AgentUnavailableException || _options.IsInfrastructure?.Invoke(failure) == true;

    private bool IsOutside(Exception error)
    {
        for (var one = error; one is not null; one = one.InnerException)
        {
            if (IsInfrastructure(one))
            {
                return true;
            }
        }

        return false;
    }

    private string Message(Observation today)
    {
        var message = new StringBuilder();
        if (!_met)
        {
            message.Append(_options.Instructions).Append("\n\n");
        }

        if (_problems.Count > 0)
        {
            message.Append("Wrong in your last answer:\n").AppendJoin('\n', _problems.Select(problem => "- " + problem)).Append("\n\n");
        }

        var detail = _met ? ObservationDetail.Daily : ObservationDetail.Full;
        return message.Append(_options.MorningsAsJson ? Encoding.UTF8.GetString(ObservationJson.Write(today, detail)) : ObservationText.Write(today, detail)).ToString();
    }

    private Decision Read(string answer, Observation today)
    {
        DecisionReading reading;
        try
        {
            reading = DecisionJson.Read(Unfenced(answer ?? ""), today);
        }
        catch (FormatException error)
        {
            _problems = [error.Message];
            throw;
        }

        _problems = [.. reading.Problems.Select(problem => problem.Message)];
        return reading.Decision.Commands.Count == 0 && reading.Problems.FirstOrDefault(problem => problem.Kind == DecisionProblemKind.NotCommands) is { } wrong
            ? throw new FormatException("The answer is no decision: " + wrong.Message)
            : reading.Decision;
    }

    /// <summary>What is in the one fenced block of an answer, or the answer.</summary>
    private static string Unfenced(string answer)
    {
        var parts = answer.Split("```");
        if (parts.Length == 1)
        {
            return answer;
        }

        if (parts.Length != 3)
        {
            throw new FormatException("The answer has more than one fenced block, or one that is not closed; give one with the decision, or JSON alone.");
        }

        return parts[1].StartsWith("json", StringComparison.OrdinalIgnoreCase) ? parts[1][4..] : parts[1];
    }
}
