using System.Globalization;

namespace FbaBench.Mutation;

internal static class Report
{
    public static void Write(IReadOnlyList<MutantResult> results, TextWriter to)
    {
        to.WriteLine("# Mutants of the core");
        to.WriteLine();
        to.WriteLine("| group | mutants | killed |");
        to.WriteLine("| --- | --- | --- |");
        foreach (var group in results.GroupBy(result => result.Group))
        {
            to.WriteLine($"| {group.Key} | {group.Count()} | {group.Count(result => !result.Survived)} |");
        }

        var killed = results.Count(result => !result.Survived);
        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| all | {results.Count} | {killed} ({100.0 * killed / results.Count:0.0} %) |"));
        foreach (var survived in (bool[])[true, false])
        {
            to.WriteLine();
            to.WriteLine(survived ? "## Survivors" : "## Killed");
            to.WriteLine();
            foreach (var result in results.Where(result => result.Survived == survived))
            {
                to.WriteLine($"- {result.Group}: `{result.Mutant!.File}:{result.Mutant.Line}` {result.Mutant.Operator}: `{result.Mutant.Before}`{(result.Mutant.Operator == "drop" ? "" : $" becomes `{result.Mutant.After}`")}");
            }
        }
    }
}
