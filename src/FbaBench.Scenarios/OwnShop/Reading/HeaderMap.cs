namespace FbaBench.Scenarios;

/// <summary>Which column holds what: as the caller says, else by usual names.</summary>
/// <param name="Date">Index of the column of days.</param>
/// <param name="Sku">Index of the column of product codes.</param>
/// <param name="Units">Index of the column of units.</param>
/// <param name="Price">Index of the column of prices.</param>
/// <param name="Order">Index of the column of orders, or −1.</param>
/// <param name="Currency">Index of the column of currency codes, or −1.</param>
/// <param name="CurrencyInHeader">Currency that the price's header ends with, or null.</param>
internal sealed record HeaderMap(int Date, int Sku, int Units, int Price, int Order, int Currency, string? CurrencyInHeader)
{
    // Earlier names win: a file with both a code and a name of the product is read by its code. Names are compared as
    // lower-case letters and digits alone.
    private static readonly string[] DateNames = ["date", "orderdate", "invoicedate", "saledate", "salesdate", "purchasedate", "transactiondate", "datetime", "orderdatetime", "timestamp", "createdat", "day", "time", "datum"];
    private static readonly string[] SkuNames = ["sku", "lineitemsku", "variantsku", "sellersku", "stockcode", "productcode", "itemcode", "articlecode", "productid", "itemid", "articleid", "itemno", "itemnumber", "articleno", "articlenumber", "artikelnummer", "asin", "product", "item", "article", "productname", "description"];
    private static readonly string[] UnitsNames = ["units", "quantity", "qty", "unitssold", "quantitysold", "qtysold", "quantitypurchased", "lineitemquantity", "itemquantity", "pieces", "menge"];
    private static readonly string[] PriceNames = ["unitprice", "price", "priceperunit", "lineitemprice", "sellingprice", "saleprice", "priceeach", "unitsellingprice", "einzelpreis", "preis"];
    private static readonly string[] OrderNames = ["orderid", "order", "orderno", "ordernumber", "invoice", "invoiceid", "invoiceno", "invoicenumber", "transactionid", "transaction", "receipt", "receiptid", "receiptno", "amazonorderid", "bestellnummer"];
    private static readonly string[] CurrencyNames = ["currency", "currencycode", "ccy"];
    private static readonly string[] Codes = ["usd", "gbp", "eur", "cad", "aud", "chf", "jpy", "sek", "nok", "dkk", "pln", "inr", "mxn", "nzd"];

    public static HeaderMap Of(DelimitedFile file, ShopColumns columns)
    {
        var plain = file.Header.Select(Plain).ToArray();
        var currency = Find(file, plain, columns.Currency, CurrencyNames, "currency", "");
        var price = Find(file, plain, columns.Price, PriceNames, "price", "unit price", mayEndWithCurrency: true);
        return new HeaderMap(
            Required(Find(file, plain, columns.Date, DateNames, "date", "date")),
            Required(Find(file, plain, columns.Sku, SkuNames, "product", "sku")),
            Required(Find(file, plain, columns.Units, UnitsNames, "units", "quantity")),
            Required(price),
            Find(file, plain, columns.Order, OrderNames, "order", "") ?? -1,
            currency ?? -1,
            price is { } index && Codes.FirstOrDefault(code => plain[index].Length > 3 && plain[index].EndsWith(code, StringComparison.Ordinal)) is { } known ? known.ToUpperInvariant() : null);

        static int Required(int? index) => index!.Value;
    }

    /// <param name="file">The file, for messages.</param>
    /// <param name="plain">Its header, letters and digits alone.</param>
    /// <param name="told">The header's text that the caller names, or null.</param>
    /// <param name="names">Usual names, best first.</param>
    /// <param name="what">What the column holds.</param>
    /// <param name="example">A usual name for the message; empty when the column may be missing.</param>
    /// <param name="mayEndWithCurrency">Whether a currency code may follow the name.</param>
    public static int? Find(DelimitedFile file, string[] plain, string? told, string[] names, string what, string example, bool mayEndWithCurrency = false)
    {
        if (told is not null)
        {
            var at = Array.FindIndex(file.Header, header => string.Equals(header, told.Trim(), StringComparison.OrdinalIgnoreCase));
            return at >= 0 ? at : throw file.Error(file.HeaderLine, told, $"there is no such column for the {what}; the header has {Listed(file)}.");
        }

        foreach (var name in names)
        {
            var found = Enumerable.Range(0, plain.Length).Where(i => plain[i] == name || (mayEndWithCurrency && Codes.Any(code => plain[i] == name + code))).ToArray();
            if (found.Length > 1)
            {
                throw file.Error(file.HeaderLine, file.Header[found[0]], $"columns {found[0] + 1} and {found[1] + 1} can both be the {what}; rename one, or name the column to use (--column ROLE=HEADER; ShopColumns).");
            }

            if (found.Length == 1)
            {
                return found[0];
            }
        }

        return example.Length == 0
            ? null
            : throw file.Error(file.HeaderLine, null, $"there is no column for the {what} (usually named '{example}'); the header has {Listed(file)}. Rename the column, or name the one to use (--column ROLE=HEADER; ShopColumns).");
    }

    public static string Plain(string header) => new([.. header.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)]);

    public static string Listed(DelimitedFile file) => string.Join(", ", file.Header.Take(20).Select(header => $"'{DelimitedFile.Shorten(header)}'"));
}
