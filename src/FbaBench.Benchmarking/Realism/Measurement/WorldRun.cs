namespace FbaBench;

/// <summary>One world's year with the experiments on its forks: all that the facts are measured on. The same on every machine.</summary>
internal sealed class WorldRun
{
    private WorldRun(WorldDefinition definition, IReadOnlyList<OfferFigures> first) => Year = new(definition, first, definition.Days);

    public MarketYear Year { get; }

    public PriceTrials Prices { get; } = new();

    public StockOutTrials StockOuts { get; } = new();

    public CampaignTrials Campaigns { get; } = new();

    public SettlementTrial Settlement { get; } = new();

    public required BullwhipTrial Bullwhip { get; init; }

    /// <summary>Days from order to sellable stock, one number an order.</summary>
    public required IReadOnlyList<int> LeadTimes { get; init; }

    public required ReviewTrials Reviews { get; init; }

    public required AddingUpTrial AddingUp { get; init; }

    /// <summary>Own offers as their seller saw them in the middle of the year.</summary>
    public IReadOnlyList<OfferObservation> Items { get; private set; } = [];

    public static WorldRun Of(WorldDefinition definition, WorldSeed seed, CancellationToken cancellationToken)
    {
        var simulation = Simulation.Create(definition, seed);
        var run = new WorldRun(definition, simulation.Figures())
        {
            Reviews = ReviewTrials.Of(definition, seed, cancellationToken),
            AddingUp = AddingUpTrial.Of(definition, seed),
            Bullwhip = BullwhipTrial.Of(BullwhipWorld.Of(definition), seed, BullwhipTrial.OrderUpTo, cancellationToken),
            LeadTimes = LeadTimeTrial.Of(definition, seed, cancellationToken),
        };
        var morning = simulation.Observe(Forks.Seat);
        while (simulation.Day < definition.Days)
        {
            cancellationToken.ThrowIfCancellationRequested();
            run.Experiment(simulation);
            run.Year.Add(simulation.Play(SteadySeller.Decide(morning)));
            run.Year.Add(simulation.ReviewsOfDay(late: false), simulation.ReviewsOfDay(late: true));
            morning = simulation.Observe(Forks.Seat);
            if (simulation.Day <= SettlementTrial.LastDay)
            {
                run.Settlement.Add(simulation, morning);
            }

            run.Items = simulation.Day == definition.Days / 2 ? morning.Offers : run.Items;
        }

        return run;
    }

    private void Experiment(Simulation morning)
    {
        if (PriceTrials.IsDue(morning.Day))
        {
            Prices.Run(morning);
        }

        if (StockOutTrials.IsDue(morning.Day))
        {
            StockOuts.Run(morning, Year);
        }

        if (CampaignTrials.IsDue(morning.Day))
        {
            Campaigns.Run(morning, Year);
        }

        if (morning.Day == SettlementTrial.LastDay)
        {
            Settlement.Finish(morning);
        }
    }
}
