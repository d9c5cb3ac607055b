namespace FbaBench;

/// <summary>Certifies one entry: adds its lines; throws where it cannot be read.</summary>
internal delegate void CertifyRun(CertifyEntry entry, ExampleFields fields);

/// <summary>The kinds of vectors: those that run, and those that wait for a mechanism.</summary>
internal static class CertifyKinds
{
    private static readonly (string Kind, CertifyRun Run)[] Table =
    [
        ("calvano_symmetric", LogitKinds.Symmetric),
        ("calvano_best_response", LogitKinds.BestResponse),
        ("calvano_grid", GridKind.Run),
        ("logit_asymmetric", LogitKinds.Asymmetric),
        ("logit_multiproduct", LogitKinds.MultiProduct),
        ("isoelastic", IsoelasticKind.Run),
        ("newsvendor", NewsvendorKind.Run),
        ("gsp", AuctionKinds.Positions),
        ("gsp_quality_weighted", AuctionKinds.QualityWeighted),
        ("second_price_reserve_half_uniform", AuctionKinds.ReserveHalfUniform),
        ("random_known_answers", DrawsKind.Run),
        ("t_975", StatisticsKinds.StudentT),
        ("wilson95", StatisticsKinds.Wilson),
        ("clopper_pearson95", StatisticsKinds.ClopperPearson),
    ];

    /// <summary>Known kinds by the beginning of their name, and what is lacking for them.</summary>
    private static readonly (string Start, string Lacks)[] Waiting =
    [
        ("base_stock_backorder", "backorders"),
        ("zheng_federgruen_", "backorders and a fixed order cost"),
        ("lost_sales_", "a laboratory supply with lead time"),
        ("wagner_whitin", "a table of demand and a fixed order cost"),
        ("beer_game", "supplier stages"),
        ("bullwhip_", "autoregressive demand and negative orders"),
        ("normal_mixture_cs_", "confidence sequences"),
        ("miller_n", "a calculation of sample size"),
        ("tau_airline_", "metrics of repeated trials"),
    ];

    public static IReadOnlyList<string> Runnable { get; } = Array.AsReadOnly([.. Table.Select(row => row.Kind)]);

    public static CertifyRun? Find(string kind) => Array.Find(Table, row => row.Kind == kind).Run;

    public static bool IsKnown(string kind) => Find(kind) is not null || Lacks(kind) is not null;

    /// <summary>Why a section cannot be run.</summary>
    public static string WhyNot(string kind) => Lacks(kind) is { } lacks
        ? $"'{kind}' cannot be run by version {typeof(CertifyKinds).Assembly.GetName().Version?.ToString(3)}: it lacks {lacks}. It runs {string.Join(", ", Runnable)}."
        : $"Section '{kind}' is of an unknown kind; known are {string.Join(", ", Runnable)}.";

    private static string? Lacks(string kind) => Array.Find(Waiting, row => kind.StartsWith(row.Start, StringComparison.Ordinal)).Lacks;
}
