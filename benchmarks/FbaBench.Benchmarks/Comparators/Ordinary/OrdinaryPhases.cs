using FbaBench.Kernel;
using FbaBench.Market;
using FbaBench.World;

namespace FbaBench.Benchmarks.Ordinary;

/// <summary>The hot phases as an ordinary business application: decimal money, records, LINQ, dictionaries, and handlers that are awaited on a bus.</summary>
internal sealed class OrdinaryPhases : IHotPhases
{
    private readonly Day _day;
    private readonly SellerAccount _account = new();
    private readonly List<Niche> _niches;
    private readonly List<OwnListing> _own;
    private readonly Dictionary<int, Listing> _byRow;
    private readonly Marketplace _marketplace;
    private readonly SalesDesk _sales;
    private readonly EveningDesk _evening;
    private readonly DayLog _log;
    private long _firstTransfer;

    public OrdinaryPhases(MarketModel rules)
    {
        var bus = new EventBus();
        _day = new(rules);
        _niches = [.. Enumerable.Range(0, rules.World.Niches.Length).Select(n => new Niche(rules, n))];
        _own = [.. _niches.SelectMany(niche => niche.Own)];
        _byRow = _niches.SelectMany(niche => niche.Listings).ToDictionary(listing => listing.Row);
        _ = new Accountant(_account, bus);
        _ = new ShelfClerk(bus);
        _log = new(bus);
        _marketplace = new(rules, _day, bus, _account);
        _sales = new(_day, bus, new AfterSales(_day, bus, _account));
        _evening = new(_day, bus, _account, rules.World.Definition.Limits.LotsPerOffer - 1);
    }

    public string Name => "ordinary";

    public IReadOnlyList<Transfer> Transfers =>
        [.. _account.Ledger.Journal.Select((one, i) => new Transfer(_firstTransfer + i, _day.Number, new Seat(0), new OfferId(one.Listing?.Row ?? -1), one.Reason, Money.Dollars(one.Amount)))];

    public IReadOnlyList<SimEvent> Events => [.. _log.ToEvents(_day.Number)];

    public double OrganicShare(int row) => _byRow[row].OrganicShare;

    public void Load(DayContext day)
    {
        _firstTransfer = day.State.Transfers[0];
        _log.Clear();
        StateReader.Read(day, _day, _account, _niches);
    }

    public void Run() => RunAsync().GetAwaiter().GetResult();

    public void Store(WorldState into)
    {
        into.Transfers[0] = _firstTransfer + _account.Ledger.Journal.Count;
        StateWriter.Write(into, _day, _account, _niches);
        foreach (var claim in _log.Happened.OfType<ProofRequested>())
        {
            ClaimMail.Write(into, claim.Listing.Index, _day.Number);
        }
    }

    private async Task RunAsync()
    {
        foreach (var niche in _niches)
        {
            await _marketplace.PlayAsync(niche).ConfigureAwait(false);
        }

        foreach (var own in _own)
        {
            await _sales.RunAsync(own).ConfigureAwait(false);
        }

        foreach (var own in _own.Where(one => one.PromotionPrice > 0 && one.Units > 0))
        {
            await _evening.ChargePromotionAsync(own).ConfigureAwait(false);
        }

        foreach (var own in _own)
        {
            await _evening.AdvertiseAsync(own).ConfigureAwait(false);
        }

        foreach (var own in _own)
        {
            await _evening.TakeBackAsync(own).ConfigureAwait(false);
        }

        await _evening.RefundAsync().ConfigureAwait(false);
    }
}
