namespace FbaBench;

/// <summary>One episode on one time axis: cash with payouts, units sold a week, and what happened as rows of marks.</summary>
internal static class EpisodeDays
{
    private const double CashHeight = 130;
    private const double UnitsTop = 160;
    private const double UnitsHeight = 60;
    private const double RowsTop = 238;
    private const double RowHeight = 17;
    private const int Week = 7;
    private const double BarDays = 6.3;
    private const double LastBar = 99.5;

    private static readonly (string Name, string Class, EventKind[] Kinds)[] Rows =
    [
        ("orders placed", "ev0", [EventKind.OrderPlaced]),
        ("arrivals", "ev1", [EventKind.OrderReceived]),
        ("cancelled", "ev2", [EventKind.OrderCancelled]),
        ("stock-outs", "ev3", [EventKind.StockOut]),
        ("refusals", "ev4", [EventKind.CommandRefused]),
        ("payouts", "ev5", [EventKind.Payout]),
        ("late fees on unpaid dues", "ev3", [EventKind.LateFee]),
        ("liquidated", "ev2", [EventKind.Liquidated]),
    ];

    public static void Render(HtmlText html, string agent, EpisodeTrajectory days, int style)
    {
        var time = new TimeAxis(days.Start, days.CashCents.Count);
        var rows = Rows.Where(row => days.Events.Any(item => row.Kinds.Contains(item.Kind))).ToArray();
        var height = RowsTop + (rows.Length * RowHeight);
        html.Raw("<figure class=\"full\">");
        Plot.Caption(html, "Cash, sales and events", "cash at the day's end in US dollars, a notch at every payout; units sold a week; marks on the days of events");
        html.Raw("<div class=\"area wide\">");
        Plot.Open(html, height, $"Cash, units sold a week and events of {agent}", Describe(days));
        time.RunOff(html, RunOffDay(days), height);
        Cash(html, days, time, style);
        Units(html, days, time);
        for (var i = 0; i < rows.Length; i++)
        {
            EventRow(html, rows[i], RowsTop + (i * RowHeight), days, time);
        }

        Turns(html, days, time, height);
        time.Draw(html, height, title: true);
        html.Raw("</svg></div></figure>");
    }

    /// <summary>The first day after the last decision: of the run-off's start, or of the insolvency that came before.</summary>
    public static int RunOffDay(EpisodeTrajectory days)
    {
        foreach (var item in days.Events)
        {
            if (item.Kind == EventKind.RunOff)
            {
                return item.Day + 1;
            }
        }

        return days.DecisionDays;
    }

    private static void Cash(HtmlText html, EpisodeTrajectory days, TimeAxis time, int style)
    {
        var cash = DaySeries.Daily("cash", style, [.. days.CashCents.Select(cents => cents / 100.0)]);
        var axis = Axis.WithZero(cash.Line, 4);
        Plot.Grid(html, axis, "cash, $", 0, CashHeight);
        DayPath.Open(html, time.Days, 0, CashHeight);
        html.Add($"<path class=\"line s{style % Plot.Styles}\" d=\"{DayPath.Line(cash.Days, cash.Line, axis, CashHeight)}\"/></svg>");
        foreach (var payout in days.Events.Where(item => item.Kind == EventKind.Payout))
        {
            var y = (1 - axis.Share(days.CashCents[payout.Day] / 100.0)) * CashHeight;
            html.Add($"<line class=\"notch\" x1=\"{time.X(payout.Day)}%\" x2=\"{time.X(payout.Day)}%\" y1=\"{y - 5}\" y2=\"{y + 5}\"><title>{days.Start.AddDays(payout.Day).ToString()}: payout of {Figures.Money(payout.Cents / 100.0)}</title></line>");
        }
    }

    private static void Units(HtmlText html, EpisodeTrajectory days, TimeAxis time)
    {
        var weeks = new double[((time.Days - 1) / Week) + 1];
        foreach (var offer in days.Offers)
        {
            for (var day = 0; day < offer.UnitsSold.Count; day++)
            {
                weeks[day / Week] += offer.UnitsSold[day];
            }
        }

        var axis = Axis.WithZero(weeks, 2);
        Plot.Grid(html, axis, days.OffersInWorld > days.Offers.Count ? "units, 12 best" : "units a week", UnitsTop, UnitsHeight);
        for (var week = 0; week < weeks.Length; week++)
        {
            var share = axis.Share(weeks[week]);
            if (share > 0)
            {
                // From the first evening of the week to the last; a last week of one day has no width of its own.
                var from = Math.Min(time.X(week * Week), LastBar);
                var to = Math.Min(100, time.X((week * Week) + BarDays));
                html.Add($"<rect class=\"units\" x=\"{from}%\" width=\"{to - from}%\" y=\"{UnitsTop + ((1 - share) * UnitsHeight)}\" height=\"{share * UnitsHeight}\"/>");
            }
        }
    }

    private static void EventRow(HtmlText html, (string Name, string Class, EventKind[] Kinds) row, double top, EpisodeTrajectory days, TimeAxis time)
    {
        var middle = top + (RowHeight / 2);
        html.Add($"<line class=\"grid\" x1=\"0\" x2=\"100%\" y1=\"{middle}\" y2=\"{middle}\"/><text class=\"tick end\" x=\"-6\" y=\"{middle + 4}\">{row.Name}</text>");
        foreach (var day in days.Events.Where(item => row.Kinds.Contains(item.Kind)).GroupBy(item => item.Day))
        {
            var units = day.Sum(item => (long)item.Units);
            var cents = day.Sum(item => item.Cents);
            var what = $"{days.Start.AddDays(day.Key)}: {row.Name}, {Figures.Count(day.Count(), "entry", "entries")}{(units > 0 ? $", {Figures.Dollars(units)} units" : "")}{(cents > 0 ? $", {Figures.Money(cents / 100.0)}" : "")}";
            html.Add($"<line class=\"ev {row.Class}\" x1=\"{time.X(day.Key)}%\" x2=\"{time.X(day.Key)}%\" y1=\"{middle - 6}\" y2=\"{middle + 6}\"><title>{what}</title></line>");
        }
    }

    /// <summary>Lines through everything where the business turns: insolvency, start of the run-off.</summary>
    private static void Turns(HtmlText html, EpisodeTrajectory days, TimeAxis time, double height)
    {
        var broke = false;
        foreach (var item in days.Events)
        {
            if (item.Kind == EventKind.Insolvent || (item.Kind == EventKind.RunOff && !broke))
            {
                broke |= item.Kind == EventKind.Insolvent;
                var side = time.X(item.Day) > 50 ? " end" : "";
                html.Add($"<line class=\"turn{(broke ? " broke" : "")}\" x1=\"{time.X(item.Day)}%\" x2=\"{time.X(item.Day)}%\" y1=\"0\" y2=\"{height}\"/>");
                html.Add($"<text class=\"tick{side}\" x=\"{time.X(item.Day)}%\" dx=\"{(side.Length > 0 ? -4 : 4)}\" y=\"10\">{(broke ? "insolvent" : "run-off starts")}</text>");
            }
        }
    }

    private static string Describe(EpisodeTrajectory days) =>
        $"Cash from {Figures.Money(days.CashCents[0] / 100.0)} to {Figures.Money(days.CashCents[^1] / 100.0)}; "
        + string.Join(", ", Rows.Select(row => (row.Name, Count: days.Events.Count(item => row.Kinds.Contains(item.Kind)))).Where(row => row.Count > 0).Select(row => $"{row.Name}: {Figures.Whole(row.Count)}")) + ".";
}
