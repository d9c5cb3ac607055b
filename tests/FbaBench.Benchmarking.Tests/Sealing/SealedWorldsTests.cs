using System.Security.Cryptography;
using System.Text;
using FbaBench.Tests.Experiments;

namespace FbaBench.Tests.Sealing;

/// <summary>Commitment, seeds, and what is refused.</summary>
public sealed class SealedWorldsTests : IDisposable
{
    private static readonly WorldSecret Secret = WorldSecret.Parse(new string('a', 64));
    private readonly TemporaryFolder _folder = new();

    public SealedWorldsTests() => Directory.CreateDirectory(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_commitment_is_the_digest_of_the_lines_that_the_docs_show()
    {
        var scenario = new Brief();
        var commitment = SealedWorlds.Commit("autumn", Secret, 3, [scenario], "fbabench-canary-of-a-test").Commitment;
        var text = $"fbabench-commitment/1\nexperiment autumn\ncanary fbabench-canary-of-a-test\nworlds 3\nengine 1\nderivation 1\nscenario brief {ScenarioDigest.Of(scenario)}\nsecret {new string('a', 64)}\n";
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), commitment.Digest);
    }

    [Fact]
    public void A_seed_is_the_head_of_the_code_over_scenario_and_index()
    {
        var worlds = SealedWorlds.Commit("autumn", Secret, 3, [new Brief()]);
        var code = HMACSHA256.HashData(Convert.FromHexString(new string('a', 64)), "fbabench-sealed-world/1|brief|2"u8);
        Assert.Equal(Convert.ToUInt64(Convert.ToHexString(code.AsSpan(0, 8)), 16), worlds.Seed("brief", 2).Value);
        Assert.NotEqual(worlds.Seed("brief", 2), worlds.Seed("other", 2));
    }

    [Fact]
    public void Training_test_public_and_sealed_worlds_share_none()
    {
        const int worlds = 20_000;
        var sealedWorlds = SealedWorlds.Commit("autumn", Secret, worlds, [new Brief()]);
        var (training, test, open, closed) = (Seeds(new WorldSplit(9).Training), Seeds(new WorldSplit(9).Test), Seeds(world => WorldSeed.OfExperiment(1, world)), Seeds(world => sealedWorlds.Seed("brief", world)));
        Assert.Equal(4 * worlds, training.Concat(test).Concat(open).Concat(closed).Distinct().Count());
        Assert.All(training, seed => Assert.True(WorldSplit.IsTraining(seed)));
        Assert.DoesNotContain(test, WorldSplit.IsTraining);

        static WorldSeed[] Seeds(Func<int, WorldSeed> of) => [.. Enumerable.Range(0, worlds).Select(of)];
    }

    [Fact]
    public void A_published_commitment_opens_with_its_secret_and_no_other()
    {
        var path = _folder.In("commitment.json");
        var made = SealedWorlds.Commit("autumn", Secret, 3, [new Brief()]);
        made.Commitment.Save(path);
        var read = SealedCommitment.Load(path);
        Assert.Equal(made.Seed("brief", 1), SealedWorlds.Open(read, Secret).Seed("brief", 1));
        Assert.Equal(SealFault.WrongSecret, Fault(() => SealedWorlds.Open(read, WorldSecret.New())));
        foreach (var changed in new[] { read with { Worlds = 4 }, read with { Engine = 2 }, read with { Canary = Canary.New() }, read with { Experiment = "spring" }, read with { Scenarios = [new("brief", new string('0', 32))] } })
        {
            Assert.Equal(SealFault.WrongSecret, Fault(() => SealedWorlds.Open(changed, Secret)));
        }

        Assert.Throws<IOException>(() => made.Commitment.Save(path));
    }

    [Fact]
    public void A_commitment_of_another_engine_or_derivation_is_refused_although_the_secret_is_right()
    {
        var now = SealedWorlds.Commit("autumn", Secret, 3, [new Brief()]).Commitment;
        foreach (var other in new[] { now with { Engine = 2 }, now with { Derivation = 2 } })
        {
            Assert.Equal(SealFault.ChangedGenerator, Fault(() => SealedWorlds.Open(other with { Digest = other.DigestWith(Secret) }, Secret)));
        }
    }

    [Fact]
    public async Task A_scenario_that_makes_other_worlds_than_it_did_is_refused_before_anything_is_played()
    {
        var worlds = SealedWorlds.Commit("autumn", Secret, 2, [new Brief()]);
        Assert.Equal(SealFault.ChangedGenerator, await FaultAsync(Plan(worlds, new Brief { Cash = 41_000 })));
        Assert.Equal(SealFault.ChangedGenerator, await FaultAsync(Plan(worlds, new Brief("other"))));
        Assert.False(Directory.Exists(_folder.Runs));
    }

    [Fact]
    public void A_canary_that_another_experiment_has_is_refused_from_folders_and_from_a_registry()
    {
        var first = SealedWorlds.Commit("autumn", Secret, 2, [new Brief()]);
        first.Reveal().Save(_folder.In("reveal.json"));
        var known = new CanaryRegistry().AddFolder(_folder.Path);
        Assert.Equal([first.Commitment.Canary], known.Canaries);
        Assert.Equal(SealFault.ReusedCanary, Fault(() => SealedWorlds.Commit("winter", WorldSecret.New(), 2, [new Brief()], first.Commitment.Canary, known)));
        Assert.NotNull(SealedWorlds.Open(first.Commitment, Secret, known));
        Assert.NotEqual(first.Commitment.Canary, SealedWorlds.Commit("winter", WorldSecret.New(), 2, [new Brief()], known: known).Commitment.Canary);

        var registry = _folder.In("canaries.txt");
        CanaryRegistry.Register(registry, first.Commitment);
        CanaryRegistry.Register(registry, first.Commitment);
        Assert.Single(File.ReadAllLines(registry));
        Assert.Equal(SealFault.ReusedCanary, Fault(() => CanaryRegistry.Register(registry, first.Commitment with { Digest = new string('1', 64) })));
    }

    [Fact]
    public async Task What_was_committed_to_is_played_and_nothing_else()
    {
        var worlds = SealedWorlds.Commit("autumn", Secret, 2, [new Brief()]);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Plan(worlds).Worlds(3).RunAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => Plan(worlds).Seed(1).RunAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => Plan(worlds).Canary(Canary.New()).RunAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => Plan(worlds, name: "winter").RunAsync());
        worlds.Reveal().Save(_folder.In("reveal.json"));
        Assert.Equal(SealFault.Revealed, await FaultAsync(Plan(worlds)));
    }

    [Fact]
    public void A_secret_is_long_enough_and_shows_itself_to_nobody()
    {
        Assert.Throws<FormatException>(() => WorldSecret.Parse(new string('a', 62)));
        var error = Assert.Throws<FormatException>(() => WorldSecret.Parse("not-hexadecimal-" + new string('a', 64)));
        Assert.DoesNotContain("aaaa", error.Message, StringComparison.Ordinal);
        Assert.Equal("(secret)", Secret.ToString());
        var path = _folder.In("secret.txt");
        var fresh = WorldSecret.New();
        fresh.Save(path);
        Assert.Equal(fresh.ToHexadecimal(), WorldSecret.Load(path).ToHexadecimal());
        Assert.Throws<IOException>(() => WorldSecret.New().Save(path));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }
    }

    private Benchmark Plan(SealedWorlds worlds, IScenario? scenario = null, string name = "autumn") =>
        Benchmark.Create(name).Scenario(scenario ?? new Brief()).Agent("do-nothing").Sealed(worlds).Output(_folder.Path);

    private static SealFault Fault(Action act) => Assert.Throws<SealException>(act).Fault;

    private static async Task<SealFault> FaultAsync(Benchmark benchmark) => (await Assert.ThrowsAsync<SealException>(() => benchmark.RunAsync())).Fault;
}
