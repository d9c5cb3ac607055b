using FbaBench;

var report = await Benchmark.Create("first-steps")
    .Scenario("first-year")
    .Agent("mine", () => new ThreeTimesCost())
    .Agent("base-stock").Agent("do-nothing")
    .Worlds(8)
    .RunAsync(ConsoleProgress.Create());
Console.WriteLine(report.ToTable());
Console.WriteLine($"Report: {report.HtmlPath}");

sealed class ThreeTimesCost : IAgent
{
    public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
    {
        var commands = new List<Command>();
        foreach (var offer in today.Offers.Where(offer => !offer.IsOpen))
        {
            commands.Add(new SetPrice(offer.Id, offer.LandedCost * 3));
        }

        return new(new Decision(commands));
    }
}
