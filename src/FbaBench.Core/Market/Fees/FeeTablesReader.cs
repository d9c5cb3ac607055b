using System.Text.Json;

namespace FbaBench.Market;

/// <summary>Reads the embedded yearly files into dated tables. A defect in a file throws: they ship with the package.</summary>
internal static class FeeTablesReader
{
    private const decimal OuncesPerPound = 16;

    /// <summary>Last day of the last published fee year: tables without an end hold until then, and nobody knows what follows.</summary>
    private static readonly SimDate LastKnown = new(2027, 1, 14);

    private static readonly string[] Files = ["fees-us-2024.json", "fees-us-2025.json", "fees-us-2026.json"];

    /// <summary>Digest of the files' bytes, in order.</summary>
    public static Lazy<string> Digest { get; } = new(() =>
    {
        var hash = default(StateHash);
        foreach (var name in Files)
        {
            using var stream = Open(name);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            hash = StateHash.OfBytes(bytes.ToArray(), hash);
        }

        return hash.ToString();
    });

    public static FeeTables ReadEmbedded()
    {
        var tables = new FeeTables();
        foreach (var name in Files)
        {
            using var stream = Open(name);
            using var document = JsonDocument.Parse(stream);
            Read(document.RootElement, tables);
        }

        return tables;
    }

    private static Stream Open(string name) => typeof(FeeTablesReader).Assembly.GetManifestResourceStream("FbaBench.Fees." + name)
        ?? throw new InvalidDataException($"The embedded fee table {name} is missing.");

    private static void Read(JsonElement file, FeeTables tables)
    {
        Each(file, "size_tiers", tables.SizeTiers, SizeTiers);
        foreach (var card in file.GetProperty("fulfillment_fees").EnumerateArray())
        {
            Fulfilment(card, tables);
        }

        Each(file, "fuel_and_logistics_surcharge", tables.Surcharge, table => new SurchargeCard(Number(table, "pct_of_fulfillment_fee")));
        Each(file, "monthly_storage", tables.Storage, Storage);
        Each(file, "storage_utilization_surcharge", tables.Utilisation, Utilisation);
        Each(file, "aged_inventory_surcharge", tables.Aged, Aged);
        Each(file, "low_inventory_level_fee", tables.LowInventory, LowInventory);
        Each(file, "returns_processing_fee", tables.Returns, Returns);
        Each(file, "inbound_placement", tables.Placement, Placement);
        Each(file, "referral_fees", tables.Referral, Referral);
        Each(file, "closing_fee", tables.Closing, Closing);
        Each(file, "refund_administration_fee", tables.RefundAdministration, table => new RefundCard(Number(table, "cap"), Number(table, "pct_of_referral")));
        Each(file, "selling_plan", tables.SellingPlan, table => new PlanCard(Number(table, "professional_per_month")));
        Each(file, "removal_disposal_per_unit", tables.Removal, Removal);
    }

    /// <summary>A fee without tables in a file was not in force in that year.</summary>
    private static void Each<T>(JsonElement file, string section, DatedTables<T> into, Func<JsonElement, T> read)
        where T : class
    {
        if (!file.TryGetProperty(section, out var tables))
        {
            return;
        }

        foreach (var table in tables.EnumerateArray())
        {
            Add(table, into, read(table));
        }
    }

    private static void Add<T>(JsonElement table, DatedTables<T> into, T value)
        where T : class
    {
        var to = table.GetProperty("effective_to").GetString();
        into.Add(SimDate.Parse(table.GetProperty("effective_from").GetString()!), to is null ? LastKnown : SimDate.Parse(to), value);
    }

    private static void Fulfilment(JsonElement table, FeeTables tables)
    {
        var key = new CardKey(
            table.GetProperty("kind").GetString()!,
            table.GetProperty("apparel").GetBoolean(),
            table.GetProperty("season").GetString() == "peak");
        if (!tables.Fulfilment.TryGetValue(key, out var dated))
        {
            tables.Fulfilment.Add(key, dated = new());
        }

        var byTier = table.GetProperty("rates").EnumerateObject().ToDictionary(tier => tier.Name, tier => Rows(tier.Value), StringComparer.Ordinal);
        Add(table, dated, new FulfilmentCard(byTier));
    }

    private static RateRows Rows(JsonElement rows) => new([.. rows.EnumerateArray().Select(Row)]);

    private static RateRow Row(JsonElement row)
    {
        var fee = row.GetProperty("fee");
        var banded = fee.ValueKind == JsonValueKind.Object;
        var ounces = row.TryGetProperty("per_interval", out _);
        return new RateRow(
            Optional(row, "max_oz") is { } most ? most / OuncesPerPound : Optional(row, "max_lb"),
            banded ? Number(fee, "under_10") : fee.GetDecimal(),
            banded ? Number(fee, "10_to_50") : fee.GetDecimal(),
            banded ? Number(fee, "over_50") : fee.GetDecimal(),
            Optional(row, ounces ? "per_interval" : "per_lb") ?? 0,
            ounces ? Number(row, "interval_oz") / OuncesPerPound : 1,
            ounces ? Number(row, "above_oz") / OuncesPerPound : Optional(row, "above_lb") ?? 0);
    }

    private static SizeTierTable SizeTiers(JsonElement table) => new([.. table.GetProperty("tiers").EnumerateArray().Select(Tier)]);

