using System.Diagnostics;

namespace FbaBench.Tests.Remote;

/// <summary>Programs that play, break, hang, babble and must leave nothing behind. Python is the one that is at hand everywhere.</summary>
public sealed class ProcessAgentTests
{
    /// <summary>Answers nothing useful, after a line of the test's own.</summary>
    private const string Loop = """
        import json, os, sys, time
        for n, line in enumerate(sys.stdin):
            m = json.loads(line)
            {0}
            print("[]", flush=True)
        """;

    [NeedsFact("python3")]
    public async Task A_crash_in_the_middle_is_one_failed_day_and_a_new_process_is_told_so()
    {
        var agent = Python("""
            if m.get("day") == 2: sys.exit("out of ideas")
                if m.get("day") == 3: assert m["first"] and m["restarted"] and "rules" in m["observation"] and "out of ideas" in m["problems"][0]
                if m.get("day") == 4: assert not m["first"] and not m["restarted"]
            """);
        var played = await Episode.DaysAsync(agent, 6);
        var fault = Assert.Single(played.Faults);
        Assert.Equal((2, FaultKind.Threw), (fault.Day, fault.Kind));
        Assert.Contains("gave no answer on day 2: it ended with exit code 1; the last of its error output: out of ideas", Assert.IsType<IOException>(fault.Error).Message, StringComparison.Ordinal);
    }

    [NeedsFact("python3")]
    public async Task A_program_that_ends_before_its_first_answer_was_never_there()
    {
        await using var session = Episode.Start(Python("sys.exit('no module named soul')"));
        var error = await Assert.ThrowsAsync<AgentServiceException>(() => session.PlayDayAsync());
        Assert.Contains("no module named soul", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, session.Day);
    }

    [Fact]
    public async Task A_program_that_does_not_exist_is_named_with_what_to_do()
    {
        await using var agent = new ProcessAgent(AgentSetting.Alone("mine"), new() { Command = ["no-such-program", "x"] });
        await using var session = Episode.Start(agent);
        var error = await Assert.ThrowsAsync<AgentServiceException>(() => session.PlayDayAsync());
        Assert.StartsWith("'no-such-program' could not be started", error.Message, StringComparison.Ordinal);
        Assert.Contains("install it", error.Message, StringComparison.Ordinal);
    }

    [NeedsFact("python3")]
    public async Task Babble_on_the_output_fails_its_day_and_never_becomes_the_answer_of_the_next()
    {
        var agent = Python("""if m.get("day") == 1: print("thinking"); print('[{"command":"closeBusiness"}]', flush=True)""");
        var played = await Episode.DaysAsync(agent, 4);
        Assert.Equal((1, FaultKind.Threw), (Assert.Single(played.Faults).Day, played.Faults[0].Kind));
        var quiet = await Episode.DaysAsync(new DoNothing(), 4);
        Assert.Equal((quiet.State, quiet.Events), (played.State, played.Events));
    }

    [NeedsFact("python3")]
    public async Task An_answer_longer_than_allowed_and_one_that_does_not_come_are_failed_days()
    {
        var agent = Python("""
            if m.get("day") == 1: print("[" + " " * 4000 + "]", flush=True)
                if m.get("day") == 3: time.sleep(600)
            """, timeout: TimeSpan.FromSeconds(3));
        var played = await Episode.DaysAsync(agent, 5);
        Assert.Equal([1, 3], played.Faults.Select(fault => fault.Day));
        Assert.IsType<InvalidDataException>(played.Faults[0].Error);
        Assert.Contains("within 3 s on day 3: it was ended", played.Faults[1].Error!.Message, StringComparison.Ordinal);
    }

    [NeedsFact("python3")]
    public async Task The_end_is_told_and_a_process_that_goes_by_itself_is_not_killed()
    {
        var file = Path.GetTempFileName();
        var agent = new ProcessAgent(AgentSetting.Alone("mine"), new()
        {
            Command = ["python3", "-c", $"import sys\nlines = []\nfor line in sys.stdin:\n    lines.append(line)\n    if 'end' not in line[-12:]: print('[]', flush=True)\nopen(r'{file}', 'w').write(lines[-1])"],
            Grace = TimeSpan.FromSeconds(30),
        });
        await Episode.DaysAsync(agent, 2);
        Assert.Equal("""{"protocol":"fbabench-agent/1","episode":"mine","agent":"mine","seat":0,"end":true}""", (await File.ReadAllTextAsync(file)).TrimEnd());
        File.Delete(file);
    }

    [NeedsFact("python3")]
    public async Task A_stopped_run_kills_the_process_and_what_it_started()
    {
        var file = Path.GetTempFileName();
        var agent = Python($"""
            import subprocess, signal; signal.signal(signal.SIGTERM, signal.SIG_IGN)
                child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
                open(r"{file}", "w").write(str(os.getpid()) + " " + str(child.pid))
                time.sleep(600)
            """, grace: TimeSpan.FromMilliseconds(100));
        await using var session = Episode.Start(agent);
        using var stop = new CancellationTokenSource();
        var day = session.PlayDayAsync(stop.Token);
        while (new FileInfo(file).Length == 0)
        {
            await Task.WhenAny(day, Task.Delay(20));
            Assert.False(day.IsCompleted);
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => day);
        await AgentLife.EndAsync(agent);
        foreach (var id in (await File.ReadAllTextAsync(file)).Split(' '))
        {
            await GoneAsync(int.Parse(id, System.Globalization.CultureInfo.InvariantCulture));
        }

        File.Delete(file);
    }

    [NeedsFact("python3")]
    public async Task An_answer_that_comes_after_its_deadline_is_not_taken_for_the_next_days()
    {
        var agent = Python("""
            if m.get("day") == 1:
                    time.sleep(3); print('[{"command":"closeBusiness"}]', flush=True); continue
            """);
        await using var session = SimulationSession.Start(new FirstYear(), new(7), new SessionOptions { DecisionDeadline = TimeSpan.FromSeconds(2) }).Seat(new(0), agent);
        for (var i = 0; i < 4; i++)
        {
            await session.PlayDayAsync();
        }

        Assert.Equal((1, FaultKind.Late), (session.Faults[0].Day, session.Faults[0].Kind));
        Assert.True(session.Observe(new(0)).IsTrading);
        await AgentLife.EndAsync(agent);
        var quiet = await Episode.DaysAsync(new DoNothing(), 4);
        Assert.Equal(quiet.State, session.Hash);
    }

    private static ProcessAgent Python(string line, TimeSpan? timeout = null, TimeSpan? grace = null) => new(AgentSetting.Alone("mine"), new()
    {
        Command = ["python3", "-c", Loop.Replace("{0}", line, StringComparison.Ordinal)],
        Timeout = timeout ?? TimeSpan.FromMinutes(1),
        Grace = grace ?? TimeSpan.FromSeconds(2),
        MostAnswerBytes = 2_048,
    });

    /// <summary>The system takes a moment to clear away who is killed; who is not would stay for ten minutes.</summary>
    private static async Task GoneAsync(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        }
        catch (ArgumentException)
        {
            // It is gone already.
        }
    }
}
