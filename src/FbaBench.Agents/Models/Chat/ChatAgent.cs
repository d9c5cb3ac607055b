using System.Globalization;
using System.Text;
using FbaBench.Agents.Models;
using Microsoft.Extensions.AI;

namespace FbaBench;

/// <summary>
/// A language model as a seller, over any chat client. Every decision day is a conversation of its own: system prompt with rules, persona and memory, the morning as text, then the model's calls of tools, each answered
/// at once, or one structured answer. What the day's calls cost is charged by the day's first command.
/// </summary>
/// <remarks>
/// A model that cannot be asked ends the call with an <see cref="AgentUnavailableException"/>; asked again for the day, the agent plays from its tape what it had. A limit ends the turn, or the run, with what was decided by then. A turn in which nothing
/// that the model gave could be used is a recorded day without a decision.
/// </remarks>
public sealed class ChatAgent : IAgent, IDisposable
{
    private readonly ModelSession _model;
    private readonly ChatAgentOptions _options;
    private readonly MemoryBook _book;
    private string? _rules;
    private bool _ended;

    /// <param name="model">The model in this episode. The agent owns it.</param>
    /// <param name="options">How it plays; null for the defaults.</param>
    public ChatAgent(ModelSession model, ChatAgentOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
        _options = options ?? new();
        _book = new(_options);
    }

    /// <summary>What was called, charged and limited.</summary>
    public ModelLedger Ledger => _model.Ledger;

    /// <summary>What tells the prompt of an agent from others': its template, persona and tools. 16 hexadecimal digits.</summary>
    public static string PromptDigest(ChatAgentOptions options) => ChatDigest.OfPrompt(options);

    /// <summary>What tells the settings of an agent from others': everything else that changes what is asked. 16 hexadecimal digits.</summary>
    public static string SettingsDigest(ChatAgentOptions options) => ChatDigest.OfSettings(options);

    /// <inheritdoc/>
    public async ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(today);
        _book.See(today);
        if (_ended || today.Day % _options.EveryDays != 0)
        {
            return Decision.None;
        }

        using var activity = ModelTelemetry.Invoke(_model.Setting, today.Day);
        _model.BeginDay(today.Day);
        var turn = new Turn(today, _book, _options);
        var limited = false;
        string? memory = null;
        try
        {
            memory = await ReflectAsync(today, cancellationToken).ConfigureAwait(false);
            List<ChatMessage> conversation = [new(ChatRole.System, SystemPrompt(today, memory)), new(ChatRole.User, Morning(today))];
            limited = !await (_options.Mode == ChatMode.Tools ? PlayAsync(turn, conversation, cancellationToken) : AnswerAsync(turn, conversation, cancellationToken)).ConfigureAwait(false);
            if (limited)
            {
                _model.ReachedSteps(today.Day);
            }
        }
        catch (ModelLimitException)
        {
            limited = true;
        }

        _ended = limited && _model.OnBreach == BreachRule.EndRun;
        _book.End(today.Day, memory, Done(turn, today, limited), turn.Note);
        Command[] charge = _model.Charge(today.Day) is { } cost ? [cost] : [];
        return new([.. charge, .. turn.Commands]) { IsFailure = !turn.IsUnderstood && !limited };
    }

    /// <summary>Closes the model's session.</summary>
    public void Dispose() => _model.Dispose();

    /// <summary>Asks until the day is finished; false where the steps or the calls of tools were used up.</summary>
    private async Task<bool> PlayAsync(Turn turn, List<ChatMessage> conversation, CancellationToken cancellationToken)
    {
        var options = Options();
        options.Tools = [.. SellerTools.All];
        options.ToolMode = ChatToolMode.RequireAny;
        options.AllowMultipleToolCalls = true;
        var reminded = false;
        for (var step = 0; step < _options.MaxSteps; step++)
        {
            var answer = await _model.GetResponseAsync(conversation, options, cancellationToken).ConfigureAwait(false);
            var calls = KeptAnswer.Add(answer, conversation).Calls;
            if (calls.Count == 0)
            {
                if (reminded)
                {
                    return true;
                }

                reminded = true;
                conversation.Add(new(ChatRole.User, $"Only calls of tools count. Call the tools for what is to be done today, or {SellerTools.Finish} to end the day."));
                continue;
            }

            conversation.Add(new(ChatRole.Tool, [.. calls.Select(AIContent (made) => new FunctionResultContent(made.Id, turn.Call(made.Call, made.Id)))]));
            if (turn.IsFinished || turn.IsUsedUp)
            {
                return turn.IsFinished;
            }
        }

        return false;
    }

    /// <summary>Asks for one answer, and once or more again while it cannot be taken as it is.</summary>
    private async Task<bool> AnswerAsync(Turn turn, List<ChatMessage> conversation, CancellationToken cancellationToken)
    {
        const int attempts = 3;
        var options = Options();
        options.ResponseFormat = ChatResponseFormat.ForJsonSchema(CommandTools.Structured, "decision", "The day's commands and a note.");
        for (var attempt = 1; attempt <= Math.Min(attempts, _options.MaxSteps); attempt++)
        {
            var answer = await _model.GetResponseAsync(conversation, options, cancellationToken).ConfigureAwait(false);
            var problems = turn.Read(answer.Text);
            if (problems.Length == 0)
            {
                break;
            }

            KeptAnswer.Add(answer, conversation);
            conversation.Add(new(ChatRole.User, "Not all of it can be taken:\n" + string.Join('\n', problems) + "\nGive the whole answer again, corrected. What is still wrong then is left out."));
        }

        return true;
    }

    private async Task<string?> ReflectAsync(Observation today, CancellationToken cancellationToken)
    {
        if (!_book.IsReflectionDue(today.Day))
        {
            return null;
        }

        var answer = await _model.GetResponseAsync([new(ChatRole.User, _book.Reflection())], Options(), cancellationToken).ConfigureAwait(false);
        return answer.Text;
    }

    /// <summary>Whether what is left out can be asked for.</summary>
    private bool CanRead => _options.Mode == ChatMode.Tools;

    private ChatOptions Options() => new()
    {
        Temperature = _options.Temperature,
        Seed = _options.Seed,
        Reasoning = _options.Reasoning is { } effort ? new ReasoningOptions { Effort = effort } : null,
    };

    private string SystemPrompt(Observation today, string? memory)
    {
        _rules ??= MorningText.Rules(today).Within(_options.RulesTokens, CanRead);
        return _options.Template.Fill(
            ("persona", _options.Persona is { } persona ? "WHO YOU ARE\n" + persona.Prompt : ""),
            ("rules", _rules),
            ("memory", _book.Section(memory)));
    }

    private string Morning(Observation today)
    {
        var text = MorningText.Of(today, ObservationDetail.Daily).Within(_options.ObservationTokens, CanRead);
        var next = _options.EveryDays == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"\n\nYou decide every {_options.EveryDays} days; the next time is day {today.Day + _options.EveryDays}.");
        return text + next;
    }

    private static string Done(Turn turn, Observation today, bool limited)
    {
        const int longest = 1_000;
        var commands = Encoding.UTF8.GetString(DecisionJson.Write(new(turn.Commands), today));
        var done = turn.Commands.Count == 0 ? "No commands."
            : commands.Length <= longest ? commands + "."
            : string.Create(CultureInfo.InvariantCulture, $"{turn.Commands.Count} commands.");
        return limited ? done + " The day ended by a limit." : done;
    }
}
