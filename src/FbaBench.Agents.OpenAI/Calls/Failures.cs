using System.Globalization;
using System.Text.Json;

namespace FbaBench.Agents.OpenAI;

/// <summary>
/// What went wrong, in words of ours. Texts of the service and of the platform stay out, causes too: they quote keys, headers and content.
/// </summary>
internal static class Failures
{
    private const int LongestError = 64 << 10;
    private const double LongestSeconds = 1e9;

    /// <summary>What services call failures, as far as a message may repeat it.</summary>
    private static readonly string[] KnownCodes =
    [
        "account_deactivated", "billing_hard_limit_reached", "billing_not_active", "content_filter", "content_policy_violation", "context_length_exceeded", "insufficient_quota", "invalid_api_key",
        "invalid_request_error", "invalid_value", "missing_required_parameter", "model_not_found", "rate_limit_exceeded", "server_error", "string_above_max_length", "unsupported_parameter", "unsupported_value",
    ];

    public static ModelCallException Disconnected(string provider, string how) => new(ModelFailureKind.Disconnected, $"The connection to '{provider}' could not be made, or broke ({how}).");

    public static ModelCallException CutShort(string provider) => new(ModelFailureKind.Disconnected, $"The answer of '{provider}' ended before the model had finished.");

    public static ModelCallException TimedOut(string provider, TimeSpan timeout) =>
        new(ModelFailureKind.TimedOut, string.Create(CultureInfo.InvariantCulture, $"'{provider}' gave no whole answer in {timeout.TotalSeconds:0.###} seconds; the setting Timeout allows more."));

    public static ModelCallException TooLarge(string provider, long most) =>
        new(ModelFailureKind.TooLarge, string.Create(CultureInfo.InvariantCulture, $"The answer of '{provider}' is longer than {most} bytes and was not read on; the setting MaxAnswerBytes allows more."));

    public static ModelCallException Malformed(string provider, string what) => new(ModelFailureKind.Malformed, $"The answer of '{provider}' is not what the protocol says: {what}.");

    /// <summary>The failure that an answer with another status than success is.</summary>
    public static async Task<ModelCallException> OfAsync(HttpResponseMessage response, string provider, string keyVariable, TimeProvider time, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        var code = await CodeAsync(response, cancellationToken).ConfigureAwait(false);
        var isUnpaid = code is "insufficient_quota" or "billing_hard_limit_reached" or "billing_not_active";
        var (kind, what) = status switch
        {
            402 => (ModelFailureKind.Unauthorised, "has no credit left on this account"),
            401 or 403 => (ModelFailureKind.Unauthorised, $"refuses the credentials; set {keyVariable} to a key that may use the model"),
            429 when isUnpaid => (ModelFailureKind.Unauthorised, "has no credit left on this account"),
            429 => (ModelFailureKind.RateLimited, "takes no more requests or tokens for now"),
            408 => (ModelFailureKind.TimedOut, "waited too long for the request"),
            >= 500 => (ModelFailureKind.ServerError, "failed"),
            404 => (ModelFailureKind.Rejected, "knows no such model or address; look at the model's name and the setting Endpoint"),
            >= 300 and < 400 => (ModelFailureKind.Rejected, "sends on to another address; give that one as the setting Endpoint"),
            _ => (ModelFailureKind.Rejected, "does not take the request"),
        };
        return new(kind, string.Create(CultureInfo.InvariantCulture, $"'{provider}' {what} (HTTP {status}{(code is null ? "" : ", " + code)}).")) { Status = status, RetryAfter = RetryAfter(response, time) };
    }

    /// <summary>Seconds, or the time until a date. The date is held against the service's own clock where it shows one.</summary>
    private static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider time)
    {
        if (!response.Headers.NonValidated.TryGetValues("Retry-After", out var values))
        {
            return null;
        }

        var text = values.ToString();
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
        {
            return seconds <= LongestSeconds ? TimeSpan.FromSeconds(seconds) : null;
        }

        return DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? TimeSpan.FromTicks(Math.Max(0, (date - (response.Headers.Date ?? time.GetUtcNow())).Ticks))
            : null;
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            using var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            var bytes = new byte[LongestError];
            var length = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            using var json = JsonDocument.Parse(bytes.AsMemory(0, length));
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
                ? Known(error, "code") ?? Known(error, "type")
                : null;
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or JsonException)
        {
            // The status says enough; a body that cannot be read says no more.
            return null;
        }
    }

    private static string? Known(JsonElement error, string property) =>
        error.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String && Array.IndexOf(KnownCodes, value.GetString()) is >= 0 and var index ? KnownCodes[index] : null;
}
