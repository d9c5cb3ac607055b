using System.Globalization;

namespace FbaBench;

/// <summary>The kinds of fee examples, each with its input and what it expects.</summary>
internal static class FeeKinds
{
    private const decimal Cent = 0.01m;

    /// <summary>Less than half a cent: amounts are whole cents, so that equal means equal.</summary>
    private const decimal ToTheCent = 0.004m;

    private static readonly FeeSchedule Fees = FeeSchedule.Published;

    public static CheckLine Check(string id, string kind, SimDate date, ExampleFields input, ExampleFields expected) => kind switch
    {
        "fulfillment" => Fulfilment(id, date, input, expected),
        "referral" => Fee(id, Fees.Referral(date, input.Text("category"), input.Dollars("total_sales_price")), expected),
        "monthly_storage" => Fee(id, Storage(date, input), expected),
        "aged_inventory" => Fee(id, Fees.AgedInventory(date, input.Whole("units"), input.Sides("dims_in"), Age(input), input.Flag("apparel_group")), expected),
        "low_inventory_level" => Fee(id, LowInventory(date, input), expected),
        "returns_processing_units" => Returns(id, date, input, expected),
        "removal" => Fee(id, Fees.Removal(date, Size(input), input.Double("shipping_weight_lb")), expected),
        "refund_administration" => Fee(id, Refunds(date, input), expected),
        "closing" => Fee(id, Fees.Closing(date, input.Text("category")), expected),
        "payout_date" => Payout(id, input, expected),
        "unit_economics" => UnitEconomics(id, date, input, expected),
        _ => CheckLine.Failed(id, $"The fee '{kind}' is of an unknown kind."),
    };

    private static CheckLine Fulfilment(string id, SimDate date, ExampleFields input, ExampleFields expected)
    {
        var answer = Fees.Fulfilment(date, input.Sides("dims_in"), input.Double("unit_weight_lb"), input.Dollars("price"), input.Flag("apparel"));
        var line = Fee(id, answer.Fee, expected);
        var tier = expected.Has("tier") ? expected.Text("tier") : answer.Tier;
        if (tier != answer.Tier)
        {
            return line with { Pass = false, Note = $"The size tier is {answer.Tier}; expected {tier}." };
        }

        if (expected.Has("shipping_weight_lb") && expected.Decimal("shipping_weight_lb") != answer.ShippingWeightPounds)
        {
            return line with { Pass = false, Note = $"The shipping weight is {Plain(answer.ShippingWeightPounds)} lb; expected {Plain(expected.Decimal("shipping_weight_lb"))}." };
        }

        return line with { Note = answer.Tier + (line.Note.Length > 0 ? "; " + line.Note : "") };
    }

    private static FeeAnswer Storage(SimDate date, ExampleFields input)
    {
        var (units, weeks, aged) = (input.Double("avg_units"), input.Double("ratio_weeks"), input.Double("aged_over_30_cuft"));
        return input.Has("unit_cuft")
            ? Fees.MonthlyStorage(date, Size(input), input.Double("unit_cuft"), units, weeks, aged)
            : Fees.MonthlyStorage(date, Size(input), input.Sides("dims_in"), units, weeks, aged);
    }

    private static FeeAnswer LowInventory(SimDate date, ExampleFields input) => Fees.LowInventoryLevel(
        date,
        input.Text("tier"),
        input.Double("shipping_weight_lb"),
        input.Double("days_supply_30"),
        input.Double("days_supply_90"),
        input.Whole("units_shipped"));

    private static CheckLine Returns(string id, SimDate date, ExampleFields input, ExampleFields expected)
    {
        double? threshold = input.Has("threshold") ? input.Double("threshold") : null;
        var answer = Fees.ReturnsProcessingUnits(date, input.Text("category"), input.Whole("units_shipped"), input.Whole("units_returned"), threshold);
        return answer.Kind == FeeAnswerKind.NoTable
            ? CheckLine.Failed(id, $"No returns processing table is in force on {date}.")
            : CheckLine.Compare(id, answer.UnitsCharged, expected.Whole("units_charged"), 0, "units", Note(answer.Kind));
    }

