using System.Diagnostics;

namespace FbaBench.Tests;

/// <summary>A test that runs a program of others; skipped, with the reason, where it does not run.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeedsFactAttribute : FactAttribute
{
    /// <param name="programs">The programs, each of which says its version.</param>
    public NeedsFactAttribute(params string[] programs)
    {
        var missing = programs.Where(program => !Runs(program)).ToArray();
        if (missing.Length > 0)
        {
            Skip = $"Not installed: {string.Join(", ", missing)} (none answers --version).";
        }
    }

    private static bool Runs(string program)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, "--version") { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
