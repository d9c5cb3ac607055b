using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace FbaBench.Agents.Models;

/// <summary>One day of a model agent: the draft of its decision, and what its tools answer.</summary>
internal sealed class Turn(Observation today, MemoryBook book, ChatAgentOptions options)
{
    /// <summary>No command or decision comes near; what is longer is not read.</summary>
    private const int LongestGiven = 100_000;

    /// <summary>Characters of what a tool answers to a mistake: it may repeat what the model gave.</summary>
    private const int LongestProblem = 2_000;

    private const int MostProblems = 20;

    private readonly DecisionDraft _draft = new(today);
    private MorningText? _full;
    private int _calls;

    public bool IsFinished { get; private set; }

    /// <summary>Whether there were more calls of tools than a day may have.</summary>
    public bool IsUsedUp => _calls > options.MaxToolCalls;

    /// <summary>Whether anything that the model gave was of use: a tool that could be run, an answer that could be read.</summary>
    public bool IsUnderstood { get; private set; }

    public string? Note { get; private set; }

    public IReadOnlyList<Command> Commands => _draft.Commands;

    /// <summary>Answers a call of a tool. Whatever the model gives, the answer says what would be right.</summary>
    /// <param name="call">As the model made it.</param>
    /// <param name="id">Its id in the conversation.</param>
    public string Call(FunctionCallContent call, string id)
    {
        var isKnown = SellerTools.Names.Contains(call.Name);
        using var activity = ModelTelemetry.Tool(isKnown ? call.Name : "unknown", id);
        _calls++;
        if (IsUsedUp && call.Name != SellerTools.Finish)
        {
            return string.Create(CultureInfo.InvariantCulture, $"Not done: the day's {options.MaxToolCalls} calls of tools are used up. The day ends with what was taken until now.");
        }

        if (!isKnown)
        {
            ModelTelemetry.Failed(activity, "unknown_tool");
            return $"There is no tool '{ShortText.Cut(call.Name, 60)}'. Tools are {string.Join(", ", SellerTools.All.Select(tool => tool.Name))}.";
        }

        if (Arguments(call) is not { } arguments)
        {
            ModelTelemetry.Failed(activity, "malformed_arguments");
            return $"The arguments of {call.Name} are no JSON object, or longer than {LongestGiven} characters. Give an object with the tool's fields.";
        }

        var problem = false;
        var answer = call.Name switch
        {
            SellerTools.ReadSection => Section(Text(arguments, "title")),
            SellerTools.ReadOffer => Offer(Text(arguments, "offer")),
            SellerTools.ReadHistory => book.History(Whole(arguments, "days") is { } days and >= 1 and <= 400 ? days : 30),
            SellerTools.ReadDecision => Decision(),
            SellerTools.TakeBack => TakeBack(),
            SellerTools.Finish => Finish(Text(arguments, "note")),
            _ => Command(call.Name, arguments, out problem),
        };
        IsUnderstood |= !problem;
        if (problem)
        {
            ModelTelemetry.Failed(activity, "invalid_arguments");
        }

        return answer;
    }

    /// <summary>Reads a structured answer in the place of everything before it.</summary>
    /// <returns>What is wrong with it, a line each; nothing where all of it was taken.</returns>
    public string[] Read(string text)
    {
        _draft.Clear();
        if (ObjectOf(text) is not { } answer || !answer.TryGetProperty("commands", out var commands))
        {
            return ["The answer is no JSON object with the fields commands and note, and nothing else around it."];
        }

        Note = Text(answer, "note");
        IsUnderstood = true;
        return AddAll(commands);
    }

    private string[] AddAll(JsonElement commands)
    {
        var problems = new List<string>();
        var reading = DecisionJson.Read(commands.GetRawText(), today);
        problems.AddRange(reading.Problems.Select(problem => problem.Message));
        for (var i = 0; i < reading.Decision.Commands.Count; i++)
        {
            var command = reading.Decision.Commands[i];
            if (command is ChargeInference)
            {
                problems.Add($"$[{reading.Positions[i]}]: chargeInference is not yours to give.");
            }
            else if (_draft.Add(command) is { IsAccepted: false } advice)
            {
                problems.Add($"$[{reading.Positions[i]}]: {advice.Message}");
            }
        }

        return problems.Count <= MostProblems
            ? [.. problems.Select(problem => ShortText.Cut(problem, LongestProblem))]
            : [.. problems.Take(MostProblems).Select(problem => ShortText.Cut(problem, LongestProblem)), string.Create(CultureInfo.InvariantCulture, $"and {problems.Count - MostProblems} more.")];
    }

