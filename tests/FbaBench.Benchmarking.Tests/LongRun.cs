namespace FbaBench.Tests;

/// <summary>Long checks: a tenth by default, the whole with FBABENCH_LONG=1.</summary>
internal static class LongRun
{
    public static bool IsWhole => Environment.GetEnvironmentVariable("FBABENCH_LONG") == "1";

    public static int Scale(int whole) => IsWhole ? whole : whole / 10;
}
