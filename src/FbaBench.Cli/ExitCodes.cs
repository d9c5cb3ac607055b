namespace FbaBench.Cli;

/// <summary>Exit codes that a script can use.</summary>
internal static class ExitCodes
{
    public const int Passed = 0;
    public const int CheckFailed = 1;
    public const int WrongUse = 2;
    public const int WrongSecret = 3;
    public const int ChangedGenerator = 4;
    public const int ReusedCanary = 5;
    public const int Revealed = 6;
    public const int CostLimit = 7;
    public const int Stopped = 130;
}
