using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace FbaBench.Agents.OpenAI;

/// <summary>
/// The providers that the settings <c>FbaBench:Models</c> name, and the known ones. A configuration goes before the environment, the environment before the
/// file <c>.env</c>. No error shows a value: it may be a key.
/// </summary>
internal static class ProviderSettings
{
    private const string Section = "FbaBench:Models";
    private const string Prefix = "FbaBench__Models__";

    private static readonly string[] Names =
    [
        "Endpoint", "ApiKey", "ApiKeyVariable", "Timeout", "MaxConcurrency", "RequestsPerMinute", "TokensPerMinute", "MaxAnswerBytes", "Attempts", "FirstWait", "LongestWait", "Headers:NAME",
        "Prices:MODEL:Input", "Prices:MODEL:CachedInput", "Prices:MODEL:Output",
    ];

    /// <summary>Options of every provider, by name in ordinal order, and whether a setting names it.</summary>
    /// <exception cref="ArgumentException">A setting is unknown or not right; the message says where it stands and what would be right.</exception>
    public static IReadOnlyList<(OpenAIProviderOptions Options, bool IsNamed)> Read(IConfiguration? configuration, Surroundings surroundings)
    {
        var settings = new SortedDictionary<string, Setting>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value, place) in surroundings.StartingWith(Prefix))
        {
            Add(name[Prefix.Length..].Split("__"), value, place);
        }

        foreach (var child in configuration?.GetSection(Section).GetChildren() ?? [])
        {
            AddSection(child, [child.Key]);
        }

        var named = settings.Values.GroupBy(setting => setting.Path[0].ToLowerInvariant(), StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        return
        [
            .. named.Keys.Union(ProviderNames.Known.Select(known => known.Name)).Order(StringComparer.Ordinal)
                .Select(name => (Options(name, named.GetValueOrDefault(name) ?? []), named.ContainsKey(name))),
        ];

        void AddSection(IConfigurationSection section, string[] path)
        {
            if (section.Value is { } value)
            {
                Add(path, value, section.Path);
            }

            foreach (var child in section.GetChildren())
            {
                AddSection(child, [.. path, child.Key]);
            }
        }

        void Add(string[] path, string value, string place) => settings[string.Join(':', path)] = new(path, value, place);
    }

    private static OpenAIProviderOptions Options(string name, Setting[] settings)
    {
        if (!ProviderNames.IsValid(name))
        {
            throw new ArgumentException($"{settings[0].Place}: '{name}' cannot name a provider; use lower-case letters, digits and hyphens, a letter first.");
        }

        var one = new SortedDictionary<string, Setting>(StringComparer.OrdinalIgnoreCase);
        var headers = new SortedDictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var prices = new SortedDictionary<string, SortedDictionary<string, Setting>>(StringComparer.Ordinal);
        foreach (var setting in settings)
        {
            switch (setting.Path)
            {
                case [_, var key] when Names.Contains(key, StringComparer.OrdinalIgnoreCase):
                    one[key] = setting;
                    break;
                case [_, var key, .. var header] when key.Equals("Headers", StringComparison.OrdinalIgnoreCase) && header.Length == 1:
                    headers[header[0]] = setting.Value;
                    break;
                case [_, var key, .. var model, var part] when key.Equals("Prices", StringComparison.OrdinalIgnoreCase) && model.Length > 0 && IsPart(part):
                    // Names of models hold colons, which separate settings.
                    var of = string.Join(':', model);
                    (prices.TryGetValue(of, out var parts) ? parts : prices[of] = new(StringComparer.OrdinalIgnoreCase))[part] = setting;
                    break;
                default:
                    throw new ArgumentException($"{setting.Place} is no setting of a model provider. Settings of {Section}:{name} are {string.Join(", ", Names)}.");
            }
        }

        var standard = new OpenAIProviderOptions();
        return new()
        {
            Name = name,
            Endpoint = Take("Endpoint", text => Uri.TryCreate(text, UriKind.Absolute, out var uri) ? new OpenAIProviderOptions { Endpoint = uri }.Endpoint : throw new FormatException(), "an address such as https://example.org/v1, without a user, query or fragment", null),
            ApiKey = one.TryGetValue("ApiKey", out var apiKey) ? apiKey.Value : null,
            ApiKeyVariable = one.TryGetValue("ApiKeyVariable", out var variable) ? variable.Value : null,
            Timeout = Take("Timeout", text => new OpenAIProviderOptions { Timeout = Time(text) }.Timeout, "a number of seconds or h:mm:ss, at most an hour", standard.Timeout),
            MaxConcurrency = Take("MaxConcurrency", text => new OpenAIProviderOptions { MaxConcurrency = (int)Whole(text, int.MaxValue) }.MaxConcurrency, "a whole number from 1 to 100000", standard.MaxConcurrency),
            RequestsPerMinute = Take<int?>("RequestsPerMinute", text => (int)Whole(text, int.MaxValue), "a whole number from 1 up", null),
            TokensPerMinute = Take<long?>("TokensPerMinute", text => Whole(text, long.MaxValue), "a whole number from 1 up", null),
            MaxAnswerBytes = Take("MaxAnswerBytes", text => new OpenAIProviderOptions { MaxAnswerBytes = (int)Whole(text, int.MaxValue) }.MaxAnswerBytes, "a whole number of bytes from 1024 to 1073741824", standard.MaxAnswerBytes),
            Retry = new()
            {
                Attempts = Take("Attempts", text => new ModelRetry { Attempts = (int)Whole(text, int.MaxValue) }.Attempts, "a whole number from 1 to 20", standard.Retry.Attempts),
                FirstWait = Take("FirstWait", text => new ModelRetry { FirstWait = Time(text) }.FirstWait, "a number of seconds above zero or h:mm:ss", standard.Retry.FirstWait),
                LongestWait = Take("LongestWait", text => new ModelRetry { LongestWait = Time(text) }.LongestWait, "a number of seconds above zero or h:mm:ss", standard.Retry.LongestWait),
            },
            Headers = headers,
            Prices = prices.ToDictionary(model => model.Key, model => PriceOf(name, model.Key, model.Value), StringComparer.Ordinal),
        };

        T Take<T>(string key, Func<string, T> read, string form, T otherwise) => one.TryGetValue(key, out var setting) ? Read(setting, read, form) : otherwise;
    }

    private static ModelPrice PriceOf(string provider, string model, SortedDictionary<string, Setting> parts)
    {
        return new(Part("Input"), Part("CachedInput"), Part("Output"));

        long Part(string part) => parts.TryGetValue(part, out var setting)
            ? Read(setting, text => text == "0" ? 0 : new ModelPrice(Whole(text, long.MaxValue), 0, 0).Input, "a whole number from 0 to 10^12: millionths of a dollar for a million tokens")
            : throw new ArgumentException($"{Section}:{provider}:Prices:{model} has no {part}; a price has Input, CachedInput and Output.");
    }

    private static bool IsPart(string part) => part.ToUpperInvariant() is "INPUT" or "CACHEDINPUT" or "OUTPUT";

    private static T Read<T>(Setting setting, Func<string, T> read, string form)
    {
        try
        {
            return read(setting.Value.Trim());
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            // Without the cause: it may show the value.
            throw new ArgumentException($"{setting.Place} is not {form}.");
        }
    }

    private static long Whole(string text, long most) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= 1 && value <= most ? value : throw new FormatException();

    private static TimeSpan Time(string text) =>
        text.Contains(':', StringComparison.Ordinal) ? TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var time) ? time : throw new FormatException()
        : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds <= 86_400 ? TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond))
        : throw new FormatException();

    /// <summary>A setting.</summary>
    /// <param name="Path">Provider and names below it.</param>
    /// <param name="Value">Its value.</param>
    /// <param name="Place">Where it stands, for errors.</param>
    private sealed record Setting(string[] Path, string Value, string Place);
}
