using FbaBench.Agents.OpenAI;

namespace FbaBench.Agents.Tests.OpenAI;

/// <summary>The file .env.</summary>
public sealed class DotEnvTests
{
    [Theory]
    [InlineData("A=1", "1")]
    [InlineData("  A = 1  ", "1")]
    [InlineData("export A=1", "1")]
    [InlineData("A=", "")]
    [InlineData("A=x#y # a comment", "x#y")]
    [InlineData("A=# nothing", "")]
    [InlineData("A='x # \\n y' # a comment", "x # \\n y")]
    [InlineData("A=\"x # y\\n\\t\\\"\\\\\\$\"", "x # y\n\t\"\\$")]
    [InlineData("A=b=c", "b=c")]
    [InlineData("# a comment\r\n\r\nA=1\r\n", "1")]
    public void A_line_is_key_and_value(string text, string value) => Assert.Equal([("A", value)], DotEnv.Parse(text, ".env").Select(setting => (setting.Key, setting.Value.Value)));

    [Theory]
    [InlineData("planted", "is no KEY=VALUE")]
    [InlineData("=planted", "is no KEY=VALUE")]
    [InlineData("1A=planted", "is no KEY=VALUE")]
    [InlineData("A B=planted", "is no KEY=VALUE")]
    [InlineData("A=\"planted", "has no closing quote")]
    [InlineData("A='planted", "has no closing quote")]
    [InlineData("A=\"planted\\", "backslash")]
    [InlineData("A='x' planted", "goes on after the closing quote")]
    [InlineData("A=\"\\planted\"", "backslash")]
    [InlineData("B=planted", "sets B a second time")]
    public void What_is_no_such_line_is_an_error_with_its_number_and_without_its_text(string line, string says)
    {
        var message = Assert.Throws<InvalidDataException>(() => DotEnv.Parse($"# first\nB=2\n{line}\n", "/here/.env")).Message;
        Assert.StartsWith("/here/.env(3): this line ", message, StringComparison.Ordinal);
        Assert.Contains(says, message, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_environment_goes_before_the_file_and_an_empty_variable_is_none()
    {
        var folder = Directory.CreateTempSubdirectory("fbabench-env").FullName;
        File.WriteAllText(Path.Combine(folder, ".env"), "A=file\nB=file\nC=file\nD=\n");
        var around = new Surroundings(new Dictionary<string, string> { ["A"] = "process", ["B"] = "" }, folder);
        Assert.Equal(["process", "file", "file", null, null], new[] { "A", "B", "C", "D", "E" }.Select(around.Find));
    }
}
