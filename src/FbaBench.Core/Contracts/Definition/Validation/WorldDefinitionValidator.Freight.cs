namespace FbaBench;

/// <summary>Routes of suppliers, prices of freight, disruptions and tariffs.</summary>
internal static partial class WorldDefinitionValidator
{
    private static void Freight(WorldDefinition world)
    {
        const string at = "freight";
        NotNull(at, world.Freight);
        var freight = world.Freight;
        Range(at + ".dailyVolatility", freight.DailyVolatility, 0, 0.05);
        Range(at + ".reversionHalfLifeDays", freight.ReversionHalfLifeDays, 5, 1_000);
        Factors(at + ".priceByMonth", freight.PriceByMonth, 12);
        Range(at + ".priceByMonth mean", freight.PriceByMonth.Average(), 1 - Rounded, 1 + Rounded);
        NotNull(at + ".disruptions", freight.Disruptions);
        NoNulls(at + ".disruptions", freight.Disruptions);
        foreach (var disruption in freight.Disruptions)
        {
            var here = $"{at} disruption of {disruption.First}";
            Carried(here + " mode", disruption.Mode);
            NotAfter(here + " first", disruption.First, "last day", disruption.Last);
            Range(here + " priceFactor", disruption.PriceFactor, 0.5, 10);
            Range(here + " transitFactor", disruption.TransitFactor, 1, 3);
        }

        NotNull(at + ".tariffs", freight.Tariffs);
        NoNulls(at + ".tariffs", freight.Tariffs);
        foreach (var tariff in freight.Tariffs)
        {
            var here = $"{at} tariff of {tariff.From}";
            Name(here + " origin", tariff.Origin);
            Range(here + " share", tariff.Share, 0, 5);
        }

        Distinct(at + ".tariffs (origin and date)", freight.Tariffs.Select(tariff => $"{tariff.Origin} {tariff.From}"));
    }

    private static void Routes(string at, SupplierDefinition supplier, WorldDefinition world)
    {
        NotNull(at + " routes", supplier.Routes);
        NoNulls(at + " routes", supplier.Routes);
        NotNull(at + " origin", supplier.Origin);
        if (supplier.Origin.Length > 0)
        {
            Name(at + " origin", supplier.Origin);
        }

        Range(at + " dutyShare (needs routes)", supplier.DutyShare, 0, supplier.Routes.Count == 0 ? 0 : 1);
        Distinct(at + " routes", supplier.Routes.Select(route => route.Mode.ToString()));
        foreach (var route in supplier.Routes)
        {
            var here = $"{at} route {route.Mode}";
            Carried(here, route.Mode);
            NotNull(here + " rates", route.Rates);
            Range(here + " perShipment (cents)", route.Rates.PerShipment.Cents, 0, MaximumCents);
            Range(here + " perCubicMetre (cents)", route.Rates.PerCubicMetre.Cents, 0, MaximumCents);
            Range(here + " perContainer (cents)", route.Rates.PerContainer.Cents, 0, MaximumCents);
            Range(here + " containerCubicMetres", route.Rates.ContainerCubicMetres, route.Rates.PerContainer > Money.Zero ? 1 : 0, 1_000);
            Range(here + " perKilogram (cents)", route.Rates.PerKilogram.Cents, 0, MaximumCents);
            Range(here + " kilogramsPerCubicMetre", route.Rates.KilogramsPerCubicMetre, 0, 1_000);
            LeadTime(here + " transit", route.Transit, 90);
            Range(here + " transit and receiving, longest days", route.Transit.MaximumDays + supplier.Receiving.MaximumDays, 0, world.Account.RunOffDays - 1);
        }
    }

    private static void Carried(string at, FreightMode mode)
    {
        if (mode is not (FreightMode.Sea or FreightMode.Air or FreightMode.Express))
        {
            throw new WorldDefinitionException($"{at}: {mode} is no way to travel; use Sea, Air or Express.");
        }
    }
}
