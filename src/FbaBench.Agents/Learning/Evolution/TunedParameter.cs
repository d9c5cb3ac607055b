namespace FbaBench;

/// <summary>A number of a rule that can be tuned.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Low">Lowest value.</param>
/// <param name="High">Highest value, above the lowest.</param>
/// <param name="Start">Where the search begins, between both.</param>
public sealed record TunedParameter(string Name, double Low, double High, double Start);
