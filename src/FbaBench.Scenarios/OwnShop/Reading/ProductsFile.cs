using System.Security.Cryptography;
using nietras.SeparatedValues;

namespace FbaBench.Scenarios;

/// <summary>
/// The optional second file: category, size, weight, cost, minimum and lead time of products. Sizes are read as inches unless
/// the header says cm or mm, weights as pounds unless it says kg, g or oz.
/// </summary>
internal sealed class ProductsFile
{
    private const double CentimetresPerInch = 2.54;
    private const double PoundsPerKilogram = 2.2046226218;
    private static readonly string[] SkuNames = ["sku", "stockcode", "productcode", "itemcode", "productid", "itemid", "asin", "product", "item", "article"];
    private static readonly (string Suffix, double Factor)[] Lengths = [("mm", 0.1 / CentimetresPerInch), ("cm", 1 / CentimetresPerInch), ("inches", 1), ("inch", 1), ("in", 1), ("", 1)];
    private static readonly (string Suffix, double Factor)[] Weights = [("kg", PoundsPerKilogram), ("grams", PoundsPerKilogram / 1000), ("ounces", 1 / 16.0), ("oz", 1 / 16.0), ("pounds", 1), ("lbs", 1), ("lb", 1), ("g", PoundsPerKilogram / 1000), ("", 1)];

    private readonly DelimitedFile _file;
    private readonly string[] _plain;
    private readonly char _decimalMark;

    private ProductsFile(DelimitedFile file, char decimalMark) => (_file, _plain, _decimalMark) = (file, [.. file.Header.Select(HeaderMap.Plain)], decimalMark);

    public string Name => _file.Name;

    public string Digest { get; private set; } = "";

    public IReadOnlyList<ProductFacts> Products { get; private set; } = [];

    public static ProductsFile Read(string path, char? decimalMark)
    {
        var file = DelimitedFile.Open(path);

        var mark = '.';
        file.Guard(() => mark = MarkOf(file, decimalMark));
        var products = new ProductsFile(file, mark);
        file.Guard(() =>
        {
            using (var stream = File.OpenRead(path))
            {
                products.Digest = Convert.ToHexStringLower(SHA256.HashData(stream));
            }

            products.Products = products.Rows();
        });
        return products;
    }

    /// <summary>
    /// The decimal mark that all numbers of the file agree on. A code or category says nothing: only what reads as a number under
    /// either mark counts.
    /// </summary>
    private static char MarkOf(DelimitedFile file, char? asked)
    {
        char? found = null;
        (long Line, string Text, int Column)? open = null;
        using var stream = File.OpenRead(file.Path);
        using var reader = file.Rows(stream);
        foreach (var row in reader)
        {
            if (file.IsHeader(row))
            {
                continue;
            }

            for (var column = 0; column < row.ColCount; column++)
            {
                var text = row[column].Span.Trim();
                if (text.IndexOfAny('.', ',') < 0 || !(NumberForm.TryRead(text, '.', out _) || NumberForm.TryRead(text, ',', out _)))
                {
                    continue;
                }

                var says = NumberForm.DecimalMarkOf(text);
                if (says is null)
                {
                    open ??= (row.LineNumberFrom, text.ToString(), column);
                }
                else if ((found ?? asked ?? says) != says)
                {
                    throw file.Error(row.LineNumberFrom, Head(file, column), $"'{DelimitedFile.Shorten(text)}' has the decimal mark '{says}', but '{found ?? asked}' is that of the file; use one in the whole file.");
                }

                found ??= says;
            }
        }

        return found ?? asked ?? (open is { } one
            ? throw file.Error(one.Line, Head(file, one.Column), $"'{DelimitedFile.Shorten(one.Text)}' can be thousands or decimals, and no other number of the file tells which; say which decimal mark it uses (--decimal-mark point or comma; ShopReadOptions.DecimalMark).")
            : '.');
    }

    private static string? Head(DelimitedFile file, int column) => column < file.Header.Length ? file.Header[column] : null;

