using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace FbaBench.Scenarios.Files;

/// <summary>What holds where a file says nothing: the defaults of the records, as trees.</summary>
internal static class Defaults
{
    private static readonly Place Place = new("(default)", 0);

    private static readonly Dictionary<Type, Lazy<Mapping>> Trees = new()
    {
        [typeof(WorldDefinition)] = Of(new WorldDefinition("", default, 1, default, [])),
        [typeof(NicheDefinition)] = Of(new NicheDefinition("", 1, -2)),
        [typeof(ProductDefinition)] = Of(new ProductDefinition("", "", default) { Size = default, WeightPounds = 1, ReturnRate = 0, Suppliers = [] }),
        [typeof(SupplierDefinition)] = Of(new SupplierDefinition("", []) { InboundPerUnit = default }),
        [typeof(RivalDefinition)] = Of(new RivalDefinition("", default, default)),
        [typeof(MarketShock)] = Of(new MarketShock("", default, default)),
        [typeof(FeePolicy)] = Of(new FeePolicy(default)),
        [typeof(AccountTerms)] = Of(new AccountTerms()),
        [typeof(KernelLimits)] = Of(new KernelLimits()),
        [typeof(MarketTerms)] = Of(new MarketTerms()),
        [typeof(SearchTerms)] = Of(new SearchTerms()),
        [typeof(ReviewTerms)] = Of(new ReviewTerms()),
        [typeof(AdvertisingTerms)] = Of(new AdvertisingTerms()),
        [typeof(FeaturedOfferTerms)] = Of(new FeaturedOfferTerms()),
        [typeof(PromotionTerms)] = Of(new PromotionTerms()),
        [typeof(CreditTerms)] = Of(new CreditTerms()),
        [typeof(FreightTerms)] = Of(new FreightTerms()),
        [typeof(FreightRates)] = Of(new FreightRates()),
        [typeof(SupplyTerms)] = Of(new SupplyTerms()),
        [typeof(AdversaryTerms)] = Of(new AdversaryTerms()),
        [typeof(HealthTerms)] = Of(new HealthTerms()),
        [typeof(LaboratoryDefinition)] = Of(new LaboratoryDefinition()),
        [typeof(SupplyChainDefinition)] = Of(new SupplyChainDefinition()),
    };

    /// <summary>What a file says of a record, over its defaults. Nothing (<c>null</c>) is the default.</summary>
    public static Mapping Under(Mapping said, JsonTypeInfo type)
    {
        var all = new Mapping(said.Place, [.. said.Entries.Where(entry => entry.Value is not Scalar { IsNull: true })]);
        return Trees.TryGetValue(type.Type, out var tree) ? (Mapping)Overlay.Lay(tree.Value, all) : all;
    }

    /// <summary>Whether a record's defaults are known, or it has none.</summary>
    public static bool Covers(JsonTypeInfo type) =>
        Trees.ContainsKey(type.Type) || type.Type.IsValueType || TreeWriter.Properties(type).All(property => property.AssociatedParameter is { IsMemberInitializer: false });

    private static Lazy<Mapping> Of<T>(T prototype) => new(() =>
    {
        var type = DefinitionJson.TypeInfo.Options.GetTypeInfo(typeof(T));
        var whole = (Mapping)DefinitionTree.Of(JsonSerializer.SerializeToElement(prototype!, type), type, Place);

        // Without what has no default, so that it is never made up.
        var needed = TreeWriter.Properties(type).Where(TreeWriter.IsNeeded).Select(property => property.Name).ToHashSet(StringComparer.Ordinal);
        return new Mapping(Place, [.. whole.Entries.Where(entry => !needed.Contains(entry.Key.Text))]);
    });
}
