// A world is a value: play it to a day and save it, load it in another process and play on. Both ways end in the same bits.
//   dotnet run -c Release --project samples/05.SaveAndGoOn -- save mugs.world 120
//   dotnet run -c Release --project samples/05.SaveAndGoOn -- load mugs.world
//   dotnet run -c Release --project samples/05.SaveAndGoOn -- through
using System.Globalization;
using FbaBench;

var seed = new WorldSeed(7);
var definition = new FirstYear().Define(seed);
switch (args)
{
    case ["through"]:
        Play(Simulation.Create(definition, seed), int.MaxValue);
        return 0;
    case ["save", var path, var until] when int.TryParse(until, CultureInfo.InvariantCulture, out var day):
        using (var file = File.Create(path))
        {
            Play(Simulation.Create(definition, seed), day).Save(file);
        }

        return 0;
    case ["load", var path] when File.Exists(path):
        using (var file = File.OpenRead(path))
        {
            Play(Simulation.Load(file, definition), int.MaxValue);
        }

        return 0;
    default:
        Console.Error.WriteLine("Usage: through | save FILE DAY | load FILE");
        return 2;
}

// A rule without memory: what it decides follows from what it sees, so that it can go on anywhere.
static Simulation Play(Simulation world, int until)
{
    while (!world.IsOver && world.Day < until)
    {
        var today = world.Observe(new Seat(0));
        Command[] commands = today.IsTrading
            ? [.. today.Offers.Where(offer => !offer.IsOpen).Select(offer => new SetPrice(offer.Id, offer.ReferencePrice)),
               .. today.Offers.Where(offer => offer.UnitsOnHand + offer.UnitsInbound < 100).Select(offer => new PlaceOrder(offer.Id, offer.BestQuote.Supplier, offer.BestQuote.MinimumUnits))]
            : [];
        world.Step([new SeatDecision(new Seat(0), new Decision(commands))]);
    }

    Console.WriteLine($"day {world.Day}: state {world.Hash}, events {world.EventHash}, gain {world.Gain(new Seat(0))}");
    return world;
}
