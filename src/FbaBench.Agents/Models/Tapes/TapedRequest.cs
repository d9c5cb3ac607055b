using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace FbaBench.Agents.Models;

/// <summary>A request as text: its head (model, options, tools) and its messages, with the digest of all of it.</summary>
internal sealed class TapedRequest
{
    /// <summary>Texts stand as they are: a tape is read by people, and never part of a web page.</summary>
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions Contracts = new(AIJsonUtilities.DefaultOptions) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = false };

    private TapedRequest(string head, string[] messages)
    {
        Head = head;
        Messages = messages;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(head);
        foreach (var message in messages)
        {
            Add(message);
        }

        Digest = Convert.ToHexStringLower(hash.GetHashAndReset())[..32];

        void Add(string text)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            Bytes += bytes.Length;
            hash.AppendData(bytes);
            hash.AppendData("\n"u8);
        }
    }

    /// <summary>Model, options and tools as JSON.</summary>
    public string Head { get; }

    /// <summary>Each message as JSON.</summary>
    public IReadOnlyList<string> Messages { get; }

    /// <summary>32 hexadecimal digits.</summary>
    public string Digest { get; }

    /// <summary>Length in UTF-8.</summary>
    public int Bytes { get; private set; }

    public static TapedRequest Of(string model, IEnumerable<ChatMessage> messages, ChatOptions? options) =>
        new(HeadOf(model, options), [.. messages.Select(message => Text(json => Write(json, message)))]);

    public static TapedRequest Read(string head, string[] messages) => new(head, messages);

    public static string Text(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Plain))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    public static void Write<T>(Utf8JsonWriter json, T value) => JsonSerializer.Serialize(json, value, Contracts.GetTypeInfo(typeof(T)));

    public static ChatResponse ReadAnswer(JsonElement answer) =>
        (ChatResponse)(answer.Deserialize(Contracts.GetTypeInfo(typeof(ChatResponse))) ?? throw new JsonException("the answer is null"));

    /// <summary>Where another request differs, in the words of a message, and the content around it.</summary>
    public (string Where, string? Content) DifferenceTo(TapedRequest other)
    {
        if (Head != other.Head)
        {
            return Around("model, options or tools differ", other.Head, Head);
        }

        for (var i = 0; i < Math.Min(Messages.Count, other.Messages.Count); i++)
        {
            if (Messages[i] != other.Messages[i])
            {
                return Around($"message {i + 1} differs", other.Messages[i], Messages[i]);
            }
        }

        return ($"the tape has {other.Messages.Count} messages, asked are {Messages.Count}", null);
    }

    private static string HeadOf(string model, ChatOptions? options) => Text(json =>
    {
        json.WriteStartObject();
        json.WriteString("model", model);
        if (options is not null)
        {
            json.WritePropertyName("options");
            Write(json, options);
            json.WriteStartArray("tools");
            foreach (var tool in options.Tools ?? [])
            {
                json.WriteStartObject();
                json.WriteString("name", tool.Name);
                json.WriteString("description", tool.Description);
                if (tool is AIFunctionDeclaration function)
                {
                    json.WritePropertyName("schema");
                    function.JsonSchema.WriteTo(json);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    });

    private static (string Where, string? Content) Around(string what, string taped, string asked)
    {
        const int before = 20;
        const int shown = 60;
        var at = taped.AsSpan().CommonPrefixLength(asked);
        var from = Math.Max(0, at - before);
        return ($"{what} at character {at + 1}", $"the tape has \"{Part(taped)}\", asked is \"{Part(asked)}\"");

        string Part(string text) => (from > 0 ? "…" : "") + text[from..Math.Min(text.Length, from + shown)] + (text.Length > from + shown ? "…" : "");
    }
}
