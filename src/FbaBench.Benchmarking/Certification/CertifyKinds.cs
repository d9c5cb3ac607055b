namespace FbaBench;

/// <summary>Certifies one entry: adds its lines; throws where it cannot be read.</summary>
internal delegate void CertifyRun(CertifyEntry entry, ExampleFields fields);

/// <summary>The kinds of vectors.</summary>
internal static class CertifyKinds
{
    /// <summary>A name that ends in a star stands for every section whose name begins so; the rest of the name holds parameters.</summary>
    private static readonly (string Kind, CertifyRun Run)[] Table =
    [
        ("calvano_symmetric", LogitKinds.Symmetric),
        ("calvano_best_response", LogitKinds.BestResponse),
        ("calvano_grid", GridKind.Run),
        ("logit_asymmetric", LogitKinds.Asymmetric),
        ("logit_multiproduct", LogitKinds.MultiProduct),
        ("isoelastic", IsoelasticKind.Run),
        ("newsvendor", NewsvendorKind.Run),
        ("base_stock_backorder", BaseStockKind.Run),
        ("zheng_federgruen_*", FixedCostKind.Run),
        ("lost_sales_*", LostSalesKind.Run),
        ("wagner_whitin", WagnerWhitinKind.Run),
        ("beer_game", SupplyGameKind.Run),
        ("bullwhip_moving_average", BullwhipKind.MovingAverage),
        ("bullwhip_exponential_smoothing", BullwhipKind.Smoothing),
        ("gsp", AuctionKinds.Positions),
        ("gsp_quality_weighted", AuctionKinds.QualityWeighted),
        ("second_price_reserve_half_uniform", AuctionKinds.ReserveHalfUniform),
        ("random_known_answers", DrawsKind.Run),
        ("t_975", StatisticsKinds.StudentT),
        ("wilson95", StatisticsKinds.Wilson),
        ("clopper_pearson95", StatisticsKinds.ClopperPearson),
        ("normal_mixture_cs_*", SampleKinds.Sequence),
        ("miller_n", SampleKinds.Size),
        ("tau_*", TrialsKind.Run),
    ];

    public static IReadOnlyList<string> Runnable { get; } = Array.AsReadOnly([.. Table.Select(row => row.Kind)]);

    public static CertifyRun? Find(string kind) => Array.Find(Table, row => Covers(row.Kind, kind)).Run;

    /// <summary>Whether a name of <see cref="Runnable"/> stands for a section.</summary>
    public static bool Covers(string runnable, string kind) =>
        runnable.EndsWith('*') ? kind.StartsWith(runnable[..^1], StringComparison.Ordinal) : runnable == kind;

    /// <summary>Why a section cannot be run.</summary>
    public static string WhyNot(string kind) => $"Section '{kind}' is of an unknown kind; known are {string.Join(", ", Runnable)}.";
}
