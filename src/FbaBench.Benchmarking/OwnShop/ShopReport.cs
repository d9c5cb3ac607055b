using System.Globalization;
using System.Text;

namespace FbaBench;

/// <summary>What a fitted shop is made of, for people: a table for a terminal and a page.</summary>
public static class ShopReport
{
    /// <summary>The products with their figures and how much of each is data, what was changed while reading, and the check.</summary>
    public static string ToTable(ShopFit fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{fit.Reading.File}: {fit.First} to {fit.Last}, {fit.ProductsInFile} products, of which these make {fit.RevenueShare * 100:0.#} % of the revenue");
        string[][] rows = [["product", "orders", "price, " + fit.Currency, "orders a day", "90 % interval", "elasticity", "90 % interval", "data", "units an order", "returns"], .. fit.Products.Select(Cells)];
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            text.AppendLine("  " + string.Join("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd());
        }

        foreach (var note in ShopNotes.Of(fit))
        {
            text.AppendLine("  " + note);
        }

        return text.ToString().TrimEnd();
    }

    /// <summary>The page: one file, no script, no network, light and dark, wide and narrow.</summary>
    public static string ToHtml(ShopFit fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        return ShopPage.Render(fit);
    }

    /// <summary>Writes the page; a file of that name is replaced as a whole.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void WriteHtml(ShopFit fit, string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        StorageException.Guard(path, whole => WholeFile.Write(whole, System.Text.Encoding.UTF8.GetBytes(ToHtml(fit))));
    }

    private static string[] Cells(FittedProduct product) =>
    [
        product.Sku,
        product.Orders.ToString(CultureInfo.InvariantCulture),
        product.ReferencePrice.ToString("0.00", CultureInfo.InvariantCulture),
        ShopNotes.Number(product.Level.Value),
        ShopNotes.Interval(product.Level),
        ShopNotes.Number(product.Elasticity.Value),
        ShopNotes.Interval(product.Elasticity),
        ShopNotes.Percent(product.Elasticity.DataShare),
        ShopNotes.Number(product.UnitsPerOrder),
        ShopNotes.Percent(product.ReturnRate),
    ];
}
