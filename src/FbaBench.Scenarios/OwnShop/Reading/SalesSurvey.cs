namespace FbaBench.Scenarios;

/// <summary>The forms of a sales file, decided over the whole of it: order of day and month, decimal mark, currency.</summary>
internal sealed class SalesSurvey
{
    private (long Line, string Text)? _dayFirst;
    private (long Line, string Text)? _monthFirst;
    private (long Line, string Text)? _open;
    private (long Line, string Text)? _point;
    private (long Line, string Text)? _comma;
    private (long Line, string Text)? _openNumber;
    private bool _dotted = true;

    private SalesSurvey(DelimitedFile file, HeaderMap map) => (File, Map) = (file, map);

    public DelimitedFile File { get; }

    public HeaderMap Map { get; }

    public bool DayFirst { get; private set; }

    /// <summary>The order of dates in words.</summary>
    public string Dates { get; private set; } = "year first";

    public char DecimalMark { get; private set; } = '.';

    public string? Currency { get; private set; }

    public static SalesSurvey Of(string path, ShopReadOptions options)
    {
        var file = DelimitedFile.Open(path);
        var survey = new SalesSurvey(file, HeaderMap.Of(file, options.Columns));
        survey.Currency = survey.Map.CurrencyInHeader;
        long lines = 0;
        file.Guard(() => lines = survey.Look());
        if (lines == 0)
        {
            throw file.Error(file.HeaderLine, null, "the file has a header and no line of sales below it.");
        }

        survey.Decide(options);
        return survey;
    }

    private long Look()
    {
        using var stream = System.IO.File.OpenRead(File.Path);
        using var reader = File.Rows(stream);
        long lines = 0;
        foreach (var row in reader)
        {
            if (File.IsHeader(row) || SalesRow.IsBlank(row))
            {
                continue;
            }

            lines++;
            SalesRow.CheckColumns(File, row);
            LookAtDate(row[Map.Date].Span, row.LineNumberFrom);
            LookAtNumber(row[Map.Price].Span, row.LineNumberFrom);
            if (Map.Currency >= 0)
            {
                LookAtCurrency(row[Map.Currency].Span, row.LineNumberFrom);
            }
        }

        return lines;
    }

    private void LookAtDate(ReadOnlySpan<char> text, long line)
    {
        if (!DateForm.TryRead(text, out var form))
        {
            throw File.Error(line, File.Header[Map.Date], text.IsWhiteSpace()
                ? "there is no date; write one, for example 2025-01-31."
                : $"'{DelimitedFile.Shorten(text)}' is not a date that can be read; write 2025-01-31, 31/01/2025, 01/31/2025 or 31.01.2025, with or without a time.");
        }

        if (!form.IsOpen)
        {
            return;
        }

        _dotted &= form.Mark == '.';
        if (form.First > 12 && _dayFirst is null)
        {
            _dayFirst = (line, text.ToString());
        }
        else if (form.Second > 12 && _monthFirst is null)
        {
            _monthFirst = (line, text.ToString());
        }

        _open ??= (line, text.ToString());
    }

    private void LookAtNumber(ReadOnlySpan<char> text, long line)
    {
        switch (NumberForm.DecimalMarkOf(text))
        {
            case '.':
                _point ??= (line, text.ToString());
                break;
            case ',':
                _comma ??= (line, text.ToString());
                break;
            default:
                if (_openNumber is null && text.IndexOfAny('.', ',') >= 0)
                {
                    _openNumber = (line, text.ToString());
                }

                break;
        }
    }

    private void LookAtCurrency(ReadOnlySpan<char> text, long line)
    {
        var code = text.Trim();
        if (code.Length != 3 || !char.IsAsciiLetter(code[0]) || !char.IsAsciiLetter(code[1]) || !char.IsAsciiLetter(code[2]))
        {
            throw File.Error(line, File.Header[Map.Currency], $"'{DelimitedFile.Shorten(text)}' is not a currency code; write three letters, for example GBP.");
        }

        if (Currency is null)
        {
            Currency = code.ToString().ToUpperInvariant();
        }
        else if (!code.Equals(Currency, StringComparison.OrdinalIgnoreCase))
        {
            throw File.Error(line, File.Header[Map.Currency], $"{code} was found after {Currency}; a file holds one currency: split it, or convert it to one.");
        }
    }

    private void Decide(ShopReadOptions options)
    {
        DecideDates(options.DateOrder);
        if (_point is { } point && _comma is { } comma)
        {
            throw File.Error(Math.Max(point.Line, comma.Line), File.Header[Map.Price], $"'{point.Text}' (line {point.Line}) has a decimal point and '{comma.Text}' (line {comma.Line}) a decimal comma; use one in the whole file.");
        }

        var found = _point is not null ? '.' : _comma is not null ? ',' : (char?)null;
        if (found is null && options.DecimalMark is null && _openNumber is { } open)
        {
            throw File.Error(open.Line, File.Header[Map.Price], $"'{open.Text}' can be thousands or decimals, and no other price tells which; say which decimal mark the file uses (--decimal-mark point or comma; ShopReadOptions.DecimalMark).");
        }

        if (found is { } one && options.DecimalMark is { } other && one != other)
        {
            throw File.Error((_point ?? _comma)!.Value.Line, File.Header[Map.Price], $"'{(_point ?? _comma)!.Value.Text}' has the decimal mark '{one}', but '{other}' was asked for.");
        }

        DecimalMark = options.DecimalMark ?? found ?? '.';
    }

    private void DecideDates(DateOrder told)
    {
        if (_dayFirst is { } day && _monthFirst is { } month)
        {
            throw File.Error(Math.Max(day.Line, month.Line), File.Header[Map.Date], $"'{day.Text}' (line {day.Line}) has the day first and '{month.Text}' (line {month.Line}) the month; use one order in the whole file.");
        }

        if (_open is not { } open)
        {
            return;
        }

        var found = _dayFirst is not null ? DateOrder.DayFirst : _monthFirst is not null ? DateOrder.MonthFirst : DateOrder.Decide;
        if (told != DateOrder.Decide && found != DateOrder.Decide && told != found)
        {
            var against = (_dayFirst ?? _monthFirst)!.Value;
            throw File.Error(against.Line, File.Header[Map.Date], $"'{against.Text}' has the {(found == DateOrder.DayFirst ? "day" : "month")} first, but the other order was asked for.");
        }

        var order = told != DateOrder.Decide ? told : found;
        if (order == DateOrder.Decide && _dotted)
        {
            (DayFirst, Dates) = (true, "day first (dates with dots)");
            return;
        }

        if (order == DateOrder.Decide)
        {
            throw File.Error(open.Line, File.Header[Map.Date], $"'{open.Text}' can have the day or the month first, and no date of the file tells which; say which (--date-order dmy or mdy; ShopReadOptions.DateOrder).");
        }

        DayFirst = order == DateOrder.DayFirst;
        Dates = (DayFirst ? "day first" : "month first") + (found == DateOrder.Decide ? " (as asked for)" : $" (line {(_dayFirst ?? _monthFirst)!.Value.Line} shows it)");
    }
}
