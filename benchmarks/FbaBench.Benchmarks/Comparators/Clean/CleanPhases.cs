using FbaBench.Kernel;
using FbaBench.Market;
using FbaBench.World;

namespace FbaBench.Benchmarks.Clean;

/// <summary>The hot phases as plain objects: a class a thing, cents in 64 bits, lists and loops, one scalar draw at a time.</summary>
internal sealed class CleanPhases : IHotPhases
{
    private readonly Today _today;
    private readonly Seller _seller = new();
    private readonly Niche[] _niches;
    private readonly Listing?[] _byRow;
    private readonly OwnListing[] _own;
    private readonly ChoiceDay _choice;
    private readonly Fulfilment _fulfilment;
    private readonly Evening _evening;

    public CleanPhases(MarketModel rules)
    {
        _today = new(rules);
        _niches = [.. Enumerable.Range(0, rules.World.Niches.Length).Select(n => new Niche(rules, n))];
        _own = [.. _niches.SelectMany(niche => niche.Own)];
        _byRow = new Listing?[rules.World.Rows];
        foreach (var listing in _niches.SelectMany(niche => niche.Listings))
        {
            _byRow[listing.Row] = listing;
        }

        _choice = new(rules, _today);
        _fulfilment = new(_today, _seller);
        _evening = new(_today, _seller);
    }

    public string Name => "clean";

    public IReadOnlyList<Transfer> Transfers => _seller.Book.Journal;

    public IReadOnlyList<SimEvent> Events => _today.Events;

    public double OrganicShare(int row) => _byRow[row]!.OrganicShare;

    public void Load(DayContext day) => StateReader.Read(day, _today, _seller, _niches);

    public void Run()
    {
        foreach (var niche in _niches)
        {
            _choice.Play(niche, _seller);
        }

        foreach (var own in _own)
        {
            _fulfilment.Run(own);
        }

        foreach (var own in _own)
        {
            _evening.ChargePromotion(own);
        }

        foreach (var own in _own)
        {
            _evening.Advertise(own);
        }

        foreach (var own in _own)
        {
            _evening.TakeBack(own);
        }

        _evening.Refund();
    }

    public void Store(WorldState into) => StateWriter.Write(into, _today, _seller, _niches);
}
