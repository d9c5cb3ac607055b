namespace FbaBench;

/// <summary>SF27, and the exponent of clicks by position that the loop gain needs: of organic results, and so of listings that do not advertise.</summary>
internal static class SearchFacts
{
    private const int PagePositions = 16;
    private const int LeastDays = 5;

    /// <summary>SF27: mean sessions of the first result over those of the fifth.</summary>
    public static FactValue FirstOverFifth(MarketYear year) => FirstOverFifth(Views(year));

    public static FactValue FirstOverFifth(IReadOnlyList<SearchView> views)
    {
        var first = Sample.Mean([.. views.Where(view => view.Position == 1).Select(view => view.Share)]);
        var fifth = Sample.Mean([.. views.Where(view => view.Position == 5).Select(view => view.Share)]);
        return new(first / (fifth == 0 ? null : fifth));
    }

    public static double? ClickExponent(MarketYear year) => ClickExponent(Views(year));

    /// <summary>
    /// How steeply clicks fall with position, the listing held fixed: ln of a listing's mean share of sessions at a position on ln position, positions of the
    /// first page, with effects of the listing; weighted by days. Above 0 when they fall.
    /// </summary>
    public static double? ClickExponent(IReadOnlyList<SearchView> views)
    {
        var cells = views.Where(view => view.Position <= PagePositions)
            .GroupBy(view => (view.Listing, view.Position))
            .Select(cell => (cell.Key.Listing, cell.Key.Position, Share: cell.Average(view => view.Share), Days: cell.Count()))
            .Where(cell => cell.Days >= LeastDays && cell.Share > 0)
            .Select(cell => new PanelCell(cell.Listing, "", Math.Log(cell.Position), Math.Log(cell.Share), cell.Days));
        return -Regression.Panel([.. cells]);
    }

    /// <summary>Days on which a listing that does not advertise stood in the results, with its share of its niche's sessions.</summary>
    private static List<SearchView> Views(MarketYear year)
    {
        var views = new List<SearchView>();
        foreach (var niche in year.Listings.GroupBy(listing => listing.Niche, StringComparer.Ordinal))
        {
            var advertised = year.Definition.Niches.First(definition => definition.Name == niche.Key).Rivals
                .Where(rival => rival is { Advertises: true, Product: null }).Select(rival => rival.Name).ToHashSet(StringComparer.Ordinal);
            for (var day = 0; day < year.Days; day++)
            {
                var sessions = niche.Sum(listing => (double)listing.Sessions[day]);
                if (sessions > 0)
                {
                    views.AddRange(niche.Where(listing => listing.Position[day] > 0 && !advertised.Contains(listing.Offers[0].Name))
                        .Select(listing => new SearchView(listing.Path, listing.Position[day], listing.Sessions[day] / sessions)));
                }
            }
        }

        return views;
    }
}

/// <summary>A listing in the results of a day.</summary>
/// <param name="Listing">Which.</param>
/// <param name="Position">Its place, from 1.</param>
/// <param name="Share">Its share of the niche's sessions of the day.</param>
internal readonly record struct SearchView(string Listing, int Position, double Share);
