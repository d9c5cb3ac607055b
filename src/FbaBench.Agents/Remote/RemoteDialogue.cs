using System.Buffers;
using System.Text.Json;

namespace FbaBench;

/// <summary>One episode's messages by the protocol <c>fbabench-agent/1</c>: what is sent each morning, and what the answers taught.</summary>
internal sealed class RemoteDialogue(AgentSetting setting)
{
    public const string Protocol = "fbabench-agent/1";

    private const string RandomPurpose = "remote agent";

    private (int Day, byte[] Message)? _last;
    private bool _met;
    private bool _restarted;
    private IReadOnlyList<string> _problems = [];
    private IReadOnlyList<int> _positions = [];

    /// <summary>Whether the last answer was JSON, a decision or not.</summary>
    public bool WasJson { get; private set; }

    /// <summary>The message of a morning. A day asked again gets the same bytes.</summary>
    public byte[] Morning(Observation today, AgentContext context)
    {
        if (_last is not { } last || last.Day != today.Day)
        {
            _last = last = (today.Day, Write(today, context));
        }

        return last.Message;
    }

    /// <summary>The message after the last morning, which nobody answers.</summary>
    public byte[] End()
    {
        var output = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            Head(json);
            json.WriteBoolean("end", true);
            json.WriteEndObject();
        }

        return output.WrittenSpan.ToArray();
    }

    /// <summary>Whoever listens from now on knows nothing of the episode: the next message says everything.</summary>
    public void Restart() => (_met, _restarted, _last) = (false, true, null);

    /// <summary>The commands of an answer; its mistakes go into the next message.</summary>
    /// <exception cref="FormatException">It is no decision.</exception>
    public Decision Read(ReadOnlySpan<byte> answer, Observation today)
    {
        (_met, _restarted, WasJson) = (true, false, false);
        DecisionReading reading;
        try
        {
            reading = DecisionJson.Read(answer, today);
            WasJson = true;
        }
        catch (FormatException error)
        {
            Refused(error.Message);
            throw;
        }

        _problems = [.. reading.Problems.Select(problem => problem.Message)];
        _positions = reading.ProblemCount > 0 ? reading.Positions : [];
        return reading.Decision.Commands.Count == 0 && reading.Problems.FirstOrDefault(problem => problem.Kind == DecisionProblemKind.NotCommands) is { } wrong
            ? throw new FormatException("The answer is no decision: " + wrong.Message)
            : reading.Decision;
    }

    /// <summary>An answer could not be used as a whole; the next message says why.</summary>
    public void Refused(string problem) => (_problems, _positions) = ([problem], []);

    private byte[] Write(Observation today, AgentContext context)
    {
        var output = new ArrayBufferWriter<byte>(8_192);
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            Head(json);
            json.WriteNumber("day", today.Day);
            json.WriteBoolean("first", !_met);
            json.WriteBoolean("restarted", _restarted);
            json.WriteNumber("random", context.Uniform(RandomPurpose, today.Day));
            json.WriteStartArray("problems");
            foreach (var problem in _problems)
            {
                json.WriteStringValue(problem);
            }

            json.WriteEndArray();
            json.WriteStartArray("positions");
            foreach (var position in _positions)
            {
                json.WriteNumberValue(position);
            }

            json.WriteEndArray();
            json.WritePropertyName("observation");
            json.WriteRawValue(ObservationJson.Write(today, _met ? ObservationDetail.Daily : ObservationDetail.Full), skipInputValidation: true);
            json.WriteEndObject();
        }

        return output.WrittenSpan.ToArray();
    }

    private void Head(Utf8JsonWriter json)
    {
        json.WriteString("protocol", Protocol);
        json.WriteString("episode", setting.Episode);
        json.WriteString("agent", setting.Name);
        json.WriteNumber("seat", setting.Seat.Index);
    }
}
