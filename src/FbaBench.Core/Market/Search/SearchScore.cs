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

    /// <summary>The scores of a niche's pages today: −8,192 to 8,192.</summary>
    /// <param name="lanes">Arithmetic of columns.</param>
    /// <param name="state">Velocity, recent orders and sessions.</param>
    /// <param name="n">The niche.</param>
    /// <param name="perceived">Perceived rating of each page.</param>
    /// <param name="normals">The pages' draws of the day, uniform; they become normal. Whole tiles.</param>
    /// <param name="velocities">Scratch, one a page and whole tiles: this model is shared by forks and holds none.</param>
    /// <param name="conversions">Scratch, the same.</param>
    /// <param name="scores">Results, by page in the niche.</param>
    public void Of(LaneMath lanes, WorldState state, int n, ReadOnlySpan<double> perceived, Span<double> normals, Span<double> velocities, Span<double> conversions, Span<int> scores)
    {
        var pages = state.Model.PagesOf(n);
        var prior = PriorSessions * _meanSessions[n];
        var velocity = state.Velocity;
        var orders = state.RecentOrders;
        var sessions = state.RecentSessions;
        for (var i = 0; i < pages.Length; i++)
        {
            var row = pages[i].Row;
            velocities[i] = ((velocity[row] / _meanOrders[n]) + LeastVelocity) / (1 + LeastVelocity);
            conversions[i] = (orders[row] + (prior * _conversion[n])) / ((sessions[row] + prior) * _conversion[n]);
        }

        velocities[pages.Length..].Fill(1);
        conversions[pages.Length..].Fill(1);
        lanes.Log(velocities);
        lanes.Log(conversions);
        lanes.NormalQuantile(normals);
        var relevance = _relevance.AsSpan(state.Model.Niches[n].FirstPage, pages.Length);
        for (var i = 0; i < pages.Length; i++)
        {
            var score = relevance[i]
                + (_search.VelocityWeight * velocities[i])
                + (_search.ConversionWeight * Math.Clamp(conversions[i], -ConversionBound, ConversionBound))
                + (_search.RatingWeight * (perceived[i] - _reviews.ReferenceRating))
                + (_search.DailyDeviation * normals[i]);
            scores[i] = (int)Math.Floor((Math.Clamp(score, -Bound, Bound) * Grid) + 0.5);
        }
    }
}
