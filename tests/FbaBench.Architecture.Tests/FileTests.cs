using System.Text.RegularExpressions;

namespace FbaBench.Architecture.Tests;

/// <summary>Sizes of files and folders, and what a source may not hold.</summary>
public sealed partial class FileTests
{
    private const int MostLines = 400;
    private const int MostFiles = 16;

    [Fact]
    public void Files_stay_under_the_line_limit()
    {
        Findings.None(Repository.SourceFiles("*.cs")
            .Select(path => (Path: Repository.Relative(path), Lines: File.ReadLines(path).Count()))
            .Where(file => file.Lines > MostLines)
            .Select(file => $"{file.Path}: {file.Lines} lines; allowed are {MostLines}"));
    }

    [Fact]
    public void Folders_stay_under_the_file_limit()
    {
        Findings.None(Repository.SourceFiles("*.cs")
            .GroupBy(path => Repository.Relative(Path.GetDirectoryName(path)!))
            .Where(folder => folder.Count() > MostFiles)
            .Select(folder => $"{folder.Key}: {folder.Count()} files; allowed are {MostFiles}"));
    }

    [Theory]
    [InlineData("*.cs")]
    [InlineData("*.csproj")]
    [InlineData("*.props")]
    [InlineData("*.targets")]
    [InlineData("*.md")]
    public void Sources_hold_no_notes_to_oneself_and_no_regions(string pattern)
    {
        Findings.None(Repository.SourceFiles(pattern).SelectMany(path => File.ReadLines(path)
            .Select((line, index) => (Line: line, Number: index + 1))
            .Where(line => Unwanted().IsMatch(line.Line))
            .Select(line => $"{Repository.Relative(path)}({line.Number}): {line.Line.Trim()}")));
    }

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b|^\s*#\s*(end)?region\b|#pragma warning disable\s*$")]
    private static partial Regex Unwanted();
}
