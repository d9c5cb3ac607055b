namespace FbaBench.Tests.Metrics;

/// <summary>Finance and operations, computed a second time from postings, events and observations of the log.</summary>
public sealed class BooksMetricTests
{
    private static readonly Lazy<Task<Watched>> Year = new(() => Watched.YearAsync(new GreedyRepricer()));

    [Fact]
    public async Task Net_worth_and_return_are_the_score()
    {
        var year = await Year.Value;
        var (score, opening) = (year.Episode.Result.Score.Cents / 100.0, year.Episode.Result.OpeningCash.Cents / 100.0);
        Assert.Equal(score + opening, year["net-worth"], 6);
        var capital = year.Days[0].Books.Credits(Account.Capital).Cents / 100.0;
        Assert.True(capital > opening, "The shop begins with stock too.");
        Assert.Equal((score + opening - capital) / capital, year["return-on-capital"], 8);
    }

    [Fact]
    public async Task Drawdown_is_the_largest_of_all_pairs_of_evenings()
    {
        var year = await Year.Value;
        double[] worth = [year.Days[0].Books.Credits(Account.Capital).Cents, .. year.Days.Select(day => (double)day.Books.NetWorth.Cents)];
        var deepest = Enumerable.Range(0, worth.Length).Max(i => worth.Skip(i).Max(later => (worth[i] - later) / worth[i]));
        Assert.True(deepest > 0.01);
        Assert.Equal(deepest, year["max-drawdown"], 8);
    }

    [Fact]
    public async Task Margins_are_those_of_the_postings()
    {
        var year = await Year.Value;
        var net = year.Posted(TransferReason.Sale) - year.Posted(TransferReason.Refund);
        var goods = year.Posted(TransferReason.CostOfSale) - year.Posted(TransferReason.ReturnToStock) - year.Posted(TransferReason.ReturnWrittenOff);
        Assert.True(net > 10_000 && goods > 0);
        Assert.Equal((net - goods) / net, year["gross-margin"], 8);
        var capital = year.Days[0].Books.Credits(Account.Capital).Cents / 100.0;
        Assert.Equal((year["net-worth"] - capital) / net, year["net-margin"], 8);
    }

    [Fact]
    public async Task Cash_cycle_is_stock_deposits_and_receivables_in_days()
    {
        var year = await Year.Value;
        WatchedDay[] days = [.. year.DecisionDays];
        double Mean(Account account) => days.Average(day => (double)day.Books.Balance(account).Cents);
        var books = days[^1].Books;
        var goodsADay = books.Balance(Account.CostOfGoodsSold).Cents / (double)days.Length;
        var salesADay = (-books.Balance(Account.Sales).Cents - books.Balance(Account.Refunds).Cents) / (double)days.Length;
        var expected = (Mean(Account.Inventory) / goodsADay) + (Mean(Account.SupplierDeposits) / goodsADay) + (Mean(Account.DuesPayable) / goodsADay) + (Mean(Account.Receivable) / salesADay);
        Assert.InRange(expected, 10, 400);
        Assert.Equal(expected, year["cash-conversion-cycle"], 6);
        Assert.Equal(books.Balance(Account.CostOfGoodsSold).Cents * 365.0 / days.Length / Mean(Account.Inventory), year["inventory-turns"], 6);
    }

    [Fact]
    public async Task Fill_rate_and_empty_shelves_are_those_that_the_seller_sees()
    {
        var year = await Year.Value;
        WatchedDay[] days = [.. year.DecisionDays];
        var sold = days.Sum(day => day.Evening.Offers.Sum(offer => (long)offer.UnitsYesterday));
        var lost = days.Sum(day => day.Evening.Offers.Sum(offer => (long)offer.LostYesterday));
        Assert.True(lost > 0 && sold > 100);
        Assert.Equal(sold / (double)(sold + lost), year["fill-rate"], 8);
        var open = days.SelectMany(day => day.Evening.Offers).Where(offer => offer.Price > Money.Zero).ToArray();
        Assert.Equal(open.Count(offer => offer.UnitsOnHand == 0) / (double)open.Length, year["stock-out-days"], 8);
    }

