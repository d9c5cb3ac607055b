namespace FbaBench;

/// <summary>Chooses among a few markups by what the nearest remembered episodes of each earned, and by what is usual as far as they say little.</summary>
internal sealed class EpisodicControl : PriceChooser
{
    private readonly EpisodicTerms _terms;
    private readonly double _exploration;
    private readonly MemoryStore _store;
    private readonly List<(double Distance, Episode Episode)> _nearest = [];

    public EpisodicControl(EpisodicTerms terms)
        : this(terms, terms.Mode == MemoryMode.None ? 0 : terms.Exploration, new(terms, Markups.Length))
    {
    }

    public EpisodicControl(EpisodicMemory memory)
        : this(memory.Terms, 0, new(memory, Markups.Length))
    {
    }

    private EpisodicControl(EpisodicTerms terms, double exploration, MemoryStore store) => (_terms, _exploration, _store) = (terms, exploration, store);

    /// <summary>The actions: markups in shares of the reference price, evenly around that of the base-stock rule. A modelling choice.</summary>
    public static ReadOnlySpan<double> Markups => [0.3, 0.35, 0.4, 0.45, 0.5];

    public MemoryStore Store => _store;

    public override PriceChooser Copy() => new EpisodicControl(_terms, _exploration, _store.Copy());

    public override void BeginDay() => _store.Pass();

    public override (Money Price, int Choice)? Choose(in PriceQuestion question, AgentContext context)
    {
        var action = Tried(question, context) ?? Best(question.Situation);
        var price = new Money(Math.Max(1, (long)Math.Round(question.BreakEvenCents + (Markups[action] * question.ReferencePrice.Cents))));

        // What is capped is another action than the one chosen, and is remembered as the nearest.
        return price > question.HighestPrice ? Capped(question) : (price, action);
    }

    public override void Learn(PriceTrial trial) => _store.Add(trial.Choice, trial.Situation, trial.UsualUnits, trial.Contribution / trial.UsualUnits);

    private static (Money Price, int Choice)? Capped(in PriceQuestion question)
    {
        var price = question.HighestPrice!.Value;
        var markup = question.Markup(price);
        var nearest = 0;
        for (var i = 1; i < Markups.Length; i++)
        {
            nearest = Math.Abs(Markups[i] - markup) < Math.Abs(Markups[nearest] - markup) ? i : nearest;
        }

        return (price, nearest);
    }

    private int? Tried(in PriceQuestion question, AgentContext context)
    {
        var draw = context.Uniform("try", question.Day, question.Place);
        return draw < _exploration ? Math.Min((int)(draw / _exploration * Markups.Length), Markups.Length - 1) : null;
    }

    private int Best(in PriceSituation situation)
    {
        var (best, most) = (0, double.NegativeInfinity);
        for (var action = 0; action < Markups.Length; action++)
        {
            var (units, earned) = _store.Recall(action, situation, _nearest);
            var value = (earned + (_terms.PriorUnits * UsualResponse.Reward(Markups[action]))) / (units + _terms.PriorUnits);
            if (value > most)
            {
                (best, most) = (action, value);
            }
        }

        return best;
    }
}
