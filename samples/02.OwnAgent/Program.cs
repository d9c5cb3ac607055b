// An agent of one's own against the shipped rule in the shop that pays every fee. `-- --worlds 4` runs a shorter form.
using FbaBench;

var worlds = args is ["--worlds", var number] && int.TryParse(number, out var asked) ? asked : 32;
var report = await Benchmark.Create("own-agent")
    .Scenario("gift-shop")
    .Agent("sees-cliffs", () => new SeesCliffs())
    .Agent("base-stock").Agent("do-nothing")
    .Worlds(worlds)
    .RunAsync(ConsoleProgress.Create());
Console.WriteLine(report.ToTable());
Console.WriteLine($"Report: {report.HtmlPath}");

/// <summary>
/// Prices at a margin over everything that a unit costs today, stays above the low inventory steps, sells off what would age, and answers its customers.
/// </summary>
sealed class SeesCliffs : IAgent
{
    private const double Margin = 0.5;
    private const double LeastEarned = 0.25;
    private const int DaysAboveTheFee = 28;

    public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
    {
        var commands = new List<Command>();
        var cash = today.Cash - today.BalancesOwed;

        // Complaints that nobody answers count against the account, which is suspended for too many of them.
        foreach (var mail in today.Mail.Where(mail => mail.Topic == MailTopic.CustomerComplaint))
        {
            commands.Add(new ReactToMail(mail.Number, MailAction.Refund));
        }

        foreach (var offer in today.Offers)
        {
            var quote = offer.BestQuote;
            var cost = today.LandedCost(offer.Info, quote, quote.MinimumUnits) + offer.Fees.PlacementPerUnit[quote.Supplier.Index] + offer.FulfilmentFee + offer.Fees.LowInventory.PerUnitToday;
            var asked = offer.IsOpen ? offer.Price : offer.ReferencePrice;
            var referral = offer.ReferralFee.Cents / (double)asked.Cents;
            var price = new Money((long)((cost.Cents / (1 - referral)) + (Margin * offer.ReferencePrice.Cents)));
            price = Money.Min(price, offer.HighestFeaturedPrice ?? price);
            if (price != offer.Price)
            {
                commands.Add(new SetPrice(offer.Id, price));
            }

            // Up to a month more than the goods' way takes, counted in days of sales as they are now.
            var target = offer.UnitsLast30Days * (quote.LeadTimeDays + DaysAboveTheFee + 30) / Math.Max(1, offer.LiveDaysLast30);
            var units = Math.Max(quote.MinimumUnits, target - offer.UnitsOnHand - offer.UnitsInbound);
            var due = today.LandedCost(offer.Info, quote, units) * units;
            var arrival = today.Day + quote.LeadTimeDays;
            var earns = (price.Cents * (1 - referral)) - cost.Cents >= LeastEarned * price.Cents;
            if (offer.DaysOfSupply < quote.LeadTimeDays + DaysAboveTheFee && arrival < today.LastDecisionDay && earns && due <= cash)
            {
                commands.Add(new PlaceOrder(offer.Id, quote.Supplier, units));
                cash -= due;
            }

            // What the next assessment would charge on, if it is more than the units will earn.
            var aged = offer.Fees.AgedInventory.Stock.Where(stock => stock.AgeDays > 330).Sum(stock => stock.Units);
            if (aged > offer.UnitsLast30Days)
            {
                commands.Add(new Liquidate(offer.Id, aged - offer.UnitsLast30Days));
            }
        }

        return new(new Decision(commands));
    }
}
