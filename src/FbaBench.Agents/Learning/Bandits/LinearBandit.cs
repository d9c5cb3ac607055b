namespace FbaBench;

/// <summary>LinUCB over a price grid: one model a niche, which begins from what is known beforehand, and one of all niches and worlds, which is what is kept.</summary>
internal sealed class LinearBandit : PriceChooser
{
    private readonly BanditTerms _terms;
    private readonly double _exploration;
    private readonly Dictionary<string, LinearModel> _byNiche = new(StringComparer.Ordinal);
    private readonly LinearModel _all;
    private double[] _before;

    public LinearBandit(BanditTerms terms, IReadOnlyList<double> weights, double exploration)
    {
        _terms = terms;
        _exploration = exploration * UsualResponse.Noise;
        _all = new(weights, terms.PriorUnits);
        _before = [.. weights];
    }

    private LinearBandit(LinearBandit other)
    {
        (_terms, _exploration, _all, _before) = (other._terms, other._exploration, other._all.Copy(), other._before);
        foreach (var (niche, model) in other._byNiche)
        {
            _byNiche.Add(niche, model.Copy());
        }
    }

    /// <summary>Weights as all niches and worlds taught them.</summary>
    public double[] Weights => [.. _all.Mean];

    public override PriceChooser Copy() => new LinearBandit(this);

    public override void BeginWorld()
    {
        _byNiche.Clear();
        _before = Weights;
    }

    public override (Money Price, int Choice)? Choose(in PriceQuestion question, AgentContext context)
    {
        var model = Model(question.Niche);
        Span<double> features = stackalloc double[BanditFeatures.Count];
        (Money Price, int Choice)? best = null;
        var most = double.NegativeInfinity;
        for (var i = 0; i < _terms.Prices; i++)
        {
            var share = _terms.LowestPrice + ((_terms.HighestPrice - _terms.LowestPrice) * i / (_terms.Prices - 1));
            var price = new Money((long)Math.Round(share * question.ReferencePrice.Cents));
            var markup = question.Markup(price);
            if (markup <= 0 || price > question.HighestPrice)
            {
                continue;
            }

            BanditFeatures.Write(question.Situation, markup, features);
            var value = model.Expected(features) + (_exploration == 0 ? 0 : _exploration * model.Width(features));
            if (value > most)
            {
                (most, best) = (value, (price, i));
            }
        }

        return best;
    }

    public override void Learn(PriceTrial trial)
    {
        Span<double> features = stackalloc double[BanditFeatures.Count];
        BanditFeatures.Write(trial.Situation, trial.Markup, features);
        Model(trial.Niche).Add(features, trial.UsualUnits, trial.Contribution);
        _all.Add(features, trial.UsualUnits, trial.Contribution);
    }

    private LinearModel Model(string niche)
    {
        if (!_byNiche.TryGetValue(niche, out var model))
        {
            _byNiche.Add(niche, model = new(_before, _terms.PriorUnits));
        }

        return model;
    }
}
