using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace FbaBench;

/// <summary>
/// What is known of an agent's code. A version that its maker declared is the whole identity; without one it is the build of
/// the assembly that made it, with all that assembly uses, and the plain values that its factory captured. What else the agent
/// depends on (a file, the environment, a model behind an API) cannot be seen from here.
/// </summary>
internal sealed record AgentIdentity(string? Version, string? Build, string? Captured)
{
    private const int DigestDigits = 16;

    /// <summary>The identity of an agent with a declared version, or as far as its factory shows it.</summary>
    public static AgentIdentity Of(Delegate factory, string? version) => version is not null
        ? new(version, null, null)
        : new(null, AssemblyBuild.Of(factory), CapturedBy(factory));

    /// <summary>In the words of a message: how this one, of earlier episodes, differs.</summary>
    public string DifferenceTo(AgentIdentity asked) => (Version, asked.Version) switch
    {
        (null, null) when Build != asked.Build => $"of another build ({Build}; now {asked.Build})",
        (null, null) => "of other values that its factory captured",
        (null, { } now) => $"of the time before it had version '{now}'",
        ({ } then, null) => $"of version '{then}'; now it declares none",
        ({ } then, { } now) => $"of version '{then}'; now it is '{now}'",
    };

    /// <summary>
    /// Digest of the numbers, texts and flags that a lambda captured: the usual way to give an agent its settings. A digest,
    /// because a captured text can be a secret.
    /// </summary>
    private static string? CapturedBy(Delegate factory)
    {
        var values = new List<string>();
        Collect(factory.Target, values);
        return values.Count == 0
            ? null
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', values.Order(StringComparer.Ordinal)))))[..DigestDigits];
    }

    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "A captured value whose field was trimmed is read by nobody, so that no agent depends on it.")]
    private static void Collect(object? target, List<string> values)
    {
        if (target is null || !target.GetType().IsDefined(typeof(CompilerGeneratedAttribute)))
        {
            return;
        }

        foreach (var field in target.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            var value = field.GetValue(target);
            if (value is null or string or decimal or bool or Enum || value.GetType().IsPrimitive)
            {
                // The length keeps a text from ending where it does not.
                var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
                values.Add(string.Create(CultureInfo.InvariantCulture, $"{field.Name} {field.FieldType} {text.Length} {text}"));
            }
            else if (!ReferenceEquals(value, target))
            {
                Collect(value, values);
            }
        }
    }
}
