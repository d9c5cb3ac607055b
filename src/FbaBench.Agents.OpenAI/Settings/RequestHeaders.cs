using System.Net.Http.Headers;

namespace FbaBench.Agents.OpenAI;

/// <summary>Headers that a setting adds to every request.</summary>
internal static class RequestHeaders
{
    public static readonly IReadOnlyDictionary<string, string> None = new SortedDictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>A copy, or an error that names the header and never its value.</summary>
    public static IReadOnlyDictionary<string, string> Checked(IReadOnlyDictionary<string, string> headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        var copy = new SortedDictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        using var probe = new HttpRequestMessage();
        foreach (var (name, value) in headers)
        {
            if (name.Equals("Authorization", StringComparison.OrdinalIgnoreCase))
            {
                throw new ArgumentException("Headers hold Authorization; set ApiKey instead.", nameof(headers));
            }

            if (value is null || !value.All(c => c is >= ' ' and <= '~') || !TryAdd(probe.Headers, name, value))
            {
                throw new ArgumentException($"The header '{name}' cannot be sent: a name is one of request headers, a value is printable ASCII.", nameof(headers));
            }

            copy[name] = value;
        }

        return copy;
    }

    public static bool TryAdd(HttpRequestHeaders headers, string name, string value)
    {
        try
        {
            headers.Remove(name);
            return headers.TryAddWithoutValidation(name, value);
        }
        catch (Exception exception) when (exception is InvalidOperationException or FormatException or ArgumentException)
        {
            // Headers of the content, and what is no name at all, are refused this way.
            return false;
        }
    }
}
