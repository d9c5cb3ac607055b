namespace FbaBench.World;

/// <summary>
/// The version under which the columns of the state, the rules and the keys of the draws are frozen. Whatever moves a column or a golden hash raises it, and the
/// changelog says why: logs and saved runs of another version are refused by name, not replayed to something else.
/// </summary>
internal static class EngineVersion
{
    public const int Current = 1;
}
