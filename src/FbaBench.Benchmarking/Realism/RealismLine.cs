namespace FbaBench;

/// <summary>One fact as measured.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Mean">Mean over worlds; null when it was not measured.</param>
/// <param name="Worlds">Value of each world.</param>
/// <param name="WorldsInside">Worlds whose value lies inside, with all parts of the fact.</param>
/// <param name="Pass">Whether the mean lies inside and, for a must, four of five worlds do.</param>
/// <param name="Note">What else there is to know.</param>
public sealed record RealismLine(RealismFact Fact, double? Mean, IReadOnlyList<double> Worlds, int WorldsInside, bool Pass, string Note);
