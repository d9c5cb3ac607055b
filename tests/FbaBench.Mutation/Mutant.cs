using Microsoft.CodeAnalysis;

namespace FbaBench.Mutation;

/// <summary>One small change.</summary>
/// <param name="File">Path under src/FbaBench.Core.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Operator">Which operator of the list.</param>
/// <param name="Before">What stood there.</param>
/// <param name="After">What stands there now.</param>
/// <param name="Mutated">The file's tree with the change.</param>
internal sealed record Mutant(string File, int Line, string Operator, string Before, string After, SyntaxTree Mutated);

/// <summary>What became of a mutant.</summary>
internal sealed record MutantResult(string Group, Mutant? Mutant, bool Survived, double Seconds);
