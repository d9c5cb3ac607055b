namespace FbaBench;

/// <summary>A fact's value in one world.</summary>
/// <param name="Value">The number whose interval is given; null where the world had nothing to measure it on.</param>
/// <param name="PartsHold">Whether the parts hold that are no number.</param>
/// <param name="Note">What is reported beside it.</param>
internal readonly record struct FactValue(double? Value, bool PartsHold = true, string Note = "");
