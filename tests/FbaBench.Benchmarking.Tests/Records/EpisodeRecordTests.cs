using FbaBench.Tests.Experiments;

namespace FbaBench.Tests.Records;

/// <summary>What a record keeps, and that it is whole or refused.</summary>
public sealed class EpisodeRecordTests
{
    private static readonly EpisodeKey Key = new("mine", "brief", 3);

    [Fact]
    public async Task Everything_that_an_episode_came_to_survives_a_record()
    {
        var played = await PlayAsync();
        var identity = Identity();
        var read = EpisodeRecord.Read(EpisodeRecord.Write(identity, played));
        Assert.Equal(identity, read.Identity);
        Assert.Equal(played.Result, read.Result);
        Assert.NotNull(played.Result.FirstFault);
        Assert.Equivalent(played.Trajectory, read.Trajectory(), strict: true);
        Assert.NotEmpty(read.Trajectory().CashCents);
    }

    [Fact]
    public async Task A_record_is_refused_with_any_byte_flipped_and_cut_anywhere()
    {
        var bytes = EpisodeRecord.Write(Identity(), await PlayAsync());
        _ = EpisodeRecord.Read(bytes);
        for (var i = 0; i < bytes.Length; i++)
        {
            var flipped = bytes.ToArray();
            flipped[i] ^= (byte)(1 << (i % 8));
            Assert.Throws<InvalidDataException>(() => EpisodeRecord.Read(flipped));
            Assert.Throws<InvalidDataException>(() => EpisodeRecord.Read(bytes[..i]));
        }

        Assert.Throws<InvalidDataException>(() => EpisodeRecord.Read([.. bytes, (byte)'\n']));
    }

    [Fact]
    public void The_bytes_of_a_record_stay_what_they_are()
    {
        var result = new EpisodeResult(Key, Money.Dollars(-1.05m))
        {
            DecisionDays = 2,
            OpeningCash = Money.Dollars(10),
            Revenue = Money.Zero,
            Fees = Money.Zero,
            UnitsSold = 1,
            UnitsLost = 2,
            Refusals = 3,
            FailedDays = 1,
            FirstFault = new(1, FaultKind.Threw) { ErrorType = "FormatException", Message = "é\n" },
            StateHash = "00",
            EventHash = "11",
        };
        Assert.Equal(
            """
            {"schema":"fbabench-episode/1","key":{"agent":"mine","scenario":"brief","world":3},"seed":1,"definition":"0123456789","engine":"e","deadline":"00:00:02","agent":{"version":"2","build":null,"captured":null},"opponents":[],"classAssembly":null,"classBuild":null}
            {"key":{"agent":"mine","scenario":"brief","world":3},"score":-105,"decisionDays":2,"openingCash":1000,"revenue":0,"fees":0,"unitsSold":1,"unitsLost":2,"refusals":3,"failedDays":1,"firstFault":{"day":1,"kind":"Threw","errorType":"FormatException","message":"\u00E9\n"},"insolventDay":null,"opponents":[],"stateHash":"00","eventHash":"11"}
            """.ReplaceLineEndings("\n"),
            string.Join('\n', System.Text.Encoding.UTF8.GetString(EpisodeRecord.Write(Identity(), new(result, Days()))).Split('\n')[..2]));
    }

    private static EpisodeIdentity Identity() => new()
    {
        Key = Key,
        Seed = 1,
        Definition = "0123456789",
        Engine = "e",
        Deadline = TimeSpan.FromSeconds(2),
        Agent = new("2", null, null),
    };

    private static EpisodeTrajectory Days() => PlayAsync().GetAwaiter().GetResult().Trajectory;

    private static Task<PlayedEpisode> PlayAsync()
    {
        var world = WorldSeed.OfExperiment(1, 3);
        return EpisodeRunner.RunAsync(Key, PreparedWorld.Of(new Brief().Define(world)), world, new Faulty(), new SessionOptions(), CancellationToken.None);
    }

    /// <summary>A base-stock seller who throws on day 4.</summary>
    private sealed class Faulty : IAgent
    {
        private readonly BaseStock _inner = new();

        public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken) =>
            today.Day == 4 ? throw new FormatException("not a price") : _inner.DecideAsync(today, context, cancellationToken);
    }
}
