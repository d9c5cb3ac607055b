namespace FbaBench;

/// <summary>How much of an observation is written.</summary>
public enum ObservationDetail
{
    /// <summary>Everything.</summary>
    Full,

    /// <summary>
    /// Without what never changes during a run: <see cref="Observation.Account"/>, <see cref="Observation.Rules"/> and
    /// <see cref="OfferObservation.Info"/> but for the name. For every day but the first.
    /// </summary>
    Daily,
}
