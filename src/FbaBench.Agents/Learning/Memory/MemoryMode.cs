namespace FbaBench;

/// <summary>What an agent keeps of what it lived through.</summary>
public enum MemoryMode
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The last days alone; what is older is forgotten.</summary>
    Rolling,

    /// <summary>The last days as they were, and what is older in a summary.</summary>
    Consolidated,
}
