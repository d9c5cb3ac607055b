using FbaBench.Contracts;
using FbaBench.World;

namespace FbaBench.Kernel.Training;

/// <summary>Turns a seat's action into its commands of the day, as <see cref="OfferAction"/> says.</summary>
internal sealed class ActionReader
{
    private readonly PreparedWorld _world;
    private readonly OwnOffer[] _offers;
    private readonly ReusedCommands[] _reused;
    private readonly List<Command> _commands;

    public ActionReader(PreparedWorld world, int seat)
    {
        _world = world;
        _offers = [.. world.Model.Own.Where(offer => offer.Seat == seat)];
        _reused = [.. _offers.Select(offer => new ReusedCommands(new(offer.Row), offer.Info.BestQuote.Supplier))];
        _commands = new(_offers.Length * TrainingLayout.OfferActions);
        Decision = new(_commands);
    }

    /// <summary>What was read last.</summary>
    public Decision Decision { get; }

    /// <summary>A day without commands.</summary>
    public void Clear() => _commands.Clear();

    public void Read(WorldState state, ReadOnlySpan<float> action)
    {
        _commands.Clear();
        for (var i = 0; i < _offers.Length; i++)
        {
            var values = action.Slice(i * TrainingLayout.OfferActions, TrainingLayout.OfferActions);
            Price(state, i, values[(int)OfferAction.PriceMultiplier]);
            Order(i, values[(int)OfferAction.OrderUnits]);
            Advertise(state, i, values[(int)OfferAction.Bid], values[(int)OfferAction.DailyBudget]);
            Liquidate(state, i, values[(int)OfferAction.LiquidateUnits]);
        }
    }

    private void Price(WorldState state, int i, float multiplier)
    {
        var listed = OfferFacts.Price(state, _offers[i]);
        if (multiplier > 0)
        {
            var cents = Held(((double)multiplier * _offers[i].Product.ReferencePrice.Cents) + 0.5, 1, OfferRules.HighestPriceCents);
            if (cents != listed)
            {
                _commands.Add(_reused[i].Price(new(cents)));
            }
        }
        else if (multiplier <= 0 && listed > 0)
        {
            _commands.Add(_reused[i].Close);
        }
    }

    private void Order(int i, float units)
    {
        var ordered = float.IsNaN(units) ? 0 : (int)Held(units + 0.5, 0, _world.Definition.Limits.UnitsPerOrder);
        if (ordered >= _offers[i].Info.BestQuote.MinimumUnits)
        {
            _commands.Add(_reused[i].Order(ordered));
        }
    }

    private void Advertise(WorldState state, int i, float dollars, float daily)
    {
        var own = _offers[i].Index;
        var running = state.CampaignBid[own];
        if (dollars <= 0 && running > 0)
        {
            _commands.Add(_reused[i].Stop);
        }

        if (!(dollars > 0) || _world.Rules.SlotAttention.Length == 0 || _world.Model.PageOf(_offers[i].Row).IsShared)
        {
            return;
        }

        var bid = Held((dollars * 100.0) + 0.5, Math.Max(1, _world.Definition.Market.Advertising.Reserve.Cents), CampaignRules.HighestBidCents);
        var before = running > 0 ? state.CampaignBudget[own] : bid;
        var budget = float.IsNaN(daily) ? Math.Max(bid, before) : Held((daily * 100.0) + 0.5, bid, CampaignRules.HighestBudgetCents);
        var last = _world.Definition.Days - 1;
        if (running == 0)
        {
            _commands.Add(_reused[i].Create(new(bid), new(budget), (int)state.Day[0], last));
        }
        else if (bid != running || budget != before)
        {
            _commands.Add(_reused[i].Change(new(bid), new(budget), last));
        }
    }

    private void Liquidate(WorldState state, int i, float units)
    {
        var sold = float.IsNaN(units) ? 0 : (int)Held(units, 0, Lots.OnHand(state, _offers[i].Index));
        if (sold > 0)
        {
            _commands.Add(_reused[i].Liquidate(sold));
        }
    }

    /// <summary>Rounded down and held within limits, of which the highest is exact in a double.</summary>
    private static long Held(double value, long least, long most) => value >= most ? most : value <= least ? least : (long)Math.Floor(value);
}
