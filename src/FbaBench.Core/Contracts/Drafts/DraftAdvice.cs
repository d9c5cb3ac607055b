namespace FbaBench;

/// <summary>What a <see cref="DecisionDraft"/> says of a command.</summary>
/// <param name="Refusal">The refusal that the market would give, or one of reason <see cref="RefusalReason.None"/> for a command that is accepted as far as can be told.</param>
/// <param name="Doubt">What the market may answer instead, where the morning does not settle it; of reason <see cref="RefusalReason.None"/> where it does.</param>
public readonly record struct DraftAdvice(Refusal Refusal, Refusal Doubt)
{
    /// <summary>Whether the command was added to the draft.</summary>
    public bool IsAccepted => Refusal.Reason == RefusalReason.None;

    /// <summary>Whether the market will answer exactly this. Where it may not, a refusal is one for certain, with another reason or other values perhaps.</summary>
    public bool IsCertain => Doubt.Reason == RefusalReason.None;

    /// <summary>One or two sentences that say what was wrong and what would be right; independent of culture.</summary>
    public string Message => (IsAccepted, IsCertain) switch
    {
        (true, true) => Refusal.Message,
        (true, false) => "Accepted as far as can be told; the market may answer: " + Doubt.Message,
        (false, true) => Refusal.Message,
        (false, false) => Refusal.Message + " It will be refused, perhaps so: " + Doubt.Message,
    };
}
