using System.Globalization;
using System.Net;
using System.Text;

namespace FbaBench;

/// <summary>The page of a fitted shop: per product what came from the data and what from the shop or a prior.</summary>
internal static class ShopPage
{
    private const string Css = """
        .charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,380px),1fr));gap:14px;margin:10px 0}.origin th:first-child,.origin td:last-child{white-space:normal;text-align:left}.origin th:last-child{text-align:left}.origin td:nth-child(2){white-space:normal}
        @media(min-width:821px){.origin th:first-child{width:38%}.origin td:last-child{width:32%}}
        .meter{display:inline-block;width:64px;height:9px;border:1px solid var(--rule);border-radius:3px;vertical-align:middle;margin-right:6px;background:var(--card)}
        .meter i{display:block;height:100%;background:var(--c0);border-radius:2px}
        .dot{fill:var(--fg)}.held{fill:var(--rule);fill-opacity:.55}.bar{stroke:var(--c0);stroke-width:6;stroke-linecap:butt;opacity:.45}.mid{stroke:var(--c0);stroke-width:2}
        .keys svg{width:26px;height:10px;margin-right:6px;vertical-align:middle}.out{fill:var(--down)}
        """;

    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    private static readonly string[] Days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    public static string Render(ShopFit fit)
    {
        var html = new StringBuilder();
        html.Append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        html.Append("<title>").Append(Encode(fit.Reading.File)).Append(" – fitted shop</title><style>").Append(HtmlStyle.Css).Append(Css).Append("</style></head><body><main>");
        html.Append("<h1>").Append(Encode(fit.Reading.File)).Append("</h1>");
        html.Append(CultureInfo.InvariantCulture, $"<p>{fit.First} to {fit.Last}. {Figures.Count(fit.Products.Count, "product")} of {fit.ProductsInFile}, {fit.RevenueShare * 100:0.#} % of the revenue.</p>");
        html.Append("<ul>");
        foreach (var note in ShopNotes.Of(fit))
        {
            html.Append("<li>").Append(Encode(note)).Append("</li>");
        }

        html.Append("</ul>");
        Check(html, fit);
        foreach (var product in fit.Products)
        {
            Product(html, fit, product);
        }

        html.Append("<footer><p>").Append(Encode(fit.Sources)).Append("</p>");
        html.Append("<p>File SHA-256 ").Append(Encode(fit.Reading.Digest)).Append(fit.Reading.ProductsDigest is { } second ? $"; {Encode(fit.Reading.ProductsFile!)} {Encode(second)}" : "").Append("</p></footer>");
        return html.Append("</main></body></html>\n").ToString();
    }

    private static void Check(StringBuilder html, ShopFit fit)
    {
        if (fit.HeldBack is not { } check)
        {
            return;
        }

        html.Append("<section><h2>Months that the fit was not shown</h2><p class=\"sub\">A right prediction has a tenth of the product-months in each tenth of its distribution, and so a height of 10 % everywhere; a hill in the middle means intervals that are too wide, high ends ones that are too narrow.</p>");
        html.Append("<div class=\"charts\"><figure><figcaption><b>Where the sold units fell</b> ").Append(Figures.Count(check.Months.Count, "product-month")).Append("</figcaption>");
        html.Append(ShopCharts.Tenths(check)).Append("</figure></div></section>");
    }

    private static void Product(StringBuilder html, ShopFit fit, FittedProduct product)
    {
        html.Append("<section><h2>").Append(Encode(product.Sku)).Append(" <small>").Append(Encode(product.Name)).Append("</small></h2>");
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"sub\">{product.RevenueShare * 100:0.#} % of the shop's revenue, {product.Orders} orders, {product.Weeks} weeks on sale, {Figures.Count(product.PricePoints, "posted price")}, {product.DaysOut} open days out of stock or not listed. Usual price {product.ReferencePrice:0.00} {Encode(fit.Currency)}{(fit.Currency == "USD" ? "" : FormattableString.Invariant($" = {product.ReferencePrice * fit.UsdRate:0.00} US dollars"))}.</p>");
        html.Append("<ul class=\"legend keys\"><li><svg viewBox=\"0 0 26 10\" aria-hidden=\"true\"><circle class=\"dot\" cx=\"13\" cy=\"5\" r=\"2.4\"/></svg>sold</li><li><svg viewBox=\"0 0 26 10\" aria-hidden=\"true\"><line class=\"line s0\" x1=\"1\" x2=\"25\" y1=\"5\" y2=\"5\"/></svg>fitted mean, 90 % band</li>");
        html.Append(fit.HeldBack is null ? "" : "<li><svg viewBox=\"0 0 26 10\" aria-hidden=\"true\"><rect class=\"held\" width=\"26\" height=\"10\"/></svg>held back from the check's fit</li>").Append("</ul>");
        html.Append("<div class=\"charts\"><figure><figcaption><b>Orders a week</b> as sold and as fitted on the whole file</figcaption>").Append(ShopCharts.Weeks(fit, product)).Append("</figure>");
        html.Append("<figure><figcaption><b>Months of the year</b> against the mean month, with 90 % intervals</figcaption>").Append(ShopCharts.Months(product)).Append("</figure>");
        if (fit.HeldBack?.Months.Where(month => month.Sku == product.Sku).ToArray() is { Length: > 0 } months)
        {
            html.Append("<figure><figcaption><b>Held-back months</b> units sold (dot) in the 90 % interval of the fit that was not shown them</figcaption>").Append(ShopCharts.HeldBack(months)).Append("</figure>");
        }

