using System.Text;
using FbaBench.Agents.Tests.Policies;
using Microsoft.Extensions.AI;

namespace FbaBench.Agents.Tests.Models.Sessions;

/// <summary>Tapes that are damaged, cut, another agent's, or asked for something else.</summary>
public sealed class ModelTapeTests
{
    [Fact]
    public async Task A_tape_cut_anywhere_goes_on_from_its_last_whole_line()
    {
        var whole = await RecordedAsync();
        var text = await AnswersAsync(new KeptStream(whole), new ScriptedModel((_, _) => throw new InvalidOperationException()), TapeMode.Replay);
        for (var length = 0; length <= whole.Length; length += 97)
        {
            var model = Counting();
            using var cut = new KeptStream(whole[..length]);
            Assert.Equal(text, await AnswersAsync(cut, model, TapeMode.Record));
            Assert.Equal(whole.AsSpan(0, length).Count((byte)'\n') is var lines && lines == 0 ? 6 : 7 - lines, model.Calls);

            // What it wrote is a whole tape again.
            Assert.Equal(text, await AnswersAsync(new KeptStream(cut.ToArray()), new ScriptedModel((_, _) => throw new InvalidOperationException()), TapeMode.Replay));
        }
    }

    [Fact]
    public async Task A_changed_byte_is_found_at_its_line()
    {
        var whole = await RecordedAsync();
        var random = new Random(5);
        for (var trial = 0; trial < 300; trial++)
        {
            var at = random.Next(whole.Length - 1);
            var changed = whole.ToArray();
            changed[at] ^= (byte)(1 << random.Next(8));
            if (changed[at] == (byte)'\n' || whole[at] == (byte)'\n')
            {
                continue;
            }

            var line = whole.AsSpan(0, at).Count((byte)'\n') + 1;
            var error = Assert.Throws<TapeException>(() => new ModelTape(new KeptStream(changed)));
            Assert.Contains($"Line {line} of the tape", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_line_that_was_left_out_or_moved_is_found()
    {
        var lines = Encoding.UTF8.GetString(await RecordedAsync()).TrimEnd('\n').Split('\n');
        string[] without = [.. lines.Take(2), .. lines.Skip(3)];
        string[] swapped = [lines[0], lines[2], lines[1], .. lines.Skip(3)];
        foreach (var other in new[] { without, swapped })
        {
            Assert.Throws<TapeException>(() => new ModelTape(new KeptStream(Encoding.UTF8.GetBytes(string.Join('\n', other) + "\n"))));
        }
    }

    [Fact]
    public async Task Another_request_is_told_with_the_difference()
    {
        var whole = await RecordedAsync();
        using var session = ModelSessionTests.Session(Counting(), new KeptStream(whole), mode: TapeMode.Replay);
        session.BeginDay(0);
        await session.GetResponseAsync(Question(0, 0));
        var error = await Assert.ThrowsAsync<TapeException>(() => session.GetResponseAsync([.. Question(0, 0), new(ChatRole.User, "step one of it")]));
        Assert.Contains("Call 1 of day 0 is another than on the tape: message 3 differs at character", error.Message, StringComparison.Ordinal);
        Assert.Contains("step 1", error.Difference, StringComparison.Ordinal);
        Assert.Contains("step one", error.Difference, StringComparison.Ordinal);
        Assert.DoesNotContain("step 1", error.ToString(), StringComparison.Ordinal);

        session.BeginDay(7);
        var missing = await Assert.ThrowsAsync<TapeException>(() => session.GetResponseAsync(Question(7, 0)));
        Assert.Contains("has no call 0 of day 7; the nearest is call 0 of day 2, and message 2 differs", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recording_does_not_go_on_before_what_is_on_the_tape()
    {
        using var session = ModelSessionTests.Session(Counting(), new KeptStream(await RecordedAsync()));
        session.BeginDay(0);
        await session.GetResponseAsync(Question(0, 0));
        await session.GetResponseAsync(Question(0, 1));
        await Assert.ThrowsAsync<TapeException>(() => session.GetResponseAsync(Question(0, 2)));
    }

    [Fact]
    public async Task Another_agent_s_tape_is_refused_and_an_empty_one_replays_nothing()
    {
        var whole = await RecordedAsync();
        var error = Assert.Throws<TapeException>(() => new ModelSession(
            ScriptedModel.Source(Counting()) with { Name = "test/other" }, new() { Setting = AgentSetting.Alone("seller"), Tape = new ModelTape(new KeptStream(whole)) }));
        Assert.Contains("it asked test/seller, now test/other is asked", error.Message, StringComparison.Ordinal);
        Assert.Contains("its prompt had the digest none, now changed", Assert.Throws<TapeException>(() => Other(whole)).Message, StringComparison.Ordinal);
        Assert.Contains("empty", Assert.Throws<TapeException>(() => ModelSessionTests.Session(Counting(), new KeptStream(), mode: TapeMode.Replay)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new ModelTape(null, TapeMode.Replay));

        static ModelSession Other(byte[] whole) => new(
            ScriptedModel.Source(Counting()), new() { Setting = AgentSetting.Alone("seller"), Tape = new ModelTape(new KeptStream(whole)), PromptDigest = "changed" });
    }

    [Fact]
    public async Task A_tape_holds_what_was_said_once_and_says_what_it_cost()
    {
        var text = Encoding.UTF8.GetString(await RecordedAsync());
        Assert.Equal(7, text.Split('\n').Length - 1);
        Assert.Equal(3, text.Split("\"the morning of day").Length - 1);
        Assert.Contains("\"microDollars\":1800", text, StringComparison.Ordinal);
    }

    private static ScriptedModel Counting() => new((messages, _) => ScriptedModel.Text("answer to: " + messages[^1].Text));

    private static ChatMessage[] Question(int day, int step) =>
        [new(ChatRole.System, "Sell."), new(ChatRole.User, $"the morning of day {day}"), .. Enumerable.Range(1, step).Select(i => new ChatMessage(ChatRole.User, $"step {i} of it"))];

    private static async Task<string> AnswersAsync(Stream file, IChatClient model, TapeMode mode)
    {
        var answers = new StringBuilder();
        using var session = ModelSessionTests.Session(model, file, mode: mode);
        for (var day = 0; day < 3; day++)
        {
            session.BeginDay(day);
            for (var step = 0; step < 2; step++)
            {
                answers.AppendLine((await session.GetResponseAsync(Question(day, step))).Text);
            }
        }

        return answers.ToString() + session.Ledger.Run;
    }

    private static async Task<byte[]> RecordedAsync()
    {
        var file = new KeptStream();
        await AnswersAsync(file, Counting(), TapeMode.Record);
        return file.ToArray();
    }
}
