namespace FbaBench;

/// <summary>A gate did not pass; the message is what a test runner shows.</summary>
public sealed class AgentGateException : Exception
{
    internal AgentGateException(GateResult result)
        : base(result.ToString()) => Result = result;

    /// <summary>What the gate came to.</summary>
    public GateResult Result { get; }
}
