using System.Globalization;

namespace FbaBench;

/// <summary>Checks a definition before a world is made of it. The first error is thrown with its path, value and range.</summary>
internal static partial class WorldDefinitionValidator
{
    private const long MaximumCents = 100_000_000;

    /// <summary>Listings of a niche: more could overflow the sum of their weights.</summary>
    private const int MaximumListings = 4_096;
    private const int LongestReturnDays = 45;
    private const double Rounded = 1e-3;

    public static void Validate(WorldDefinition world)
    {
        ArgumentNullException.ThrowIfNull(world);
        NotNull("niches", world.Niches);
        NotNull("account", world.Account);
        NotNull("account.deliveryDays", world.Account.DeliveryDays);
        NotNull("limits", world.Limits);
        NotNull("fees", world.Fees);
        NotNull("sources", world.Sources);
        Name("name", world.Name);

        // The whole run must lie in the calendar, and so must what went before it.
        Range("start (year)", world.Start.Year, 11, world.Days <= 3650 ? 9_900 : 7_000);
        Count("sources (characters)", world.Sources.Length, 0, 2_000);
        Range("days", world.Days, 1, world is { Laboratory: true, Fees.Mode: FeeMode.None } ? 1_000_000 : 3650);
        Range("seats", world.Seats, 1, 64);
        Range("cash (cents)", world.Cash.Cents, 0, world.Laboratory ? 1e17 : 1e12);
        Account(world.Account);
        NotNull("credit", world.Credit);
        Range("credit.limitShare", world.Credit.LimitShare, 0, 1);
        Range("credit.annualRate", world.Credit.AnnualRate, world.Laboratory ? 0 : 0.18, world.Laboratory ? 10 : 0.24);
        Range("credit.closedBeforeEndDays", world.Credit.ClosedBeforeEndDays, 0, 3_650);
        NotAfter("accountOpened", world.AccountOpened, "start", world.Start);
        Limits(world.Limits, world.Laboratory);
        if (world.Fees.RepeatYear is { } year)
        {
            Range("fees.repeatYear", year, 1, 9999);
        }

        Market(world);
        Supply(world);
        Adversaries(world);
        Health(world);
        Freight(world);
        Count("niches", world.Niches.Count, 1, 10_000);
        NoNulls("niches", world.Niches);
        Distinct("niches", world.Niches.Select(n => n.Name));
        foreach (var niche in world.Niches)
        {
            Niche(world, niche);
        }

        Shocks(world);
        Laboratory(world);
        Known("fees.mode", world.Fees.Mode);
    }

    private static void Account(AccountTerms account)
    {
        Range("account.reserveDays", account.ReserveDays, 0, 26);
        Range("account.payoutEveryDays", account.PayoutEveryDays, 1, 365);
        Weights("account.deliveryDays", account.DeliveryDays, 4);
        Range("account.lateFeeShare", account.LateFeeShare, 0, 0.1);
        Range("account.insolventAfterDays", account.InsolventAfterDays, 1, 365);
        Range("account.runOffSellingDays", account.RunOffSellingDays, 0, 365);
        Range("account.runOffDays", account.RunOffDays, account.RunOffSellingDays + LongestReturnDays, 730);
        Range("account.storageLimitMonths", account.StorageLimitMonths ?? 1, 1, 24);
        Range("account.storageOverage (cents)", account.StorageOverage.Cents, 0, 10_000);
    }

    private static void Limits(KernelLimits limits, bool laboratory)
    {
        Range("limits.commandsPerDay", limits.CommandsPerDay, 1, 10_000);
        Range("limits.lotsPerOffer", limits.LotsPerOffer, 2, 255);
        Range("limits.unitsPerOrder", limits.UnitsPerOrder, 1, laboratory ? 1_000_000_000 : 10_000_000);
        Range("limits.refusalsPerDay", limits.RefusalsPerDay, 1, 1_000);
        Range("limits.forecastsPerSeat", limits.ForecastsPerSeat, 1, 1_000);
        Range("limits.lotsPerOffer × unitsPerOrder", (double)limits.LotsPerOffer * limits.UnitsPerOrder, 1, 2_000_000_000);
    }

