using System.Buffers;
using System.Runtime.CompilerServices;
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

    /// <summary>Tools are the same for a whole run, and most of a request's head: each is written once.</summary>
    private static readonly ConditionalWeakTable<AITool, string> Tools = [];

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
            // Rented: requests are long, and arrays of their length are collected with everything else that is old.
            var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
            var length = Encoding.UTF8.GetBytes(text, bytes);
            Bytes += length;
            hash.AppendData(bytes, 0, length);
            hash.AppendData("\n"u8);
            ArrayPool<byte>.Shared.Return(bytes);
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

    /// <param name="model">The model's name.</param>
    /// <param name="messages">The conversation.</param>
    /// <param name="options">How it is asked.</param>
    /// <param name="before">The request before it, whose texts it shares where they are the same; or null.</param>
    public static TapedRequest Of(string model, IReadOnlyList<ChatMessage> messages, ChatOptions? options, TapedRequest? before)
    {
        var head = HeadOf(model, options);
        var texts = new string[messages.Count];
        for (var i = 0; i < texts.Length; i++)
        {
            var text = Text(json => Write(json, messages[i]));
            texts[i] = before is not null && i < before.Messages.Count && before.Messages[i] == text ? before.Messages[i] : text;
        }

        return new(before?.Head == head ? before.Head : head, texts);
    }

    /// <summary>A digest of a text, 64 hexadecimal digits.</summary>
    public static string DigestOf(string text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        var digest = Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes))));
        ArrayPool<byte>.Shared.Return(bytes);
        return digest;
    }

    public static TapedRequest Read(string head, string[] messages) => new(head, messages);

    public static string Text(Action<Utf8JsonWriter> write)
    {
        var buffer = TapeBuffer.Rent();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            write(json);
        }

        var text = Encoding.UTF8.GetString(buffer.WrittenSpan);
        TapeBuffer.Return(buffer);
        return text;
    }

    /// <summary>Writes JSON into a buffer.</summary>
    public static void WriteTo(IBufferWriter<byte> buffer, Action<Utf8JsonWriter> write)
    {
        using var json = new Utf8JsonWriter(buffer, Plain);
        write(json);
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
                json.WriteRawValue(Tools.GetValue(tool, ToolOf), skipInputValidation: true);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    });

    private static string ToolOf(AITool tool) => Text(json =>
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
