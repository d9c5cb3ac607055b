using CsCheck;

namespace FbaBench.Tests.Runtime;

/// <summary>Commands on suppliers, mail and the account in the run's log.</summary>
public sealed class SupplyLogTests
{
    private static readonly Gen<int> Any = Gen.OneOf(Gen.Int, Gen.Int[-3, 400]);

    private static readonly Gen<Command> AnyCommand = Gen.OneOf(
        Gen.Select(Any, Any, Any, Gen.Long, Command (offer, supplier, units, price) => new MakeSupplierOffer(new(offer), new(supplier), units, new(price))),
        Gen.Select(Any, Any, Command (offer, supplier) => new AcceptSupplierOffer(new(offer), new(supplier))),
        Gen.Select(Any, Any, Command (offer, supplier) => new InspectSupplier(new(offer), new(supplier))),
        Gen.Select(Any, Any, Any, Command (seat, day, index) => new RejectOrder(new(new(seat), day, index))),
        Gen.Select(Any, Any, Any, Command (offer, units, path) => new DisposeUnsellable(new(offer), units, (DisposalPath)path)),
        Gen.Select(Any, Any, Any, Command (mail, action, claim) => new ReactToMail(mail, (MailAction)action, claim)),
        Any.Select(Command (cause) => new AppealSuspension((SuspensionCause)cause)));

    /// <summary>Whatever its numbers are, known to the kernel or not: a logged command is read as it was given.</summary>
    [Fact]
    [Trait("Category", "Property")]
    public void A_logged_command_is_read_as_it_was_given() =>
        AnyCommand.Array[1, 20].Sample(
            commands =>
            {
                using var stream = new MemoryStream();
                var session = Sessions.Mugs(days: 2, options: new SessionOptions { Log = stream }).Seat(new(0), new Scripted(today => new Decision(today.Day == 0 ? commands : [])));
                session.PlayAsync().GetAwaiter().GetResult();
                var hash = session.Hash;
                session.DisposeAsync().AsTask().GetAwaiter().GetResult();
                using var reader = RunLogReader.Open(new MemoryStream(stream.ToArray()));
                Assert.Equal(commands, reader.Days[0].Decisions.Single().Decision.Commands);
                Assert.Equal(hash, reader.Replay().Hash);
            },
            iter: 60);

    [Fact]
    public async Task A_logged_run_with_every_command_replays()
    {
        using var stream = new MemoryStream();
        var given = new HashSet<Type>();
        StateHash hash;
        StateHash events;
        await using (var session = SimulationSession.Start(Strict(), new WorldSeed(3), new SessionOptions { Log = stream }).Seat(new(0), Trader(given)).Seat(new(1), Trader(given)))
        {
            await session.PlayAsync();
            (hash, events) = (session.Hash, session.EventHash);
        }

        Assert.Superset(
            new HashSet<Type> { typeof(MakeSupplierOffer), typeof(AcceptSupplierOffer), typeof(InspectSupplier), typeof(RejectOrder), typeof(DisposeUnsellable), typeof(ReactToMail), typeof(AppealSuspension) },
            given);
        using var reader = RunLogReader.Open(new MemoryStream(stream.ToArray()));
        var replay = reader.Replay();
        Assert.Equal((hash, events), (replay.Hash, replay.EventHash));
    }

    /// <summary>On days with open mail, talks, inspected orders, a suspension or an appeal: a fork and a saved state play on as the original.</summary>
    [Fact]
    public void Forks_and_saved_states_play_on_from_any_such_day()
    {
        var simulation = TestWorlds.Start(Strict(), seed: 3);
        var taken = new HashSet<string>();
        while (simulation.Day < 130)
        {
            WholeMarket.Play(simulation, 1);
            foreach (var kind in Situations(simulation.Observe(new(0))).Where(taken.Add))
            {
                var original = simulation.Fork();
                using var stream = new MemoryStream();
                original.Save(stream);
                stream.Position = 0;
                var loaded = Simulation.Load(stream, original.Definition);
                Assert.Equal(original.Hash, loaded.Hash);
                WholeMarket.Play(original, 25);
                WholeMarket.Play(loaded, 25);
                Assert.True((original.Hash, original.EventHash) == (loaded.Hash, loaded.EventHash), $"{kind} was lost in the saved state");
            }
        }

        Assert.Superset(new HashSet<string> { "mail", "talks", "agreement", "inspected", "suspended", "appeal", "unsellable" }, taken);
    }

    private static IEnumerable<string> Situations(Observation today)
    {
        (string Kind, bool Is)[] situations =
        [
            ("mail", today.Mail.Count > 0),
            ("talks", today.Offers.Any(offer => offer.Suppliers.Any(talk => talk.Ask is not null))),
            ("agreement", today.Offers.Any(offer => offer.Suppliers.Any(talk => talk.Agreed is not null))),
            ("inspected", today.OpenOrders.Any(order => order.Defects is not null)),
            ("suspended", today.Health.SuspendedDay is not null),
            ("appeal", today.Health.AppealDay is not null),
            ("unsellable", today.Offers.Any(offer => offer.UnsellableUnits > 0)),
        ];
        return situations.Where(situation => situation.Is).Select(situation => situation.Kind);
    }

    /// <summary>Everything on, and an account that a few violations suspend.</summary>
    private static WorldDefinition Strict() => WholeMarket.World() with { Health = new() { SuspendedBelow = 195, Reinstatement = new(6, 0.3, 2, 20), LongestSuspension = 30 } };

    private static Scripted Trader(HashSet<Type> given) => new(today =>
    {
        var decision = WholeMarket.Trade(today);
        lock (given)
        {
            given.UnionWith(decision.Commands.Select(command => command.GetType()));
        }

        return decision;
    });
}