    private string Command(string name, JsonElement arguments, out bool problem)
    {
        var reading = DecisionJson.Read($"[{{\"command\":{JsonSerializer.Serialize(name, AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(string)))}{Fields(arguments)}}}]", today);
        problem = reading.Decision.Commands.Count != 1;
        if (problem)
        {
            return ShortText.Cut("Not taken. " + string.Join(' ', reading.Problems.Select(one => one.Message.Replace("$[0].", "", StringComparison.Ordinal))), LongestProblem);
        }

        var advice = _draft.Add(reading.Decision.Commands[0]);
        return advice.IsAccepted
            ? string.Create(CultureInfo.InvariantCulture, $"Taken as command {_draft.Commands.Count}.{(advice.IsCertain ? "" : " " + advice.Message)} Cash left then: about {_draft.CashLeft}.")
            : "Refused. " + advice.Message;
    }

    private static string Fields(JsonElement arguments)
    {
        var fields = new StringBuilder();
        foreach (var property in arguments.EnumerateObject())
        {
            fields.Append(',').Append(JsonSerializer.Serialize(property.Name, AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(string)))).Append(':').Append(property.Value.GetRawText());
        }

        return fields.ToString();
    }

    private string Section(string? title)
    {
        _full ??= MorningText.Of(today, ObservationDetail.Full);
        return (string.IsNullOrWhiteSpace(title) ? null : _full.Section(title.Trim())) ?? "There is no such section. Sections are:\n" + string.Join('\n', _full.Titles);
    }

    private string Offer(string? name)
    {
        using var json = JsonDocument.Parse(ObservationJson.Write(today, ObservationDetail.Full));
        var offers = json.RootElement.GetProperty("offers");
        foreach (var offer in offers.EnumerateArray().Where(offer => offer.GetProperty("name").ValueEquals(name)))
        {
            return offer.GetRawText();
        }

        return $"You have no such offer. Yours are {string.Join(", ", offers.EnumerateArray().Select(offer => offer.GetProperty("name").GetString()))}.";
    }

    private string Decision() => _draft.Commands.Count == 0
        ? $"Nothing yet. Cash: {_draft.CashLeft}."
        : $"{Encoding.UTF8.GetString(DecisionJson.Write(_draft.ToDecision(), today))}\nCash left then: about {_draft.CashLeft}, at least {_draft.LeastCashLeft}.";

    private string TakeBack()
    {
        if (_draft.Commands.Count == 0)
        {
            return "There is nothing to take back.";
        }

        _draft.RemoveLast();
        return string.Create(CultureInfo.InvariantCulture, $"Taken back; {_draft.Commands.Count} commands are left.");
    }

    private string Finish(string? note)
    {
        (IsFinished, Note) = (true, note);
        return "The day is decided.";
    }

    private static JsonElement? Arguments(FunctionCallContent call)
    {
        if (call.Exception is not null)
        {
            return null;
        }

        var text = call.Arguments is null ? "{}" : GivenJson.Of(call.Arguments);
        return text.Length <= LongestGiven ? GivenJson.Object(text) : null;
    }

    /// <summary>An object in a text, alone or in a fenced block.</summary>
    private static JsonElement? ObjectOf(string text)
    {
        var json = text.Trim();
        if (json.StartsWith("```", StringComparison.Ordinal) && json.EndsWith("```", StringComparison.Ordinal) && json.IndexOf('\n', StringComparison.Ordinal) is var line and > 0)
        {
            json = json[line..^3];
        }

        return json.Length <= LongestGiven ? GivenJson.Object(json) : null;
    }

    private static string? Text(JsonElement from, string name) => from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int? Whole(JsonElement from, string name) => from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var whole) ? whole : null;
}