    private static void Niche(WorldDefinition world, NicheDefinition niche)
    {
        var at = $"niche '{niche.Name}'";
        Name(at + " name", niche.Name);
        Range(at + " sessionsPerDay", niche.SessionsPerDay, 1e-6, 1e5);
        Range(at + " ownPriceElasticity", niche.OwnPriceElasticity, world.Laboratory ? -100 : -4.5, world.Laboratory ? -0.01 : -1.2);
        Range(at + " referenceConversion", niche.ReferenceConversion, world.Laboratory ? 1e-12 : 0.08, world.Laboratory ? 1 - 1e-12 : 0.18);
        Range(at + " nestSigma", niche.NestSigma, world.Laboratory ? 0 : 0.3, world.Laboratory ? 0.95 : 0.85);
        Range(at + " factorVariance", niche.FactorVariance, 0, 1);
        Range(at + " factorPersistence", niche.FactorPersistence, 0, 0.999);
        Factors(at + " trafficByMonth", niche.TrafficByMonth, 12);
        Range(at + " trafficByMonth mean", niche.TrafficByMonth.Average(), 1 - Rounded, 1 + Rounded);
        Factors(at + " conversionByMonth", niche.ConversionByMonth, 12);
        Factors(at + " trafficByWeekday", niche.TrafficByWeekday, 7);
        Range(at + " trafficByWeekday mean", niche.TrafficByWeekday.Average(), 1 - Rounded, 1 + Rounded);
        Weights(at + " orderSizes", niche.OrderSizes, 3);
        NotNull(at + " products", niche.Products);
        NotNull(at + " rivals", niche.Rivals);
        NoNulls(at + " products", niche.Products);
        NoNulls(at + " rivals", niche.Rivals);
        Distinct(at + " products", niche.Products.Select(p => p.Name));
        Distinct(at + " rivals", niche.Rivals.Select(r => r.Name));
        Segments(at, niche);
        var offers = (niche.Products.Count * world.Seats) + niche.Rivals.Count;
        Count(at + " offers (products × seats + rivals)", offers, 1, MaximumListings);
        var listings = niche.Products.Sum(product => product.Shared ? 1 : world.Seats) + niche.Rivals.Count(rival => rival.Product is null);
        var counted = niche.Products.Any(product => product.Shared) ? " listings (products × seats, shared products once, + rivals with their own)" : " listings (products × seats + rivals)";
        Count(at + counted, listings, world.Laboratory ? 1 : 5, MaximumListings);
        foreach (var product in niche.Products)
        {
            Product($"{at} product '{product.Name}'", product, world);
        }

        foreach (var rival in niche.Rivals)
        {
            var here = $"{at} rival '{rival.Name}'";
            Name(here + " name", rival.Name);
            Range(here + " ceiling (cents)", rival.Ceiling.Cents, 1, MaximumCents);
            Known(here + " policy", rival.Policy);
            Range(here + " appeal", rival.Appeal, 1e-6, 1e6);
            Range(here + " floorShare", rival.FloorShare, 0.05, 1);
            Range(here + " lookChance", rival.LookChance, 0, 1);
            Standing(here, rival, niche);
        }
    }

    private static void Product(string at, ProductDefinition product, WorldDefinition world)
    {
        Name(at + " name", product.Name);
        NotNull(at + " category", product.Category);
        Range(at + " referencePrice (cents)", product.ReferencePrice.Cents, 1, MaximumCents);
        Range(at + " appeal", product.Appeal, world.Laboratory ? 1e-12 : 1e-6, 1e6);
        Range(at + " length", product.Size.Length, 1e-3, 1e3);
        Range(at + " width", product.Size.Width, 1e-3, 1e3);
        Range(at + " height", product.Size.Height, 1e-3, 1e3);
        Range(at + " weightPounds", product.WeightPounds, 1e-4, 1e4);
        Range(at + " returnRate", product.ReturnRate, 0, 0.5);
        Range(at + " resellableShare", product.ResellableShare, 0, 1);
        Range(at + " openingStock", product.OpeningStock, 0, 10_000_000);
        Range(at + " openingUnitCost (cents)", product.OpeningUnitCost.Cents, product.OpeningStock > 0 ? 1 : 0, MaximumCents);
        Range(at + " openingAgeDays", product.OpeningAgeDays, 0, 3_650);
        NotAfter(at + " firstInbound", product.FirstInbound, product.OpeningAgeDays == 0 ? "start" : "day on which the opening stock was received", world.Start.AddDays(-product.OpeningAgeDays));
        Standing(at, product);
        NotNull(at + " suppliers", product.Suppliers);
        Count(at + " suppliers", product.Suppliers.Count, 1, 8);
        NoNulls(at + " suppliers", product.Suppliers);
        Distinct(at + " suppliers", product.Suppliers.Select(s => s.Name));
        foreach (var supplier in product.Suppliers)
        {
            Supplier($"{at} supplier '{supplier.Name}'", supplier, world);
        }
    }