    private static FeeAnswer Refunds(SimDate date, ExampleFields input)
    {
        var sum = Money.Zero;
        foreach (var refunded in input.DollarList("refunded_amounts"))
        {
            var answer = Fees.RefundAdministration(date, input.Double("referral_rate"), refunded);
            if (answer.Kind != FeeAnswerKind.Amount)
            {
                return answer;
            }

            sum += answer.Amount;
        }

        return FeeAnswer.Of(sum);
    }

    private static CheckLine Payout(string id, ExampleFields input, ExampleFields expected)
    {
        var days = input.Whole("reserve_days");
        var available = FeeSchedule.AvailableFrom(input.Date("delivered"), (int)Math.Clamp(days, int.MinValue, int.MaxValue));
        return CheckLine.Compare(id, available.DayNumber, expected.Date("available_from").DayNumber, 0, "day number", available.ToString());
    }

    /// <summary>One unit's fees: every line is rounded, their sum and the net are sums of rounded lines.</summary>
    private static CheckLine UnitEconomics(string id, SimDate date, ExampleFields input, ExampleFields expected)
    {
        var (category, price, size) = (input.Text("category"), input.Dollars("price"), input.Sides("dims_in"));
        var fulfilment = Fees.Fulfilment(date, size, input.Double("unit_weight_lb"), price, FeeSchedule.IsApparel(category));
        var storage = Fees.MonthlyStorage(date, fulfilment.Size, size, input.Double("storage_months"), ratioWeeks: 0, agedCubicFeet: 0);
        var lines = new Dictionary<string, FeeAnswer>(StringComparer.Ordinal)
        {
            ["referral"] = Fees.Referral(date, category, price),
            ["fulfillment"] = fulfilment.Fee,
            ["storage"] = storage,
            ["placement"] = FeeAnswer.Of(NotNegative(input.Dollars("placement"))),
        };
        if (lines.Values.FirstOrDefault(answer => answer.Kind == FeeAnswerKind.NoTable) is { Error: { } missing })
        {
            return CheckLine.Failed(id, missing);
        }

        var total = lines.Values.Aggregate(Money.Zero, (sum, answer) => sum + answer.Amount);
        lines["total_fees"] = FeeAnswer.Of(total);
        lines["net_before_cogs_and_ads"] = FeeAnswer.Of(price - total);
        var found = CheckLine.Compare(id, Dollars(price - total), expected.Decimal("net_before_cogs_and_ads"), ToTheCent, "USD");
        foreach (var name in expected.Names)
        {
            if (!lines.TryGetValue(name, out var answer))
            {
                return found with { Pass = false, Note = $"expected.{name} is not a figure of unit economics; known are {string.Join(", ", lines.Keys)}." };
            }

            if (Math.Abs(Dollars(answer.Amount) - expected.Decimal(name)) > ToTheCent)
            {
                return found with { Pass = false, Note = $"{name} is {answer.Amount}; expected {Plain(expected.Decimal(name))}." };
            }
        }

        return found;
    }

    private static CheckLine Fee(string id, FeeAnswer answer, ExampleFields expected) => answer.Kind == FeeAnswerKind.NoTable
        ? CheckLine.Failed(id, answer.Error!)
        : CheckLine.Compare(id, Dollars(answer.Amount), expected.Decimal("fee"), ToTheCent, "USD", Note(answer.Kind));

    private static Money NotNegative(Money placement) =>
        placement >= Money.Zero ? placement : throw new ExampleException($"input.placement is {placement}; allowed is an amount of at least 0.00.");

    private static string Note(FeeAnswerKind kind) => kind == FeeAnswerKind.NotInForce ? "not in force on that date" : "";

    private static int Age(ExampleFields input) => (int)Math.Clamp(input.Whole("age_days"), int.MinValue, int.MaxValue);

    private static SizeClass Size(ExampleFields input) => input.Text("size") switch
    {
        "standard" => SizeClass.Standard,
        "bulky" or "bulky_extra_large" or "extra_large" => SizeClass.Bulky,
        var size => throw new ExampleException($"input.size is '{size}'; known are standard, bulky."),
    };

    private static decimal Dollars(Money money) => money.Cents * Cent;

    private static string Plain(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