        html.Append("</div>");
        Origins(html, product);
        html.Append("</section>");
    }

    private static void Origins(StringBuilder html, FittedProduct product)
    {
        html.Append("<div class=\"wide\"><table class=\"origin cardy\"><thead><tr><th>Figure</th><th>Value</th><th>90 % interval</th><th>Product's own data</th><th>The rest</th></tr></thead><tbody>");
        Row(html, "Orders an open day, at the usual price", product.Level, "the shop's levels");
        Row(html, "Growth a year (log)", product.Growth, "the other products, then the prior 0 ± 0.2");
        var price = product.ElasticityOfData is { } estimate
            ? FormattableString.Invariant($"prior −2.6 ± 0.8; the data alone: {estimate:0.0} ± {product.ElasticityError:0.0} over {product.PricePoints} posted prices")
            : "prior −2.6 ± 0.8: the posted price never changed";
        Row(html, "Own-price elasticity", product.Elasticity, price + "; worlds stay within −4.5 to −1.2");
        Row(html, "Months of the year: see the chart", (FormattableString.Invariant($"{product.Months.Min(month => month.Value):0.00} to {product.Months.Max(month => month.Value):0.00}"), ""), product.Months.Average(month => month.DataShare), Seen(product));
        Row(html, "Weekly noise (relative variance)", product.Dispersion, "the other products, then the prior 0.1");
        Row(html, "Weekdays against the mean day", (string.Join(" ", product.Weekdays.Select((value, day) => FormattableString.Invariant($"{Days[day]} {value:0.00}"))), ""), product.WeekdayShare, "the shop's weekdays");
        Row(html, "Units an order; orders of one, two, three and more", (FormattableString.Invariant($"{product.UnitsPerOrder:0.0}; {string.Join(", ", product.OrderSizes.Select(ShopNotes.Percent))}"), ""), product.OrderSizeShare, "the shop's order sizes; the world sells at most three an order");
        Row(html, "Orders that come back", ((product.ReturnRate * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %", ""), Math.Max(0, product.ReturnShare), product.ReturnShare < 0 ? "prior: the file shows no returns" : "the shop's returns");
        var facts = product.Facts;
        Row(html, FormattableString.Invariant($"{facts.Category}; {facts.LengthInches:0.#} × {facts.WidthInches:0.#} × {facts.HeightInches:0.#} in, {facts.WeightPounds:0.##} lb; unit cost {facts.UnitCost:0.00}; minimum order {facts.MinimumUnits}; lead time {(facts.LeadTimeDays is { } days ? FormattableString.Invariant($"{days} days") : "65 days")}"), null, null, product.Assumed.Count == 0 ? "all from the second file" : "assumed: " + string.Join(", ", product.Assumed));
        html.Append("</tbody></table></div>");
    }

    /// <summary>Months whose own data is next to nothing are those that the file, or the product in it, has not seen.</summary>
    private static string Seen(FittedProduct product)
    {
        var unseen = Enumerable.Range(0, 12).Where(month => product.Months[month].DataShare < 0.01).Select(month => Months[month]).ToArray();
        return "the other products' months, then the generic season" + (unseen.Length > 0 ? "; not seen: " + string.Join(", ", unseen) : "");
    }

    private static void Row(StringBuilder html, string what, Estimated value, string rest) =>
        Row(html, what, (ShopNotes.Number(value.Value), ShopNotes.Interval(value)), value.DataShare, rest);

    private static void Row(StringBuilder html, string what, (string Value, string Interval)? value, double? share, string rest)
    {
        html.Append("<tr><th scope=\"row\">").Append(Encode(what)).Append("</th><td data-label=\"Value\">").Append(value?.Value ?? "").Append("</td><td data-label=\"90 % interval\">").Append(value?.Interval ?? "").Append("</td><td data-label=\"Product's own data\">");
        if (share is { } own)
        {
            html.Append(CultureInfo.InvariantCulture, $"<span><span class=\"meter\"><i style=\"width:{own * 100:0}%\"></i></span>{ShopNotes.Percent(own)}</span>");
        }

        html.Append("</td><td data-label=\"The rest\">").Append(Encode(rest)).Append("</td></tr>");
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
