using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FbaBench.Mutation;

/// <summary>
/// The operators: ±1 on a number, &lt; to &lt;= (and the three like it), + to − (and back), drop a statement. Which places are
/// taken is a function of path and place alone.
/// </summary>
internal static class Mutator
{
    private static readonly Dictionary<SyntaxKind, (SyntaxKind Token, SyntaxKind Kind, string Name)> Swaps = new()
    {
        [SyntaxKind.LessThanExpression] = (SyntaxKind.LessThanEqualsToken, SyntaxKind.LessThanOrEqualExpression, "< to <="),
        [SyntaxKind.LessThanOrEqualExpression] = (SyntaxKind.LessThanToken, SyntaxKind.LessThanExpression, "<= to <"),
        [SyntaxKind.GreaterThanExpression] = (SyntaxKind.GreaterThanEqualsToken, SyntaxKind.GreaterThanOrEqualExpression, "> to >="),
        [SyntaxKind.GreaterThanOrEqualExpression] = (SyntaxKind.GreaterThanToken, SyntaxKind.GreaterThanExpression, ">= to >"),
        [SyntaxKind.AddExpression] = (SyntaxKind.MinusToken, SyntaxKind.SubtractExpression, "+ to -"),
        [SyntaxKind.SubtractExpression] = (SyntaxKind.PlusToken, SyntaxKind.AddExpression, "- to +"),
        [SyntaxKind.AddAssignmentExpression] = (SyntaxKind.MinusEqualsToken, SyntaxKind.SubtractAssignmentExpression, "+= to -="),
        [SyntaxKind.SubtractAssignmentExpression] = (SyntaxKind.PlusEqualsToken, SyntaxKind.AddAssignmentExpression, "-= to +="),
    };

    /// <summary>Mutants of a group that compile, at most as many as asked for.</summary>
    public static IReadOnlyList<(Mutant Mutant, byte[] Assembly)> Choose(CoreSources core, Group group, int quota)
    {
        var chosen = new List<(Mutant, byte[])>();
        foreach (var mutant in group.Files.SelectMany(file => All(core, file)).OrderBy(Place, StringComparer.Ordinal))
        {
            if (chosen.Count == quota)
            {
                break;
            }

            if (core.Compile(mutant) is { } assembly)
            {
                chosen.Add((mutant, assembly));
            }
        }

        return chosen;
    }

    private static string Place(Mutant mutant) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{mutant.File}|{mutant.Operator}|{mutant.Before}|{mutant.After}|{mutant.Line}")));

    private static IEnumerable<Mutant> All(CoreSources core, string file)
    {
        var tree = core.Tree(file);
        var root = tree.GetRoot();
        foreach (var node in root.DescendantNodes().Where(node => !IsProse(node)))
        {
            foreach (var (replacement, name) in Replacements(node))
            {
                var mutated = tree.WithRootAndOptions(root.ReplaceNode(node, replacement.WithTriviaFrom(node)), tree.Options);
                var line = node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
                yield return new Mutant(file, line, name, Short(node), Short(replacement), mutated);
            }
        }
    }

    /// <summary>Texts of errors and the like: a change there is a change of prose.</summary>
    private static bool IsProse(SyntaxNode node) =>
        node.AncestorsAndSelf().Any(one => one is InterpolatedStringExpressionSyntax or ThrowExpressionSyntax or ThrowStatementSyntax or AttributeSyntax);

    private static IEnumerable<(SyntaxNode Node, string Name)> Replacements(SyntaxNode node)
    {
        switch (node)
        {
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NumericLiteralExpression } literal:
                yield return (SyntaxFactory.ParseExpression($"({literal} + 1)"), "+1");
                yield return (SyntaxFactory.ParseExpression($"({literal} - 1)"), "-1");
                break;
            case BinaryExpressionSyntax binary when Swaps.TryGetValue(binary.Kind(), out var swap) && !IsText(binary):
                yield return (SyntaxFactory.BinaryExpression(swap.Kind, binary.Left, SyntaxFactory.Token(swap.Token).WithTriviaFrom(binary.OperatorToken), binary.Right), swap.Name);
                break;
            case AssignmentExpressionSyntax assignment when Swaps.TryGetValue(assignment.Kind(), out var swap):
                yield return (SyntaxFactory.AssignmentExpression(swap.Kind, assignment.Left, SyntaxFactory.Token(swap.Token).WithTriviaFrom(assignment.OperatorToken), assignment.Right), swap.Name);
                break;
            case ExpressionStatementSyntax:
                yield return (SyntaxFactory.EmptyStatement(), "drop");
                break;
        }
    }

    private static bool IsText(BinaryExpressionSyntax binary) =>
        binary.DescendantNodes().Any(node => node.IsKind(SyntaxKind.StringLiteralExpression));

    private static string Short(SyntaxNode node)
    {
        var text = string.Join(' ', node.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= 60 ? text : text[..57] + "...";
    }
}
