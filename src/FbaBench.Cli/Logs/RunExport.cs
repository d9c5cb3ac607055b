namespace FbaBench.Cli;

/// <summary>The tables of a run. Columns and their order are a promise of docs/logs.md.</summary>
internal sealed class RunExport(TableSet tables)
{
    private readonly TableWriter _days = tables.Add("days", "day:i date:t seat:i cash_cents:i net_worth_cents:i units_on_hand:i units_sold:i units_lost:i refusals:i state:t events:t");
    private readonly TableWriter _offers = tables.Add("offers", "day:i date:t niche:t offer:t listing:t category:t seat:i price_cents:i orders:i units:i sessions:i search_position:i featured_share:r stars_1:i stars_2:i stars_3:i stars_4:i stars_5:i");
    private readonly TableWriter _events = tables.Add("events", "day:i date:t kind:t seat:i offer:t units:i detail:i amount_cents:i");
    private readonly TableWriter _postings = tables.Add("postings", "id:i day:i date:t seat:i offer:t reason:t debit:t credit:t amount_cents:i");

    /// <summary>Writes all tables; a file is there only when all of them are whole.</summary>
    /// <returns>Each file with its number of rows.</returns>
    public static IReadOnlyList<(string Path, long Rows)> Write(RunLogReader log, string folder, string format)
    {
        using var tables = new TableSet(folder, format);
        log.Replay(new RunExport(tables).Take);
        return tables.Finish();
    }

    private void Take(Simulation world, LoggedDay? day)
    {
        Postings(world);
        if (day is null)
        {
            return;
        }

        var date = Date(world, day.Day);
        Days(world, day, date);
        Offers(world, day, date);
        foreach (var item in world.Events)
        {
            _events.Row((long)item.Day, date, item.Kind.ToString(), Index(item.Seat.Index), world.NameOf(item.Offer), (long)item.Units, (long)item.Detail, item.Amount.Cents);
        }
    }

    private void Days(Simulation world, LoggedDay day, string date)
    {
        for (var seat = 0; seat < world.Definition.Seats; seat++)
        {
            var books = world.Books(new(seat));
            var summary = world.Summary(new(seat));
            _days.Row((long)day.Day, date, (long)seat, books.Balance(Account.Cash).Cents, books.NetWorth.Cents, (long)summary.UnitsOnHand, summary.UnitsSold, summary.UnitsLost, summary.Refusals, day.Hash.ToString(), day.EventHash.ToString());
        }
    }

    private void Offers(Simulation world, LoggedDay day, string date)
    {
        foreach (var offer in world.Figures())
        {
            _offers.Row(
                (long)day.Day, date, offer.Niche, offer.Seat < 0 ? $"{offer.Niche}/rival:{offer.Name}" : $"{offer.Niche}/{offer.Name}", offer.Listing, offer.Category, Index(offer.Seat), offer.Price.Cents == 0 ? null : offer.Price.Cents, (long)offer.Orders, (long)offer.Units, (long)offer.Sessions,
                offer.SearchPosition == 0 ? null : (long)offer.SearchPosition, offer.FeaturedShare, (long)offer.Stars.One, (long)offer.Stars.Two, (long)offer.Stars.Three, (long)offer.Stars.Four, (long)offer.Stars.Five);
        }
    }

    private void Postings(Simulation world)
    {
        foreach (var item in world.Transfers)
        {
            _postings.Row(item.Id, (long)item.Day, Date(world, item.Day), Index(item.Seat.Index), world.NameOf(item.Offer), item.Reason.ToString(), item.Debit.ToString(), item.Credit.ToString(), item.Amount.Cents);
        }
    }

    private static string Date(Simulation world, int day) => world.Definition.Start.AddDays(day).ToString();

    private static long? Index(int index) => index < 0 ? null : index;
}
