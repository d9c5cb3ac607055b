using System.Collections.ObjectModel;

namespace FbaBench;

/// <summary>
/// A copy of a definition whose lists nobody else holds and nobody can write to: what a caller changes later, or casts an
/// observed list to, changes no world.
/// </summary>
internal static class FrozenDefinition
{
    public static WorldDefinition Of(WorldDefinition world) => world with
    {
        Account = world.Account with { DeliveryDays = Copy(world.Account.DeliveryDays) },
        Market = world.Market with
        {
            Reviews = world.Market.Reviews with { Stars = Copy(world.Market.Reviews.Stars) },
            Advertising = world.Market.Advertising with { SlotAttention = Copy(world.Market.Advertising.SlotAttention) },
        },
        Freight = world.Freight with
        {
            PriceByMonth = Copy(world.Freight.PriceByMonth),
            Disruptions = Copy(world.Freight.Disruptions),
            Tariffs = Copy(world.Freight.Tariffs),
        },
        DealEvents = Copy(world.DealEvents),
        Shocks = Copy(world.Shocks),
        LaboratorySwitches = world.LaboratorySwitches is { DemandTable: { } table } switches ? switches with { DemandTable = Copy(table) } : world.LaboratorySwitches,
        Niches = Copy(world.Niches, Of),
    };

    private static NicheDefinition Of(NicheDefinition niche) => niche with
    {
        Products = Copy(niche.Products, Of),
        Rivals = Copy(niche.Rivals),
        Segments = Copy(niche.Segments),
        TrafficByMonth = Copy(niche.TrafficByMonth),
        ConversionByMonth = Copy(niche.ConversionByMonth),
        TrafficByWeekday = Copy(niche.TrafficByWeekday),
        OrderSizes = Copy(niche.OrderSizes),
    };

    private static ProductDefinition Of(ProductDefinition product) => product with
    {
        OpeningStars = product.OpeningStars is { } stars ? Copy(stars) : null,
        Suppliers = Copy(product.Suppliers, supplier => supplier with { Ladder = Copy(supplier.Ladder), Routes = Copy(supplier.Routes) }),
    };

    private static ReadOnlyCollection<T> Copy<T>(IReadOnlyList<T> list) => Array.AsReadOnly([.. list]);

    private static ReadOnlyCollection<T> Copy<T>(IReadOnlyList<T> list, Func<T, T> copy) => Array.AsReadOnly([.. list.Select(copy)]);
}
