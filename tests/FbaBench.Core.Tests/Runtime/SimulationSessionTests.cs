namespace FbaBench.Tests.Runtime;

public sealed class SimulationSessionTests
{
    [Fact]
    public async Task A_session_plays_what_the_kernel_plays()
    {
        await using var session = Sessions.Mugs().Seat(new(0), Sessions.Trader());
        var simulation = TestWorlds.Start(TestWorlds.Mugs(30));
        while (!session.IsOver)
        {
            await session.PlayDayAsync();
            TestWorlds.Play(simulation, 1);
            Assert.Equal((simulation.Hash, simulation.EventHash), (session.Hash, session.EventHash));
        }
    }

    [Fact]
    public async Task The_last_day_s_events_and_postings_are_the_kernel_s_and_stay_what_they_were()
    {
        await using var session = Sessions.Mugs().Seat(new(0), Sessions.Trader());
        var simulation = TestWorlds.Start(TestWorlds.Mugs(30));
        Assert.Empty(session.LastEvents());
        Assert.Equal(simulation.Transfers.ToArray(), session.LastTransfers());
        Assert.Contains(session.LastTransfers(), transfer => transfer.Reason == TransferReason.OpeningCash);
        await session.PlayDayAsync();
        TestWorlds.Play(simulation, 1);
        var (events, transfers) = (session.LastEvents(), session.LastTransfers());
        await session.PlayDayAsync();
        Assert.NotEmpty(events);
        Assert.Equal(simulation.Events.ToArray(), events);
        Assert.Equal(simulation.Transfers.ToArray(), transfers);
        Assert.All(session.LastEvents(), item => Assert.Equal(1, item.Day));
    }

    [Fact]
    public async Task An_agent_that_throws_scores_what_doing_nothing_scores_and_is_recorded()
    {
        await using var session = Sessions.Mugs().Seat(new(0), new Scripted(_ => throw new InvalidOperationException("broken")));
        await session.PlayAsync();
        Assert.Equal(await Sessions.DoNothingHashAsync(), session.Hash);
        Assert.Equal(30, session.Faults.Count);
        Assert.All(session.Faults, fault => Assert.Equal(FaultKind.Threw, fault.Kind));
        Assert.Equal("broken", session.Faults[0].Error!.Message);
    }

    [Fact]
    public async Task Nonsense_instead_of_a_decision_scores_what_doing_nothing_scores()
    {
        Decision?[] nonsense = [null, new Decision(null!), new Decision(new Throwing())];
        foreach (var decision in nonsense)
        {
            await using var session = Sessions.Mugs().Seat(new(0), new Scripted(_ => decision!));
            await session.PlayAsync();
            Assert.Equal(await Sessions.DoNothingHashAsync(), session.Hash);
            Assert.Equal(30, session.Faults.Count);
        }
    }

    [Fact]
    public async Task An_agent_that_hangs_past_the_deadline_loses_its_turns_and_nobody_waits()
    {
        var time = new ManualTime();
        var never = new TaskCompletionSource<Decision>();
        var options = new SessionOptions { DecisionDeadline = TimeSpan.FromMinutes(1), Time = time };
        await using var session = Sessions.Mugs(days: 5, options: options).Seat(new(0), new Scripted((_, _, _) => new(never.Task)));
        var armed = time.Armed.Task;
        var play = session.PlayDayAsync();
        await armed;
        time.Advance(TimeSpan.FromMinutes(1));
        await play;
        await session.PlayAsync();
        Assert.Equal(await Sessions.DoNothingHashAsync(5), session.Hash);
        Assert.Equal([FaultKind.Late, FaultKind.Busy, FaultKind.Busy, FaultKind.Busy, FaultKind.Busy], session.Faults.Select(fault => fault.Kind));
    }

    [Fact]
    public async Task An_agent_that_blocks_its_thread_is_left_behind_too()
    {
        using var gate = new ManualResetEventSlim();
        var time = new ManualTime();
        var options = new SessionOptions { DecisionDeadline = TimeSpan.FromMinutes(1), Time = time };
        await using var session = Sessions.Mugs(days: 2, options: options).Seat(new(0), new Scripted((_, _, _) =>
        {
            gate.Wait(CancellationToken.None);
            return new(Decision.None);
        }));
        var armed = time.Armed.Task;
        var play = session.PlayDayAsync();
        await armed;
        time.Advance(TimeSpan.FromMinutes(1));
        await play;
        gate.Set();
        Assert.Equal(FaultKind.Late, Assert.Single(session.Faults).Kind);
    }

