namespace FbaBench.Benchmarks;

/// <summary>One measured number.</summary>
/// <param name="Section">What the number belongs to; one table a section.</param>
/// <param name="Subject">What was measured; one row a subject.</param>
/// <param name="Measure">Which of its numbers; one column a measure.</param>
/// <param name="Value">The number.</param>
/// <param name="Unit">Its unit.</param>
internal sealed record Figure(string Section, string Subject, string Measure, double Value, string Unit);