    private static void Supplier(string at, SupplierDefinition supplier, WorldDefinition world)
    {
        Name(at + " name", supplier.Name);
        Range(at + " inboundPerUnit (cents)", supplier.InboundPerUnit.Cents, 0, MaximumCents);
        Range(at + " depositShare", supplier.DepositShare, 0, 1);
        Known(at + " placement", supplier.Placement);
        NotNull(at + " ladder", supplier.Ladder);
        Count(at + " ladder", supplier.Ladder.Count, 1, 64);
        for (var i = 0; i < supplier.Ladder.Count; i++)
        {
            Range($"{at} ladder[{i}] units", supplier.Ladder[i].Units, i == 0 ? 1 : supplier.Ladder[i - 1].Units + 1, 10_000_000);
            Range($"{at} ladder[{i}] unitPrice (cents)", supplier.Ladder[i].UnitPrice.Cents, 0, MaximumCents);
        }

        Quality(at, supplier, world.Laboratory);
        Routes(at, supplier, world);
        LeadTime(at + " production", supplier.Production, world.Days + world.Account.RunOffDays);
        LeadTime(at + " transit", supplier.Transit, 60);
        LeadTime(at + " receiving", supplier.Receiving, 45);

        // Goods shipped on the last decision day must be there before the accounts are settled.
        Range(at + " transit and receiving, longest days", supplier.Transit.MaximumDays + supplier.Receiving.MaximumDays, 0, world.Account.RunOffDays - 1);
    }

    private static void LeadTime(string at, LeadTime time, int longest)
    {
        Range(at + " medianDays", time.MedianDays, 0, longest);
        Range(at + " sigma", time.Sigma, 0, 1);
        Range(at + " minimumDays", time.MinimumDays, 0, longest);
        Range(at + " maximumDays", time.MaximumDays, time.MinimumDays, longest);
        Range(at + " medianDays within its range", time.MedianDays, time.MinimumDays, time.MaximumDays);
    }

    private static void Factors(string at, IReadOnlyList<double> values, int count)
    {
        NotNull(at, values);
        Count(at, values.Count, count, count);
        foreach (var value in values)
        {
            Range(at, value, 0, 10);
        }
    }

    private static void Weights(string at, IReadOnlyList<double> values, int count)
    {
        Factors(at, values, count);
        Range(at + " sum", values.Sum(), 1 - 1e-9, 1 + 1e-9);
    }

    private static void NoNulls<T>(string at, IReadOnlyList<T> list)
        where T : class
    {
        for (var i = 0; i < list.Count; i++)
        {
            NotNull(string.Create(CultureInfo.InvariantCulture, $"{at}[{i}]"), list[i]);
        }
    }

    private static void Known<T>(string at, T value)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            throw new WorldDefinitionException($"{at}: {value} is unknown; known are {string.Join(", ", Enum.GetNames<T>())}.");
        }
    }

    private static void NotAfter(string at, SimDate? date, string what, SimDate latest)
    {
        if (date > latest)
        {
            throw new WorldDefinitionException($"{at}: {date} is after the {what}, {latest}; give an earlier date, or leave it out.");
        }
    }

    private static void NotNull(string at, object? value)
    {
        if (value is null)
        {
            throw new WorldDefinitionException($"{at}: null given; leave it out for the default, or give a value.");
        }
    }

    private static void Name(string at, string name)
    {
        if (!EntityName.IsValid(name))
        {
            throw new WorldDefinitionException($"{at}: '{name}' is not a name; use {EntityName.Rule}.");
        }
    }

    private static void Distinct(string at, IEnumerable<string> names)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (!seen.Add(name))
            {
                throw new WorldDefinitionException($"{at}: the name '{name}' stands twice; names must be unique.");
            }
        }
    }

    private static void Count(string at, int count, int low, int high)
    {
        if (count < low || count > high)
        {
            throw new WorldDefinitionException($"{at}: {count} given, {(low == high ? $"{low} needed" : $"{low} to {high} allowed")}.");
        }
    }

    private static void Range(string at, double value, double low, double high)
    {
        if (!(value >= low && value <= high))
        {
            var text = value.ToString("R", CultureInfo.InvariantCulture);
            throw new WorldDefinitionException($"{at}: {text} is outside {low.ToString("R", CultureInfo.InvariantCulture)} to {high.ToString("R", CultureInfo.InvariantCulture)}.");
        }
    }
}
