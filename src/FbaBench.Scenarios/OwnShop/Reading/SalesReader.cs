using System.Security.Cryptography;
using nietras.SeparatedValues;

namespace FbaBench.Scenarios;

/// <summary>Reads the numbers of a sales file whose forms are known, and adds them up by product, day and price.</summary>
internal sealed class SalesReader
{
    private const decimal LargestPrice = 1_000_000;
    private const decimal MostUnits = 10_000_000;

    private readonly SalesSurvey _survey;
    private readonly DelimitedFile _file;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _leaveOut;
    private readonly SortedSet<string> _leftOut = new(StringComparer.Ordinal);
    private readonly SalesSums _sums = new();
    private readonly RecentLines _lines = new();
    private readonly RecentLines _orders = new();
    private long _count;
    private long _blank;
    private long _repeated;
    private long _free;
    private long _empty;
    private long _out;

    private SalesReader(SalesSurvey survey, ShopReadOptions options)
    {
        (_survey, _file) = (survey, survey.File);
        _leaveOut = new HashSet<string>(options.LeaveOut.Select(code => code.Trim()), StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static ShopHistory Read(string path, SalesSurvey survey, ShopReadOptions options, ProductsFile? facts)
    {
        var reader = new SalesReader(survey, options);
        var digest = "";
        survey.File.Guard(() => digest = reader.Run(path));
        if (reader._sums.Products.All(product => !product.Sales.Any()))
        {
            throw survey.File.Error(null, null, $"none of its {reader._count} lines is a sale: {reader._sums.ReturnLines} are returns, {reader._free} have a price of zero, {reader._empty} no units, {reader._out} were left out.");
        }

        return new ShopHistory(reader.Reading(digest, facts), reader._sums, facts?.Products ?? []);
    }

    private string Run(string path)
    {
        using var stream = File.OpenRead(path);
        using var hash = SHA256.Create();
        using var hashed = new CryptoStream(stream, hash, CryptoStreamMode.Read);
        using (var rows = _file.Rows(hashed))
        {
            foreach (var row in rows)
            {
                if (_file.IsHeader(row))
                {
                    continue;
                }

                if (SalesRow.IsBlank(row))
                {
                    _blank++;
                    continue;
                }

                _count++;
                Add(row);
            }
        }

        return Convert.ToHexStringLower(hash.Hash!);
    }

    private void Add(SepReader.Row row)
    {
        var (map, line) = (_survey.Map, (long)row.LineNumberFrom);
        var sku = row[map.Sku].Span.Trim();
        if (sku.IsEmpty)
        {
            throw _file.Error(line, _file.Header[map.Sku], "there is no product code; every line needs one.");
        }

        var units = Units(row[map.Units].Span, line);
        var price = Price(row[map.Price].Span, line);
        var day = Day(row[map.Date].Span, line);
        if (_leaveOut.Contains(sku))
        {
            _out++;
            _leftOut.Add(sku.ToString());
            return;
        }

        if (map.Order >= 0 && !_lines.Add(RecentLines.Hash(row.Span)))
        {
            _repeated++;
            return;
        }

        if (units == 0)
        {
            _empty++;
        }
        else if (price == 0)
        {
            _free++;
        }
        else if (units < 0)
        {
            _sums.Return(sku);
        }
        else
        {
            _sums.Sale(sku, day.DayNumber, price, units, map.Order < 0 ? OrderOfLine.Alone : OrderOf(row[map.Order].Span, sku), _file);
        }
    }

    /// <summary>An order that names a product on two lines is one order of it.</summary>
    private OrderOfLine OrderOf(ReadOnlySpan<char> order, ReadOnlySpan<char> sku)
    {
        var id = RecentLines.Hash(order, RecentLines.Hash(sku));
        return new(id, _orders.Add(id));
    }

    private SimDate Day(ReadOnlySpan<char> text, long line) =>
        DateForm.TryRead(text, out var form) && form.Day(_survey.DayFirst) is { } day
            ? day
            : throw _file.Error(line, _file.Header[_survey.Map.Date], $"there is no day '{DelimitedFile.Shorten(text)}' (dates are read {_survey.Dates}).");

    private int Units(ReadOnlySpan<char> text, long line)
    {
        var field = _file.Header[_survey.Map.Units];
        if (!NumberForm.TryRead(text, _survey.DecimalMark, out var value))
        {
            throw _file.Error(line, field, $"'{DelimitedFile.Shorten(text)}' is not a number of units; write a whole number, negative for a return.");
        }

        return value != Math.Truncate(value) || Math.Abs(value) > MostUnits
            ? throw _file.Error(line, field, $"{DelimitedFile.Shorten(text)} units were found; whole numbers up to {MostUnits:0} are counted.")
            : (int)value;
    }

    private decimal Price(ReadOnlySpan<char> text, long line)
    {
        var field = _file.Header[_survey.Map.Price];
        if (!NumberForm.TryRead(text, _survey.DecimalMark, out var value))
        {
            throw _file.Error(line, field, $"'{DelimitedFile.Shorten(text)}' is not a price; write a number, for example 12{_survey.DecimalMark}95.");
        }

        return value is < 0 or > LargestPrice
            ? throw _file.Error(line, field, $"the price {DelimitedFile.Shorten(text)} is {(value < 0 ? "negative" : "above a million")}; a unit price is zero or more (a return has negative units, not a negative price).")
            : value;
    }

    private ShopReading Reading(string digest, ProductsFile? facts) => new()
    {
        File = _file.Name,
        Digest = digest,
        Encoding = _file.EncodingName,
        Separator = _file.Separator == '\t' ? "tab" : _file.Separator.ToString(),
        DecimalMark = _survey.DecimalMark.ToString(),
        Dates = _survey.Dates,
        Currency = _survey.Currency,
        Lines = _count,
        BlankLines = _blank,
        HasOrders = _survey.Map.Order >= 0,
        RepeatedLines = _repeated,
        ReturnLines = _sums.ReturnLines,
        FreeLines = _free,
        EmptyLines = _empty,
        LeftOutLines = _out,
        LeftOut = [.. _leftOut],
        ProductsFile = facts?.Name,
        ProductsDigest = facts?.Digest,
    };
}
