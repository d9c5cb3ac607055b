using System.Text.RegularExpressions;

namespace FbaBench.Tests.Files;

/// <summary>What docs/scenario-files.md shows is what happens.</summary>
public sealed partial class ScenarioFilesPageTests : IDisposable
{
    private readonly FileFolder _folder = new();

    private static string Page => File.ReadAllText(Path.Combine(Repository.Root, "docs", "scenario-files.md"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_file_of_the_page_is_a_scenario()
    {
        string[] files = [.. Yaml().Matches(Page).Select(match => match.Groups["text"].Value)];
        Assert.Equal(["mug-shop", "dear-and-lean", "lean-toys", "duel"], files.Select(text => ScenarioFile.Load(_folder.Write("page.yaml", text)).Name));
        var lean = ScenarioFile.Load(_folder.Write("page.yaml", files[1])).Define(default);
        var shipped = new FirstYear().Define(default);
        Assert.Equal(shipped.Niches.Count - 1, lean.Niches.Count);
        Assert.Equal(14, lean.Account.ReserveDays);
        var toys = ScenarioFile.Load(_folder.Write("page.yaml", files[2])).Define(default);
        Assert.Equal((Money.Dollars(12_000), 4), (toys.Cash, toys.Niches.Sum(niche => niche.Products.Count)));
    }

    [Theory]
    [InlineData("sessionsPerDay:", "sesionsPerDay:", 0)]
    [InlineData("returnRate: 0.07", "returnRate: 0.7", 1)]
    public void The_errors_of_the_page_are_those_of_its_file(string right, string wrong, int shown)
    {
        var text = Yaml().Match(Page).Groups["text"].Value;
        var error = Assert.Throws<ScenarioFileException>(() => ScenarioFile.Load(_folder.Write("mug-shop.yaml", text.Replace(right, wrong, StringComparison.Ordinal))));
        var line = Errors().Match(Page).Groups["text"].Value.Split('\n')[shown].TrimEnd('…', ' ');
        Assert.StartsWith(line, Path.GetFileName(error.File) + error.Message[error.File.Length..], StringComparison.Ordinal);
    }

    [GeneratedRegex("```yaml\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Yaml();

    [GeneratedRegex("```text\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Errors();
}
