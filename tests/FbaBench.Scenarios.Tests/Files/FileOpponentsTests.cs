namespace FbaBench.Tests.Files;

/// <summary>The key <c>opponents</c> of scenario files.</summary>
public sealed class FileOpponentsTests : IDisposable
{
    private readonly FileFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Opponents_are_read_laid_over_set_and_shown()
    {
        _folder.Write("duel.yaml", "name: duel\nbase: first-year\nseats: 2\nopponents: [tuned-seller]\n");
        var duel = Load("duel.yaml");
        Assert.Equal(["tuned-seller"], duel.Opponents);
        Assert.Equal(2, duel.Define(new(3)).Seats);
        _folder.Write("shown.yaml", duel.ToYaml());
        Assert.Equal(["tuned-seller"], Load("shown.yaml").Opponents);
        Assert.Equal(ScenarioDigest.Of(ScenarioFile.Over(duel, new())), ScenarioDigest.Of(duel));

        _folder.Write("other.yaml", "base: duel.yaml\nopponents:\n  - base-stock\n");
        Assert.Equal(["base-stock"], Load("other.yaml").Opponents);
        Assert.NotEqual(ScenarioDigest.Of(duel), ScenarioDigest.Of(Load("other.yaml")));
        Assert.Equal(["a", "b"], ScenarioFile.Over(duel, new() { Set = ["opponents=[a, b]", "seats=3"] }).Opponents);
        _folder.Write("alone.yaml", "base: duel.yaml\nopponents: null\nseats: 1\n");
        Assert.Empty(Load("alone.yaml").Opponents);
    }

    [Fact]
    public void Without_opponents_digests_stay_and_several_seats_are_for_sessions()
    {
        _folder.Write("empty.yaml", "name: mine\nbase: first-year\nopponents: []\n");
        _folder.Write("none.yaml", "name: mine\nbase: first-year\n");
        Assert.Equal(ScenarioDigest.Of(Load("none.yaml")), ScenarioDigest.Of(Load("empty.yaml")));
        _folder.Write("seats.yaml", "name: mine\nbase: first-year\nseats: 3\n");
        Assert.Equal(3, Load("seats.yaml").Define(default).Seats);
    }

    [Theory]
    [InlineData("seats: 3\nopponents: [tuned-seller]", "1 opponents and 3 seats; seat 0 is the agent under test's, so that seats must be 2.")]
    [InlineData("cash: 9\nopponents: [tuned-seller]", "1 opponents and 1 seats; seat 0 is the agent under test's, so that seats must be 2.")]
    [InlineData("seats: 2\nopponents: [Tuned Seller]", "'Tuned Seller' cannot name an opponent; use 1 to 60 lower-case letters")]
    [InlineData("seats: 2\nopponents: [{ name: x }]", "'' cannot name an opponent")]
    [InlineData("seats: 2\nopponents: tuned-seller", "opponents is a list of agents, seat 1 first, such as [tuned-seller].")]
    public void Wrong_opponents_are_told_at_their_line(string lines, string problem)
    {
        _folder.Write("wrong.yaml", "name: mine\nbase: first-year\n" + lines + "\n");
        var error = Assert.Throws<ScenarioFileException>(() => Load("wrong.yaml"));
        Assert.Equal(4, error.Line);
        Assert.StartsWith(problem, error.Problem, StringComparison.Ordinal);
    }

    private ScenarioFile Load(string name) => ScenarioFile.Load(Path.Combine(_folder.Path, name));
}
