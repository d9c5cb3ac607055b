namespace FbaBench;

/// <summary>Price and stock of every product of an episode, as small multiples with one time axis.</summary>
internal static class ProductCards
{
    private const double PriceHeight = 64;
    private const double StockTop = 92;
    private const double StockHeight = 54;
    private const int MostMonths = 5;

    public static void Render(HtmlText html, EpisodeTrajectory days, int style)
    {
        var time = new TimeAxis(days.Start, days.CashCents.Count, MostMonths);
        html.Raw("<p class=\"sub\">Price and stock by product");
        if (days.OffersInWorld > days.Offers.Count)
        {
            html.Add($", the {days.Offers.Count} with the highest revenue of {days.OffersInWorld}");
        }

        html.Raw(". <span class=\"nowrap\">");
        Plot.Key(html, style);
        html.Raw("own price</span> <span class=\"nowrap\"><svg class=\"key\" width=\"26\" height=\"10\" aria-hidden=\"true\"><line class=\"rival\" x1=\"1\" x2=\"25\" y1=\"5\" y2=\"5\"/></svg>lowest price of a rival</span> <span class=\"nowrap\"><svg class=\"key\" width=\"12\" height=\"10\" aria-hidden=\"true\"><path class=\"arrival\" d=\"M6 1l5 8h-10z\"/></svg>arrival</span> <span class=\"nowrap\"><svg class=\"key\" width=\"12\" height=\"10\" aria-hidden=\"true\"><line class=\"ev ev3\" x1=\"6\" x2=\"6\" y1=\"0\" y2=\"10\"/></svg>day with lost sales</span></p><div class=\"cards\">");
        for (var i = 0; i < days.Offers.Count; i++)
        {
            var rivals = days.Niches.First(niche => niche.Name == days.Offers[i].Niche).LowestRivalCents;
            Card(html, days, i, rivals, time, style);
        }

        html.Raw("</div>");
    }

    private static void Card(HtmlText html, EpisodeTrajectory days, int index, IReadOnlyList<int> rivals, TimeAxis time, int style)
    {
        var offer = days.Offers[index];
        var sold = offer.UnitsSold.Sum(units => (long)units);
        var lost = offer.UnitsLost.Sum(units => (long)units);
        html.Raw("<figure>");
        Plot.Caption(html, offer.Name, $"{Figures.Dollars(sold)} sold, {Figures.Dollars(lost)} lost");
        html.Raw("<div class=\"area small\">");
        Plot.Open(html, StockTop + StockHeight, $"Price and stock of {offer.Name}", $"{Figures.Dollars(sold)} units sold, {Figures.Dollars(lost)} units lost to empty shelves on {Figures.Count(offer.UnitsLost.Count(units => units > 0), "day")}.");
        time.RunOff(html, EpisodeDays.RunOffDay(days), StockTop + StockHeight);
        Price(html, offer, rivals, time, style);
        Stock(html, days, index, time, style);
        time.Draw(html, StockTop + StockHeight, title: false);
        html.Raw("</svg></div></figure>");
    }

    private static void Price(HtmlText html, OfferTrajectory offer, IReadOnlyList<int> rivals, TimeAxis time, int style)
    {
        var prices = offer.PriceCents.Concat(rivals).Where(cents => cents > 0).Select(cents => cents / 100.0).ToArray();
        var axis = prices.Length == 0 ? Axis.Of(0, 1, 3) : Axis.Of(prices.Min(), prices.Max(), 3);
        Plot.Grid(html, axis, "$", 0, PriceHeight);
        DayPath.Open(html, time.Days, 0, PriceHeight);
        html.Add($"<path class=\"rival\" d=\"{DayPath.Steps(rivals, 100, axis, PriceHeight)}\"/>");
        html.Add($"<path class=\"line own s{style % Plot.Styles}\" d=\"{DayPath.Steps(offer.PriceCents, 100, axis, PriceHeight)}\"/></svg>");
    }

    private static void Stock(HtmlText html, EpisodeTrajectory days, int index, TimeAxis time, int style)
    {
        var offer = days.Offers[index];
        var axis = Axis.WithZero(offer.UnitsOnHand.Select(units => (double)units), 2);
        Plot.Grid(html, axis, "units", StockTop, StockHeight);
        DayPath.Open(html, time.Days, StockTop, StockHeight);
        html.Add($"<path class=\"stock f{style % Plot.Styles}\" d=\"{DayPath.Area(offer.UnitsOnHand, axis, StockHeight)}\"/></svg>");
        var bottom = StockTop + StockHeight;
        for (var day = 0; day < offer.UnitsLost.Count; day++)
        {
            if (offer.UnitsLost[day] > 0)
            {
                html.Add($"<line class=\"ev ev3\" x1=\"{time.X(day)}%\" x2=\"{time.X(day)}%\" y1=\"{bottom - 9}\" y2=\"{bottom}\"/>");
            }
        }

        foreach (var item in days.Events)
        {
            if (item.Kind == EventKind.OrderReceived && item.Offer == index)
            {
                html.Add($"<svg class=\"in\" x=\"{time.X(item.Day)}%\" y=\"{StockTop - 8}\" width=\"1\" height=\"1\"><path class=\"arrival\" d=\"M0 0l4 7h-8z\"><title>{days.Start.AddDays(item.Day).ToString()}: {item.Units} units arrived</title></path></svg>");
            }
        }
    }
}
