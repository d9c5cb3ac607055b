using System.Globalization;
using System.Text.Json;
using static System.FormattableString;

namespace FbaBench.Contracts;

/// <summary>
/// Reads the fields of one command. What a command asks for are its fields; the others are refused at the end. A field that cannot
/// be read leaves a problem and a value that nobody uses.
/// </summary>
internal sealed class CommandFields(JsonElement command, string name, int index, string path, Observation today, DecisionProblems problems)
{
    private const string WholeRule = "write a whole number, for example 200";
    private const string DollarsRule = "write dollars as a number with at most two decimals, for example 18.49";

    private readonly List<string> _asked = ["command"];
    private OfferInfo? _offer;

    public OfferId Offer()
    {
        if (Text("offer", Invariant($"write the name of one of your offers, for example {Example}")) is not { } given)
        {
            return default;
        }

        foreach (var offer in today.Offers)
        {
            if (offer.Name == given)
            {
                _offer = offer.Info;
                return offer.Id;
            }
        }

        string[] names = [.. today.Offers.Select(offer => offer.Name)];
        Problem("offer", DecisionProblemKind.UnknownOffer, $"{DecisionProblems.Quote(given)} is not one of your offers", Nearest(given, names, "you have none"));
        return default;
    }

    /// <summary>A supplier of the offer, which is read before; without an offer there is nothing to compare with.</summary>
    public SupplierId Supplier()
    {
        var example = _offer is null ? "" : ", for example " + DecisionProblems.Quote(_offer.BestQuote.Name);
        if (Text("supplier", "write the name of a supplier that quotes the offer" + example) is not { } given || _offer is null)
        {
            return default;
        }

        foreach (var quote in _offer.Quotes)
        {
            if (quote.Name == given)
            {
                return quote.Supplier;
            }
        }

        string[] names = [.. _offer.Quotes.Select(quote => quote.Name)];
        Problem("supplier", DecisionProblemKind.UnknownSupplier, $"{DecisionProblems.Quote(given)} does not quote {_offer.Name}", Nearest(given, names, "nobody does"));
        return default;
    }

    /// <summary>A mode of freight; quoted when the field is left out.</summary>
    public FreightMode Freight()
    {
        const string Rule = "write \"sea\", \"air\" or \"express\", or leave it out";
        if (!command.TryGetProperty("freight", out _))
        {
            _asked.Add("freight");
            return FreightMode.Quoted;
        }

        var given = Text("freight", Rule);
        foreach (var mode in Enum.GetValues<FreightMode>())
        {
            if (JsonValues.NameOf(mode) == given)
            {
                return mode;
            }
        }

        if (given is not null)
        {
            Problem("freight", DecisionProblemKind.UnknownFreight, $"{DecisionProblems.Quote(given)} is no mode of freight", Rule);
        }

        return FreightMode.Quoted;
    }

    /// <summary>The seat that decides.</summary>
    public Seat Seat => today.Seat;

    /// <summary>A member of an enum by its name.</summary>
    public T OneOf<T>(string field)
        where T : struct, Enum
    {
        var members = Enum.GetValues<T>();
        var rule = "write " + string.Join(" or ", members.Select(member => DecisionProblems.Quote(JsonValues.NameOf(member))));
        var given = Text(field, rule);
        foreach (var member in members)
        {
            if (JsonValues.NameOf(member) == given)
            {
                return member;
            }
        }

        if (given is not null)
        {
            Problem(field, DecisionProblemKind.UnknownValue, $"{DecisionProblems.Quote(given)} is no {field}", rule);
        }

        return default;
    }

    /// <summary>A whole number; 0 when the field is left out.</summary>
    public int WholeOrZero(string field)
    {
        if (command.TryGetProperty(field, out _))
        {
            return Whole(field);
        }

        _asked.Add(field);
        return 0;
    }

    public Money Dollars(string field) => new(Number(field, 2, DollarsRule));

    public long WholeLong(string field) => Number(field, 0, WholeRule);

    public int Whole(string field)
    {
        var number = WholeLong(field);
        if (number is >= int.MinValue and <= int.MaxValue)
        {
            return (int)number;
        }

        TooLarge(field, number.ToString(CultureInfo.InvariantCulture), WholeRule);
        return 0;
    }

    /// <summary>Fields that the command did not ask for, and fields that stand twice.</summary>
    public void RefuseOthers()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in command.EnumerateObject())
        {
            if (!_asked.Contains(property.Name))
            {
                var wrong = $"{name} has no field {DecisionProblems.Quote(property.Name)}";
                Problem(property.Name, DecisionProblemKind.UnknownField, wrong, "leave it out; the fields are " + string.Join(", ", _asked));
            }
            else if (!seen.Add(property.Name))
            {
                Problem(property.Name, DecisionProblemKind.RepeatedField, $"{property.Name} stands more than once", "write it once");
            }
        }
    }

    private string Example => today.Offers.Count > 0 ? DecisionProblems.Quote(today.Offers[0].Name) : "\"mugs/blue-mug\"";

    private string? Text(string field, string rule)
    {
        if (Find(field, rule) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String)
        {
            return value.GetString();
        }

        Problem(field, DecisionProblemKind.WrongType, $"{field} is {DecisionProblems.Describe(value)}", rule);
        return null;
    }

    private long Number(string field, int decimals, string rule)
    {
        if (Find(field, rule) is not { } value)
        {
            return 0;
        }

        if (value.ValueKind != JsonValueKind.Number)
        {
            Problem(field, DecisionProblemKind.WrongType, $"{field} is {DecisionProblems.Describe(value)}", rule + (value.ValueKind == JsonValueKind.String ? ", without quotation marks" : ""));
            return 0;
        }

        var text = value.GetRawText();
        switch (ExactNumber.Read(text, decimals, out var steps))
        {
            case ExactAnswer.Fraction:
                var most = decimals == 0 ? "decimals" : "more than two decimals";
                Problem(field, DecisionProblemKind.TooManyDecimals, $"{field} {DecisionProblems.Cut(text)} has {most} and is not rounded for you", rule);
                break;
            case ExactAnswer.TooLarge:
                TooLarge(field, text, rule);
                break;
            default:
                break;
        }

        return steps;
    }

    private void TooLarge(string field, string text, string rule) =>
        Problem(field, DecisionProblemKind.NumberTooLarge, $"{field} {DecisionProblems.Cut(text)} is beyond what a command can hold", rule);

    private JsonElement? Find(string field, string rule)
    {
        _asked.Add(field);
        if (command.TryGetProperty(field, out var value))
        {
            return value;
        }

        Problem(field, DecisionProblemKind.MissingField, $"{name} needs a field {field}", rule);
        return null;
    }

    private void Problem(string field, DecisionProblemKind kind, string wrong, string right) =>
        problems.Add(new(index, kind, DecisionProblems.Field(path, field), wrong, right));

    private static string Nearest(string given, string[] names, string nobody)
    {
        var nearest = NearestNames.Of(given, names);
        var quoted = string.Join(" or ", nearest.Select(DecisionProblems.Quote));
        return names.Length == 0 ? nobody : names.Length == nearest.Count ? "use " + quoted : Invariant($"use one of the {names.Length} there are, the nearest being {quoted}");
    }
}
