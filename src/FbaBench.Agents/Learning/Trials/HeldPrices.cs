namespace FbaBench;

/// <summary>
/// A seller's day where a chooser sets the prices: each is held for some days and then credited with what those days brought; stock and mail are the base-stock rule's. Yesterday's figures in
/// a morning's observation belong to the price that then stood, so that nothing is credited to a price set later.
/// </summary>
internal sealed class HeldPrices(PriceChooser chooser, int holdDays)
{
    private readonly Dictionary<OfferId, PriceTrial> _running = [];
    private readonly Dictionary<OfferId, UsualVolume> _volumes = [];

    public PriceChooser Chooser => chooser;

    public HeldPrices Copy()
    {
        var copy = new HeldPrices(chooser.Copy(), holdDays);
        foreach (var (offer, trial) in _running)
        {
            copy._running.Add(offer, trial.Copy());
        }

        foreach (var (offer, volume) in _volumes)
        {
            copy._volumes.Add(offer, volume.Copy());
        }

        return copy;
    }

    public Decision Decide(Observation today, AgentContext context)
    {
        if (today.Day == 0)
        {
            _running.Clear();
            _volumes.Clear();
            chooser.BeginWorld();
        }

        chooser.BeginDay();
        var commands = new List<Command>();
        var sources = GoodsSource.Of(today);
        for (var i = 0; i < sources.Length; i++)
        {
            var offer = today.Offers[i];
            var price = Held(offer, today) ?? Begin(offer, sources[i], i, today, context);
            if (price != offer.Price)
            {
                commands.Add(new SetPrice(offer.Id, price));
            }
        }

        CustomerService.Answer(today, commands);
        StockPlan.AddOrders(today, sources, commands, StockRule.Tuned);
        return new(commands);
    }

    /// <summary>Credits the running trial with yesterday; its price while it goes on, or null once it is over.</summary>
    private Money? Held(in OfferObservation offer, Observation today)
    {
        if (!_running.TryGetValue(offer.Id, out var trial))
        {
            return null;
        }

        trial.Count(offer, today.Date);
        if (today.Day < trial.Until && !(trial.Price > offer.HighestFeaturedPrice))
        {
            return trial.Price;
        }

        _running.Remove(offer.Id);
        if (!_volumes.TryGetValue(offer.Id, out var volume))
        {
            _volumes.Add(offer.Id, volume = new());
        }

        trial.End(volume);
        if (trial.UsualUnits > 0)
        {
            chooser.Learn(trial);
        }

        return null;
    }

    private Money Begin(in OfferObservation offer, in GoodsSource source, int place, Observation today, AgentContext context)
    {
        var floor = source.BreakEvenCents;
        var question = new PriceQuestion(offer.Info.Niche, offer.ReferencePrice, offer.HighestFeaturedPrice, floor, PriceSituation.Of(offer, floor, today), today.Day, place);
        if (chooser.Choose(question, context) is not var (price, choice))
        {
            return BaseStock.Price(offer, source, Persona.Balanced.Risk);
        }

        _running.Add(offer.Id, new()
        {
            Price = price,
            Until = today.Day + holdDays,
            Niche = question.Niche,
            Situation = question.Situation,
            Markup = question.Markup(price),
            Choice = choice,
            BreakEvenCents = floor,
            ReferenceCents = offer.ReferencePrice.Cents,
        });
        return price;
    }
}
