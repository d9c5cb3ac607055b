using System.Globalization;

namespace FbaBench;

/// <summary>What was found, changed and assumed, in sentences, the same in the table and on the page.</summary>
internal static class ShopNotes
{
    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    public static IEnumerable<string> Of(ShopFit fit)
    {
        var reading = fit.Reading;
        yield return Text($"Read as {reading.Encoding}, columns separated by {Named(reading.Separator)}, decimal mark '{reading.DecimalMark}', dates {reading.Dates}: {reading.Lines:#,0} lines, {reading.BlankLines:#,0} blank ones.");
        yield return reading.HasOrders
            ? Text($"Lines that repeat another one exactly (order and time included), dropped: {reading.RepeatedLines:#,0}.")
            : "There is no column of orders: a repeated line cannot be told from two equal sales, and every line counts as an order.";
        yield return Text($"{reading.ReturnLines:#,0} lines have negative units and count as returns; {reading.FreeLines:#,0} with a price of zero and {reading.EmptyLines:#,0} without units were left out; {reading.LeftOutLines:#,0} were kept out as asked{(reading.LeftOut.Count > 0 ? $" ({string.Join(", ", reading.LeftOut)})" : "")}.");
        var closed = fit.ClosedWeekdays.Count == 0 ? "no weekday" : string.Join(" and ", fit.ClosedWeekdays.Select(day => Days[day]));
        yield return Text($"{(fit.ClosedWeekdays.Count == 0 ? "The shop sells on every weekday" : $"The shop never sells on {closed}")}; {fit.ClosedDays:#,0} other days without any sale count as closed. Levels are orders a day on which it is open.");
        yield return fit.Currency == "USD"
            ? "Prices are US dollars."
            : Text($"Prices are {fit.Currency}; the world's are US dollars at {fit.UsdRate} for one {fit.Currency}, as given.");
        yield return fit.ShiftDays == 0 ? "Dates are not moved. The level is that of the end of the file; its growth is not carried on." : Text($"Dates are moved by {fit.ShiftDays:#,0} days (whole weeks, so that weekdays stay): {fit.Last} becomes {fit.Last.AddDays(fit.ShiftDays)}. The level is that of the end of the file; its growth is not carried on.");
        if (fit.HeldBack is { } check)
        {
            yield return Text($"Held back {check.First} to {check.Last}: {check.Coverage90 * 100:0.0} % of {check.Months.Count} product-months lie in the 90 % interval of a fit that was not shown them, {check.Coverage50 * 100:0.0} % in the 50 % one; the 90 % interval is {check.RelativeWidth:0.0} times the expected units wide (median).");
        }
        else
        {
            yield return "No months were held back: how well the fit foresees is not known.";
        }
    }

    public static string Number(double value) => value.ToString(Math.Abs(value) < 1 ? "0.00" : "0.0", CultureInfo.InvariantCulture);

    public static string Interval(Estimated value) => $"{Number(value.Low)} .. {Number(value.High)}";

    public static string Percent(double share) => (share * 100).ToString("0", CultureInfo.InvariantCulture) + " %";

    private static string Named(string separator) => separator switch { "," => "comma", ";" => "semicolon", "|" => "bar", _ => separator };

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