    [Fact]
    public async Task A_late_agent_plays_again_once_it_has_returned()
    {
        var time = new ManualTime();
        var first = new TaskCompletionSource<Decision>();
        var returned = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var options = new SessionOptions { DecisionDeadline = TimeSpan.FromMinutes(1), Time = time };
        await using var session = Sessions.Mugs(days: 30, options: options).Seat(new(0), new Scripted(async (today, _, _) =>
        {
            if (today.Day > 0)
            {
                return new Decision([new SetPrice(today.Offers[0].Id, Money.Dollars(15))]);
            }

            var decision = await first.Task;
            returned.SetResult();
            return decision;
        }));
        var armed = time.Armed.Task;
        var play = session.PlayDayAsync();
        await armed;
        time.Advance(TimeSpan.FromMinutes(1));
        await play;
        first.SetResult(Decision.None);
        await returned.Task;

        // The call has returned; its task may take a moment to say so, which costs a busy day and nothing else.
        while (!session.Observe(new(0)).Offers[0].IsOpen && session.Day < 30)
        {
            await session.PlayDayAsync();
        }

        Assert.Equal(Money.Dollars(15), session.Observe(new(0)).Offers[0].Price);
        Assert.Equal(FaultKind.Late, session.Faults[0].Kind);
        Assert.All(session.Faults.Skip(1), fault => Assert.Equal(FaultKind.Busy, fault.Kind));
    }

    [Fact]
    public async Task A_decision_changed_after_it_was_handed_over_does_not_change_the_run()
    {
        var list = new List<Command>();
        await using var session = Sessions.Mugs(days: 4).Seat(new(0), new Scripted(today =>
        {
            list.Clear();
            list.Add(new SetPrice(today.Offers[0].Id, Money.Dollars(15)));
            return new Decision(list);
        }));
        session.Events.Subscribe(_ => list.Clear());
        await session.PlayAsync(2);
        Assert.Equal(Money.Dollars(15), session.Observe(new(0)).Offers[0].Price);
    }

    [Fact]
    public async Task Cancellation_leaves_the_day_unplayed_and_playable()
    {
        using var stop = new CancellationTokenSource();
        var gate = new TaskCompletionSource<Decision>();
        var calls = 0;
        await using var session = Sessions.Mugs(days: 4).Seat(new(0), new Scripted(async (_, _, token) =>
        {
            calls++;
            return calls == 1 ? await gate.Task.WaitAsync(token) : Decision.None;
        }));
        var play = session.PlayDayAsync(stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => play);
        Assert.Equal(0, session.Day);
        Assert.Empty(session.Faults);
        await session.PlayDayAsync();
        Assert.Equal(1, session.Day);
    }

    /// <summary>A day broken off while one seat is slow: nobody is called twice at once, and the slow one's answer counts.</summary>
    [Fact]
    public async Task A_broken_off_day_calls_no_agent_twice()
    {
        using var stop = new CancellationTokenSource();
        var gate = new TaskCompletionSource<Decision>();
        var calls = 0;
        await using var session = Sessions.Mugs(days: 4).Seat(new(0), new Scripted((_, _, _) =>
        {
            calls++;
            return new(gate.Task);
        }));
        var play = session.PlayDayAsync(stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => play);
        var again = session.PlayDayAsync();
        gate.SetResult(new Decision([new SetPrice(session.Observe(new(0)).Offers[0].Id, Money.Dollars(15))]));
        await again;
        Assert.Equal(1, calls);
        Assert.Equal(Money.Dollars(15), session.Observe(new(0)).Offers[0].Price);
        Assert.Empty(session.Faults);
    }

