// Four agents, two scenarios, 32 worlds each. `-- --worlds 4` runs a shorter form.
using FbaBench;

var worlds = 32;
if (args.Length > 0 && (args.Length != 2 || args[0] != "--worlds" || !int.TryParse(args[1], out worlds)))
{
    Console.Error.WriteLine("Usage: Quickstart [--worlds N]");
    return 2;
}

var report = await Benchmark.Create("quickstart")
    .Scenario("first-year").Scenario("gift-shop")
    .Agent("mine", () => new KeepStocked())
    .Agent("base-stock").Agent("greedy-repricer").Agent("do-nothing")
    .Worlds(worlds)
    .RunAsync(ConsoleProgress.Create());
Console.WriteLine(report.ToTable());
Console.WriteLine($"Report: {report.HtmlPath}");
return 0;

/// <summary>
/// Asks the usual price; reorders what costs at most a third of it, when stock no longer covers the lead time and two weeks, with half of its cash:
/// freight and tariffs may rise. Refunds whoever got a defective unit: an account that leaves its customers waiting is suspended.
/// </summary>
sealed class KeepStocked : IAgent
{
    public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
    {
        var commands = new List<Command>();
        var cash = today.Cash - today.BalancesOwed;
        foreach (var mail in today.Mail.Where(mail => mail.Topic == MailTopic.CustomerComplaint))
        {
            commands.Add(new ReactToMail(mail.Number, MailAction.Refund));
        }

        foreach (var offer in today.Offers)
        {
            var quote = offer.BestQuote;
            if (today.Day == 0)
            {
                commands.Add(new SetPrice(offer.Id, offer.ReferencePrice));
            }

            var units = Math.Max(quote.MinimumUnits, offer.UnitsLast30Days * 2);
            var cost = today.LandedCost(offer.Info, quote, units) * units;
            var earns = today.LandedCost(offer.Info, quote, units) * 3 <= offer.ReferencePrice;
            if (offer.DaysOfSupply < quote.LeadTimeDays + 14 && earns && cost * 2 <= cash)
            {
                commands.Add(new PlaceOrder(offer.Id, quote.Supplier, units));
                cash -= cost;
            }
        }

        return new(new Decision(commands));
    }
}
