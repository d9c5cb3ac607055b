using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench.Market;

/// <summary>
/// The organic score that orders search results: relevance, sales velocity, conversion, rating, and what people happen to search for that
/// day. Bounded whole numbers, so that order never depends on rounding. Velocity weighs at most 0.35, and advertised or promoted sales are not in it:
/// otherwise leaders never change and an advertising blast lasts for months (economics, section 3).
/// </summary>
internal sealed class SearchScore
{
    /// <summary>Steps per unit of score.</summary>
    private const double Grid = 1024;
    private const double Bound = 8;

    /// <summary>Velocity that a listing without sales counts as, against the niche's mean listing.</summary>
    private const double LeastVelocity = 0.02;

    /// <summary>Sessions, against a mean listing's day, that the reference conversion weighs in a listing's own.</summary>
    private const double PriorSessions = 0.5;
    private const double ConversionBound = 1;

    private readonly SearchTerms _search;
    private readonly ReviewTerms _reviews;
    private readonly double[] _relevance;
    private readonly double[] _meanOrders;
    private readonly double[] _meanSessions;
    private readonly double[] _conversion;

    public SearchScore(WorldModel model, ChoiceModel choice)
    {
        _search = model.Definition.Market.Search;
        _reviews = model.Definition.Market.Reviews;
        _relevance = new double[model.Pages.Length];
        _meanOrders = new double[model.Niches.Length];
        _meanSessions = new double[model.Niches.Length];
        _conversion = new double[model.Niches.Length];
        for (var n = 0; n < model.Niches.Length; n++)
        {
            var niche = model.Niches[n];
            var pages = niche.EndPage - niche.FirstPage;
            _meanSessions[n] = niche.Definition.SessionsPerDay / pages;
            _conversion[n] = niche.Definition.ReferenceConversion;
            _meanOrders[n] = _meanSessions[n] * _conversion[n];
            for (var page = niche.FirstPage; page < niche.EndPage; page++)
            {
                _relevance[page] = _search.RelevanceWeight * DetMath.Log(choice.Within[page] * pages);
            }
        }
    }

    /// <summary>The scores of the pages of some niches today: −8,192 to 8,192. All spans are of these pages.</summary>
    /// <param name="lanes">Arithmetic of columns.</param>
    /// <param name="state">Velocity, recent orders and sessions.</param>
    /// <param name="niches">The niches.</param>
    /// <param name="perceived">Perceived rating.</param>
    /// <param name="normals">The pages' draws of the day, uniform; they become normal.</param>
    /// <param name="velocities">Scratch: this model is shared by forks and holds none.</param>
    /// <param name="conversions">Scratch.</param>
    /// <param name="scores">Results.</param>
    public void Of(LaneMath lanes, WorldState state, NicheRange niches, ReadOnlySpan<double> perceived, Span<double> normals, Span<double> velocities, Span<double> conversions, Span<int> scores)
    {
        Measures(state, niches, velocities, conversions);
        lanes.Log(velocities);
        lanes.Log(conversions);
        lanes.NormalQuantile(normals);
        var relevance = _relevance.AsSpan(state.Model.PagesOf(niches));
        for (var i = 0; i < scores.Length; i++)
        {
            var score = relevance[i]
                + (_search.VelocityWeight * velocities[i])
                + (_search.ConversionWeight * Math.Clamp(conversions[i], -ConversionBound, ConversionBound))
                + (_search.RatingWeight * (perceived[i] - _reviews.ReferenceRating))
                + (_search.DailyDeviation * normals[i]);
            scores[i] = (int)Math.Floor((Math.Clamp(score, -Bound, Bound) * Grid) + 0.5);
        }
    }

    /// <summary>Velocity and conversion against the niche's.</summary>
    private void Measures(WorldState state, NicheRange niches, Span<double> velocities, Span<double> conversions)
    {
        var velocity = state.Velocity;
        var orders = state.RecentOrders;
        var sessions = state.RecentSessions;
        var i = 0;
        for (var n = niches.First; n < niches.End; n++)
        {
            var prior = PriorSessions * _meanSessions[n];
            foreach (var page in state.Model.PagesOf(n))
            {
                velocities[i] = ((velocity[page.Row] / _meanOrders[n]) + LeastVelocity) / (1 + LeastVelocity);
                conversions[i++] = (orders[page.Row] + (prior * _conversion[n])) / ((sessions[page.Row] + prior) * _conversion[n]);
            }
        }
    }
}