    private List<ProductFacts> Rows()
    {
        var sku = HeaderMap.Find(_file, _plain, null, SkuNames, "product", "sku")!.Value;
        var category = Index("category", "feecategory", "amazoncategory");
        var cost = Index("unitcost", "cost", "costperunit", "purchaseprice", "cogs");
        var minimum = Index("minimumunits", "moq", "minimum", "minimumorder", "supplierminimum", "minimumorderquantity");
        var lead = Index("leadtimedays", "leadtime", "leaddays");
        var (length, perLength) = Measured("length", Lengths);
        var (width, perWidth) = Measured("width", Lengths);
        var (height, perHeight) = Measured("height", Lengths);
        var (weight, perWeight) = Measured("weight", Weights);
        var known = new HashSet<string>(StringComparer.Ordinal);
        var products = new List<ProductFacts>();
        using var stream = File.OpenRead(_file.Path);
        using var reader = _file.Rows(stream);
        foreach (var row in reader)
        {
            if (_file.IsHeader(row) || SalesRow.IsBlank(row))
            {
                continue;
            }

            SalesRow.CheckColumns(_file, row);
            var code = row[sku].Span.Trim().ToString();
            if (code.Length == 0 || !known.Add(code))
            {
                throw _file.Error(row.LineNumberFrom, _file.Header[sku], code.Length == 0 ? "there is no product code; every line needs one." : $"the product {code} stands twice; give it one line.");
            }

            products.Add(new ProductFacts(code)
            {
                Category = Category(row, category),
                LengthInches = Round(Number(row, length, 0, 300 / perLength) * perLength),
                WidthInches = Round(Number(row, width, 0, 300 / perWidth) * perWidth),
                HeightInches = Round(Number(row, height, 0, 300 / perHeight) * perHeight),
                WeightPounds = Round(Number(row, weight, 0, 500 / perWeight) * perWeight),
                UnitCost = Number(row, cost, 0, 100_000),
                MinimumUnits = (int?)Number(row, minimum, 0, 1_000_000, whole: true),
                LeadTimeDays = (int?)Number(row, lead, 0, 365, whole: true),
            });
        }

        return products.Count > 0 ? products : throw _file.Error(_file.HeaderLine, null, "the file has a header and no product below it.");
    }

    private static double? Round(double? value) => value is { } number ? Math.Round(number, 6) : null;

    private int Index(params string[] names) => HeaderMap.Find(_file, _plain, null, names, names[0], "") ?? -1;

    private (int Index, double Factor) Measured(string name, (string Suffix, double Factor)[] units)
    {
        foreach (var (suffix, factor) in units)
        {
            if (Array.IndexOf(_plain, name + suffix) is >= 0 and var at)
            {
                return (at, factor);
            }
        }

        return (-1, 1);
    }

    private string? Category(SepReader.Row row, int at)
    {
        if (at < 0 || row[at].Span.IsWhiteSpace())
        {
            return null;
        }

        var text = row[at].Span.Trim().ToString();
        var known = FeeSchedule.Published.Categories(OwnShopWorld.Start);
        return known.Contains(text, StringComparer.Ordinal)
            ? text
            : throw _file.Error(row.LineNumberFrom, _file.Header[at], $"'{DelimitedFile.Shorten(text)}' is not a fee category; the fee tables of {OwnShopWorld.Start} have {string.Join(", ", known)}.");
    }

    private double? Number(SepReader.Row row, int at, double above, double most, bool whole = false)
    {
        if (at < 0 || row[at].Span.IsWhiteSpace())
        {
            return null;
        }

        var text = row[at].Span;
        return NumberForm.TryRead(text, _decimalMark, out var value) && (double)value > above && (double)value <= most && (!whole || value == Math.Truncate(value))
            ? (double)value
            : throw _file.Error(row.LineNumberFrom, _file.Header[at], FormattableString.Invariant($"'{DelimitedFile.Shorten(text)}' was found; a {(whole ? "whole " : "")}number above {above} and at most {most:0.#} is needed, or nothing (decimal mark '{_decimalMark}')."));
    }
}