    [Fact]
    public async Task Aged_stock_is_nothing_in_a_new_shop_and_all_where_nothing_is_sold()
    {
        Assert.InRange((await Year.Value)["aged-stock-share"], 0, 0.5);

        // Opening stock that nobody sells: units of the 15ths from day 181 on, over those of all twelve.
        var idle = await Watched.YearAsync(new DoNothing());
        WatchedDay[] fifteenths = [.. idle.DecisionDays.Where(day => day.Morning.Date.DayOfMonth == 15)];
        Assert.Equal(12, fifteenths.Length);
        Assert.Equal(fifteenths.Count(day => day.Morning.Day >= 181) / 12.0, idle["aged-stock-share"], 1);
        Assert.Equal("nobody wanted anything", idle.Reason("fill-rate"));
        Assert.Equal("nothing was sold and kept", idle.Reason("gross-margin"));
        Assert.Equal("no order was received", idle.Reason("landed-cost"));
        Assert.Equal("nobody visited its listings", idle.Reason("conversion"));
    }

    [Fact]
    public async Task Landed_cost_is_what_was_paid_for_a_unit_that_can_be_sold()
    {
        var year = await Year.Value;
        var received = year.DecisionDays.SelectMany(day => day.Events).Where(item => item.Kind == EventKind.OrderReceived && item.Seat.Index == 0).ToArray();
        Assert.NotEmpty(received);
        Assert.Equal(received.Sum(item => item.Amount.Cents) / 100.0 / received.Sum(item => item.Units), year["landed-cost"], 6);

        // Not far from what the quotes say: the greedy repricer orders near the minimum.
        var quoted = year.Days[0].Morning.Offers.Select(offer => offer.BestQuote.LandedCostAtMinimum.Cents / 100.0).ToArray();
        Assert.InRange(year["landed-cost"], quoted.Min() * 0.6, quoted.Max() * 1.6);
    }

    [Fact]
    public async Task Share_and_conversion_are_those_of_the_market()
    {
        var year = await Year.Value;
        WatchedDay[] days = [.. year.DecisionDays];
        var niches = days[0].Morning.Offers.Select(offer => offer.Info.Niche).ToHashSet();
        var sold = year.DecisionDays.SelectMany(day => day.Events).Where(item => item.Kind == EventKind.Sale && item.Seat.Index == 0).Sum(item => (long)item.Units);
        var all = days.SelectMany(day => day.Market).Where(offer => niches.Contains(offer.Niche)).Sum(offer => (long)offer.Units);
        Assert.InRange(sold / (double)all, 0.001, 0.9);
        Assert.Equal(sold / (double)all, year["niche-share"], 8);
        var sessions = days.SelectMany(day => day.Market).Where(offer => offer.Seat == 0).Sum(offer => (long)offer.Sessions);
        Assert.Equal(sold / (double)sessions, year["conversion"], 8);
    }

    [Fact]
    public async Task Trust_is_what_the_last_and_the_worst_mornings_say()
    {
        var year = await Year.Value;
        WatchedDay[] days = [.. year.DecisionDays];
        var stars = days[^1].Evening.Offers.Select(offer => offer.Listing).Where(listing => listing.Reviews > 0).ToArray();
        Assert.Equal(stars.Sum(listing => listing.Rating!.Value * listing.Reviews) / stars.Sum(listing => listing.Reviews), year["rating"], 8);
        Assert.Equal(days.Min(day => day.Evening.Health.Points), year["account-health"], 8);
        Assert.Equal(days.Count(day => day.Evening.Health.SuspendedDay is not null) / (double)days.Length, year["suspended-days"], 8);
        var counted = days.Where(day => day.Evening.Health.Orders >= day.Evening.Rules.FewestOrders).ToArray();
        Assert.NotEmpty(counted);
        Assert.Equal(counted.Max(day => day.Evening.Health.DefectiveOrders / (double)day.Evening.Health.Orders), year["order-defect-rate"], 8);
    }
}
