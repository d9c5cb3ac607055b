// A simulated quarter on Core alone, with a log that is read and replayed. Just in time, trimmed and compiled ahead of time
// print the same lines.
using FbaBench;

var log = new MemoryStream();
var seat = new Seat(0);
StateHash played;
await using (var session = SimulationSession.Start(new TwoMugs(), new WorldSeed(7), new SessionOptions { Log = log }).Seat(seat, new SellOff()))
{
    while (!session.IsOver)
    {
        await session.PlayDayAsync();
    }

    played = session.Hash;
    Console.WriteLine($"played   {session.Day} days, state {played}, events {session.EventHash}");
    Console.WriteLine($"faults   {session.Faults.Count}");
    Console.WriteLine(session.Books(seat));
}

using var reader = RunLogReader.Open(new MemoryStream(log.ToArray()));
var replayed = reader.Replay();
Console.WriteLine($"replayed {reader.Days.Count} days of {reader.Manifest.Definition.Name}, written by {reader.Manifest.CodeVersion}, sealed: {reader.IsSealed}");
Console.WriteLine($"state    {replayed.Hash}, gain {replayed.Gain(seat)}");
return reader.IsSealed && replayed.Hash == played ? 0 : 1;
