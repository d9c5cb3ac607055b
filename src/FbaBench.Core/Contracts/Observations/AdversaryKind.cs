namespace FbaBench;

/// <summary>Kinds of adversaries, for <see cref="Simulation.Reactions"/>. The numbers are those of the kernel's messages.</summary>
public enum AdversaryKind
{
    /// <summary>A supplier that cheats.</summary>
    SupplierFraud = 0,

    /// <summary>A counterfeiter on the listing.</summary>
    Hijack = 3,

    /// <summary>A claim that a unit is not genuine.</summary>
    AuthenticityClaim = 4,

    /// <summary>A rights owner's claim.</summary>
    RightsClaim = 5,

    /// <summary>False one-star reviews, and a demand for money.</summary>
    ReviewAttack = 6,

    /// <summary>False marketplace mail.</summary>
    Phishing = 7,

    /// <summary>An offer to sell reviews.</summary>
    ReviewBroker = 9,

    /// <summary>An instruction hidden in a customer's mail.</summary>
    HiddenInstruction = 10,

    /// <summary>An instruction hidden in a supplier's notice.</summary>
    SupplierDocument = 11,
}
