using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.Loader;
using System.Security.Cryptography;
using System.Text;

namespace FbaBench;

/// <summary>Builds of code: an assembly's module version id changes with every change of its source.</summary>
internal static class AssemblyBuild
{
    /// <summary>How the build of code begins that no file holds.</summary>
    public const string MadeAtRunTime = "made at run time";

    private const int DigestDigits = 16;
    private static readonly ConcurrentDictionary<Assembly, string> Known = [];

    /// <summary>Folder of the framework's assemblies; empty where the program is one file that has its assemblies in itself.</summary>
    private static readonly string Framework = FrameworkFolder();
    private static readonly Lazy<string> Program = new(DigestOfProgram);

    /// <summary>The packages that play and record episodes.</summary>
    public static string Engine { get; } = string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{typeof(Simulation).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion} (builds {Short(typeof(Simulation).Assembly)}, {Short(typeof(Benchmark).Assembly)})");

    /// <summary>The build of the code that a factory runs, with all of the application's assemblies that it uses.</summary>
    public static string Of(Delegate factory)
    {
        // Code made at run time has no build: it is never taken for that of an earlier run.
        if (factory.Method.DeclaringType is not { Assembly: { IsDynamic: false } declaring })
        {
            return $"{MadeAtRunTime} {Guid.NewGuid():N}";
        }

        if (Framework.Length == 0)
        {
            return "program " + Program.Value;
        }

        Assembly[] own = [.. factory.Method.GetGenericArguments().Select(type => type.Assembly).Prepend(declaring).Where(assembly => !IsFramework(assembly.GetName()))];
        // A framework's method that makes agents says nothing about them; the application does.
        if (own.Length == 0 && Assembly.GetEntryAssembly() is { } entry)
        {
            own = [entry];
        }

        return string.Join(", ", own.Select(Of).Distinct());
    }

    /// <summary>Name and build of the assembly in which a type stands.</summary>
    public static (string Name, string Build) Of(Type type) => (type.Assembly.GetName().Name ?? "", type.Module.ModuleVersionId.ToString("N"));

    private static string Of(Assembly root) => Known.GetOrAdd(root, static root =>
    {
        var builds = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Collect(root, AssemblyLoadContext.GetLoadContext(root) ?? AssemblyLoadContext.Default, builds);
        var all = string.Join('\n', builds.Select(pair => pair.Key + " " + pair.Value));
        return root.GetName().Name + " " + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))[..DigestDigits];
    });

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Reached only where assemblies are files of their own, as they were built: nothing is trimmed from them.")]
    private static void Collect(Assembly assembly, AssemblyLoadContext context, SortedDictionary<string, string> builds)
    {
        if (!builds.TryAdd(assembly.GetName().FullName, assembly.ManifestModule.ModuleVersionId.ToString("N")))
        {
            return;
        }

        foreach (var name in assembly.GetReferencedAssemblies().Where(name => !IsFramework(name) && !builds.ContainsKey(name.FullName)))
        {
            try
            {
                Collect(context.LoadFromAssemblyName(name), context, builds);
            }
            catch (Exception error) when (error is FileNotFoundException or FileLoadException or BadImageFormatException)
            {
                // A reference that is not there cannot run either; its name counts.
                builds.TryAdd(name.FullName, "absent");
            }
        }
    }

    [UnconditionalSuppressMessage("SingleFile", "IL3000", Justification = "An empty location is what tells a program of one file.")]
    private static string FrameworkFolder() => Path.GetDirectoryName(typeof(object).Assembly.Location) ?? "";

    /// <summary>Of a program of one file every part is in that file.</summary>
    private static string DigestOfProgram()
    {
        using var file = File.OpenRead(Environment.ProcessPath ?? throw new InvalidOperationException("The program's file is not known, so its build is not either; declare a version: .Agent(name, factory, version)."));
        return Convert.ToHexStringLower(SHA256.HashData(file))[..DigestDigits];
    }

    /// <summary>A self-contained program has the framework among its own files: there nothing is left out.</summary>
    private static bool IsShared { get; } = Framework.Length > 0 && !Path.GetFullPath(Framework).TrimEnd(Path.DirectorySeparatorChar)
        .Equals(Path.GetFullPath(AppContext.BaseDirectory).TrimEnd(Path.DirectorySeparatorChar), StringComparison.Ordinal);

    private static bool IsFramework(AssemblyName name) => IsShared && File.Exists(Path.Combine(Framework, name.Name + ".dll"));

    private static string Short(Assembly assembly) => assembly.ManifestModule.ModuleVersionId.ToString("N")[..8];
}
