namespace FbaBench;

/// <summary>An agent that learned in worlds beforehand and says in which: whoever plays it for a result refuses those.</summary>
public interface ITrainedAgent : IAgent
{
    /// <summary>The worlds that it was trained in; null for one that begins without anything learned.</summary>
    TrainingWorlds? TrainedOn { get; }
}