    [Fact]
    public async Task Disposing_breaks_off_a_day_that_waits()
    {
        var never = new TaskCompletionSource<Decision>();
        var session = Sessions.Mugs(days: 4).Seat(new(0), new Scripted((_, _, _) => new(never.Task)));
        var play = session.PlayDayAsync();
        await session.DisposeAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => play);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => session.PlayDayAsync());
    }

    [Fact]
    public void A_seat_with_a_submission_takes_no_agent_and_an_agent_no_second_seat()
    {
        var session = Sessions.Mugs(days: 4, seats: 2);
        session.Submit(new(0), 0, Decision.None);
        Assert.Contains("decided already", Assert.Throws<InvalidOperationException>(() => session.Seat(new(0), Sessions.Trader())).Message, StringComparison.Ordinal);
        var twice = Sessions.Trader();
        var other = Sessions.Mugs(days: 4, seats: 2).Seat(new(0), twice);
        Assert.Contains("another seat", Assert.Throws<InvalidOperationException>(() => other.Seat(new(1), twice)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_days_at_once_are_refused()
    {
        var gate = new TaskCompletionSource<Decision>();
        await using var session = Sessions.Mugs(days: 4).Seat(new(0), new Scripted((_, _, _) => new(gate.Task)));
        var play = session.PlayDayAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => session.PlayDayAsync());
        gate.SetResult(Decision.None);
        await play;
        Assert.Equal(1, session.Day);
    }

    [Fact]
    public async Task Submit_is_idempotent_by_seat_and_day()
    {
        await using var session = Sessions.Mugs(days: 4, seats: 2).Seat(new(1), Sessions.Trader());
        var offer = session.Observe(new(0)).Offers[0].Id;
        var decision = new Decision([new SetPrice(offer, Money.Dollars(15))]);
        Assert.Equal(Submission.WrongDay, session.Submit(new(0), 1, decision));
        Assert.Equal(Submission.SeatTaken, session.Submit(new(1), 0, decision));
        Assert.Equal(Submission.Accepted, session.Submit(new(0), 0, decision));
        Assert.Equal(Submission.Duplicate, session.Submit(new(0), 0, Decision.None));
        await session.PlayDayAsync();
        Assert.Equal(Submission.Duplicate, session.Submit(new(0), 0, Decision.None));
        Assert.Equal(Money.Dollars(15), session.Observe(new(0)).Offers[0].Price);
        Assert.Equal(Submission.Accepted, session.Submit(new(0), 1, Decision.None));
        Assert.Throws<ArgumentException>(() => session.Submit(new(2), 1, Decision.None));
    }

    [Fact]
    public async Task Submitted_decisions_and_an_agent_s_give_the_same_run()
    {
        await using var asked = Sessions.Mugs(days: 20).Seat(new(0), Sessions.Trader());
        await using var submitted = Sessions.Mugs(days: 20);
        while (!asked.IsOver)
        {
            submitted.Submit(new(0), submitted.Day, TestWorlds.Trade(submitted.Observe(new(0))));
            await asked.PlayDayAsync();
            await submitted.PlayDayAsync();
            Assert.Equal(asked.Hash, submitted.Hash);
        }
    }

    [Fact]
    public async Task A_seat_without_anybody_passes_its_days()
    {
        await using var session = Sessions.Mugs();
        await session.PlayAsync();
        Assert.Equal(await Sessions.DoNothingHashAsync(), session.Hash);
    }

    [Fact]
    public async Task An_agent_draws_by_seat_and_repeat_and_never_touches_the_world()
    {
        var draws = new Dictionary<(int Repeat, int Seat), double>();
        foreach (var repeat in (int[])[0, 1])
        {
            await using var session = Sessions.Mugs(days: 3, seats: 2, new SessionOptions { Repeat = repeat });
            for (var seat = 0; seat < 2; seat++)
            {
                session.Seat(new(seat), new Scripted((today, context, _) =>
                {
                    Assert.Equal(context.Uniform("x", today.Day), context.Uniform("x", today.Day));
                    draws.TryAdd((repeat, context.Seat.Index), context.Uniform("x", 0));
                    return new(Decision.None);
                }));
            }

            await session.PlayAsync(1);
        }

        Assert.Equal(4, draws.Values.Distinct().Count());
    }

    [Fact]
    public void Wrong_use_says_what_to_do()
    {
        var session = Sessions.Mugs().Seat(new(0), Sessions.Trader());
        Assert.Contains("already plays", Assert.Throws<InvalidOperationException>(() => session.Seat(new(0), Sessions.Trader())).Message, StringComparison.Ordinal);
        Assert.Contains("counted from 0", Assert.Throws<ArgumentException>(() => session.Seat(new(5), Sessions.Trader())).Message, StringComparison.Ordinal);
        Assert.Contains("above zero", Assert.Throws<ArgumentOutOfRangeException>(() => Sessions.Mugs(options: new SessionOptions { DecisionDeadline = TimeSpan.Zero })).Message, StringComparison.Ordinal);
        Assert.Contains("30 days", Assert.Throws<ArgumentOutOfRangeException>(() => Sessions.Mugs(options: new SessionOptions { DecisionDeadline = TimeSpan.MaxValue })).Message, StringComparison.Ordinal);
    }

    private sealed class Throwing : IReadOnlyList<Command>
    {
        public int Count => 2;

        public Command this[int index] => throw new InvalidOperationException("no");

        public IEnumerator<Command> GetEnumerator() => throw new InvalidOperationException("no");

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
