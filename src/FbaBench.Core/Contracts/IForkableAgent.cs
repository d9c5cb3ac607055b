namespace FbaBench;

/// <summary>An agent whose memory can be copied, so that it can go on in two worlds from the same day: needed of a reference policy.</summary>
public interface IForkableAgent : IAgent
{
    /// <summary>An independent agent that knows what this one knows: shown the same days it decides the same.</summary>
    IForkableAgent Fork();
}