    /// <summary>A tier without a stated weight basis is weighed like its neighbours; the last one, without a limit, by unit weight.</summary>
    private static SizeTier Tier(JsonElement tier)
    {
        var most = Optional(tier, "max_weight_lb");
        var unitWeight = tier.TryGetProperty("weight_basis", out var basis) ? basis.GetString() == "unit" : most is null;
        return new SizeTier(
            tier.GetProperty("tier").GetString()!,
            most,
            unitWeight,
            Optional(tier, "longest"),
            Optional(tier, "median"),
            Optional(tier, "shortest"),
            Optional(tier, "length_plus_girth"));
    }

    private static StorageRates Storage(JsonElement table)
    {
        var standard = table.GetProperty("base").GetProperty("standard");
        var bulky = table.GetProperty("base").GetProperty("bulky_extra_large");
        return new(Number(standard, "jan_sep"), Number(standard, "oct_dec"), Number(bulky, "jan_sep"), Number(bulky, "oct_dec"));
    }

    private static UtilisationBands Utilisation(JsonElement table)
    {
        var surcharge = table.GetProperty("surcharge");
        return new(Bands(surcharge.GetProperty("standard")), Bands(surcharge.GetProperty("bulky")));

        static UtilisationBand[] Bands(JsonElement bands) =>
            [.. bands.EnumerateArray().Select(band => new UtilisationBand(Optional(band, "ratio_weeks_up_to") ?? decimal.MaxValue, Number(band, "add_per_cuft")))];
    }

    private static AgedBands Aged(JsonElement table) => new([.. table.GetProperty("bands").EnumerateArray().Select(band => new AgedBand(
        band.GetProperty("days_from").GetInt32(),
        (int)(Optional(band, "days_to") ?? int.MaxValue),
        Number(band, "per_cuft"),
        Optional(band, "min_per_unit") ?? 0,
        band.TryGetProperty("apparel_group_exempt", out var exempt) && exempt.GetBoolean()))]);

    private static LowInventoryCard LowInventory(JsonElement table) => new(table.GetProperty("rates").EnumerateObject().ToDictionary(
        group => group.Name,
        group => new LowInventoryRates(Number(group.Value, "0_14"), Number(group.Value, "14_21"), Number(group.Value, "21_28")),
        StringComparer.Ordinal));

    private static ReturnsCard Returns(JsonElement table)
    {
        const string fallback = "_default_assumption";
        var all = table.GetProperty("thresholds").EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.GetDecimal(), StringComparer.Ordinal);
        var standard = all[fallback];
        all.Remove(fallback);
        return new(all, standard, table.GetProperty("rates_stand_in").EnumerateObject().ToDictionary(group => group.Name, group => Rows(group.Value), StringComparer.Ordinal));
    }

    /// <summary>A card of point fees, or of ranges by region of the warehouse, of which the middle is taken.</summary>
    private static PlacementCard Placement(JsonElement table)
    {
        var points = table.TryGetProperty("point_fees", out var cards);
        cards = points ? cards : table.GetProperty("ranges");
        var byTier = cards.EnumerateObject().ToDictionary(
            tier => tier.Name,
            tier => (IReadOnlyList<PlacementRow>)[.. tier.Value.EnumerateArray().Select(row => new PlacementRow(
                Optional(row, "max_oz") / OuncesPerPound ?? Number(row, "max_lb"),
                Fee(row, "minimal")!.Value,
                Fee(row, "partial")))],
            StringComparer.Ordinal);
        if (table.TryGetProperty("large_bulky_range_2024", out var bulky))
        {
            byTier.Add("large_bulky", [new(decimal.MaxValue, Middle(bulky), null)]);
        }

        return new(byTier);

        static decimal? Fee(JsonElement row, string name) =>
            !row.TryGetProperty(name, out var fee) ? null : fee.ValueKind == JsonValueKind.Array ? Middle(fee) : fee.GetDecimal();

        static decimal Middle(JsonElement range) => (range[0].GetDecimal() + range[1].GetDecimal()) / 2;
    }

    private static ReferralCard Referral(JsonElement table) => new(table.GetProperty("categories").EnumerateObject()
        .ToDictionary(category => category.Name, category => Rule(category.Value), StringComparer.Ordinal));

    private static ReferralRule Rule(JsonElement rule)
    {
        var minimum = (long)(Number(rule, "min") * 100);
        return rule.GetProperty("mode").GetString() switch
        {
            "flat" => new(ReferralMode.Whole, [new(long.MaxValue, BasisPoints(rule))], minimum),
            "threshold" => new(ReferralMode.Whole, Brackets(rule), minimum),
            "marginal" => new(ReferralMode.Marginal, Brackets(rule), minimum),
            var mode => throw new InvalidDataException($"Referral mode '{mode}' is unknown."),
        };
    }

    private static ReferralBracket[] Brackets(JsonElement rule) =>
        [.. rule.GetProperty("brackets").EnumerateArray().Select(bracket => new ReferralBracket((long?)(Optional(bracket, "up_to") * 100) ?? long.MaxValue, BasisPoints(bracket)))];

    private static long BasisPoints(JsonElement rule) => (long)(Number(rule, "pct") * 10_000);

    private static ClosingCard Closing(JsonElement table) => new(
        Number(table, "per_item"),
        table.GetProperty("categories").EnumerateArray().Select(category => category.GetString()!).ToHashSet(StringComparer.Ordinal));

    private static RemovalCard Removal(JsonElement table)
    {
        var rates = table.GetProperty("rates");
        return new(Rows(rates.GetProperty("standard")), Rows(rates.GetProperty("bulky_extra_large_special_handling")));
    }

    private static decimal Number(JsonElement from, string name) => from.GetProperty(name).GetDecimal();

    private static decimal? Optional(JsonElement from, string name) =>
        from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : null;
}
