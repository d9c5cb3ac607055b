using FbaBench.Primitives;

namespace FbaBench.World;

/// <summary>
/// What never changes in a world, laid out by row: names, choice-model parameters, products. Shared by all forks.
/// Rows are sorted by niche, product, seat, then rivals, each by name.
/// </summary>
internal sealed class WorldModel
{
    private WorldModel(WorldDefinition definition)
    {
        Definition = definition;
        Laboratory = definition.LaboratorySwitches ?? new();
    }

    public WorldDefinition Definition { get; }

    /// <summary>The laboratory's switches; all ordinary in every other world.</summary>
    public LaboratoryDefinition Laboratory { get; }

    public required NicheModel[] Niches { get; init; }

    /// <summary>Number of rows, padding included.</summary>
    public required int Rows { get; init; }

    /// <summary>Live rows: own offers and rivals, padding not.</summary>
    public required int LiveRows { get; init; }

    /// <summary>Sorted like the rows: the offers of a seat stand <see cref="Seats"/> apart, the first at the seat's index.</summary>
    public required OwnOffer[] Own { get; init; }

    public required RivalOffer[] Rivals { get; init; }

    /// <summary>Own offer of a row, or −1.</summary>
    public required int[] OwnOfRow { get; init; }

    /// <summary>Rival of a row, or −1.</summary>
    public required int[] RivalOfRow { get; init; }

    /// <summary>Utility at price zero over 1 − σ, by row.</summary>
    public required double[] Intercept { get; init; }

    /// <summary>Utility per cent over 1 − σ (negative), by row.</summary>
    public required double[] Slope { get; init; }

    /// <summary>Identity in draws, by row; 0 for padding.</summary>
    public required ulong[] KeyOfRow { get; init; }

    /// <summary>Identity of each seat in draws.</summary>
    public required ulong[] SeatKeys { get; init; }

    public int Seats => Definition.Seats;

    public SimDate AccountOpened => Definition.AccountOpened ?? Definition.Start;

    /// <summary>Own offers of a niche; they stand together.</summary>
    public ReadOnlySpan<OwnOffer> OwnOf(int niche) => Own.AsSpan(Niches[niche].FirstOwn..Niches[niche].EndOwn);

    /// <summary>Rivals of a niche; they stand together.</summary>
    public ReadOnlySpan<RivalOffer> RivalsOf(int niche) => Rivals.AsSpan(Niches[niche].FirstRival, Niches[niche].RivalCount);

    public static WorldModel Build(WorldDefinition definition)
    {
        var niches = definition.Niches.OrderBy(n => n.Name, StringComparer.Ordinal).ToArray();
        var models = new NicheModel[niches.Length];
        var own = new List<OwnOffer>();
        var rivals = new List<RivalOffer>();
        var rows = 0;
        var live = 0;
        for (var n = 0; n < niches.Length; n++)
        {
            var niche = niches[n];
            var first = rows;
            var firstOwn = own.Count;
            var firstRival = rivals.Count;
            foreach (var product in niche.Products.OrderBy(p => p.Name, StringComparer.Ordinal))
            {
                for (var seat = 0; seat < definition.Seats; seat++)
                {
                    own.Add(new OwnOffer(rows++, own.Count, n, seat, niche.Name, product));
                }
            }

            foreach (var rival in niche.Rivals.OrderBy(r => r.Name, StringComparer.Ordinal))
            {
                rivals.Add(new RivalOffer(rows++, n, niche.Name, rival));
            }

            live += rows - first;
            models[n] = new NicheModel(niche, first, rows - first, firstOwn, own.Count, firstRival);
            rows = (rows + WorldLayout.Lanes - 1) / WorldLayout.Lanes * WorldLayout.Lanes;
        }

        var model = new WorldModel(definition)
        {
            Niches = models,
            Rows = rows,
            LiveRows = live,
            Own = [.. own],
            Rivals = [.. rivals],
            OwnOfRow = new int[rows],
            RivalOfRow = new int[rows],
            Intercept = new double[rows],
            Slope = new double[rows],
            KeyOfRow = new ulong[rows],
            SeatKeys = [.. Enumerable.Range(0, definition.Seats).Select(s => EntityKey.Combine(EntityKey.Of("seat"), (ulong)s))],
        };
        Array.Fill(model.OwnOfRow, -1);
        Array.Fill(model.RivalOfRow, -1);
        foreach (var offer in model.Own)
        {
            model.OwnOfRow[offer.Row] = offer.Index;
            model.KeyOfRow[offer.Row] = offer.Key;
        }

        for (var i = 0; i < model.Rivals.Length; i++)
        {
            model.RivalOfRow[model.Rivals[i].Row] = i;
            model.KeyOfRow[model.Rivals[i].Row] = model.Rivals[i].Key;
        }

        model.RefuseCollisions();
        model.CalibrateChoice();
        return model;
    }

    /// <summary>
    /// Solves intercepts and price coefficients so that, with every offer at its reference price, the weights sum to one and
    /// split by appeal, and every listing has the niche's own-price elasticity
    /// (nested logit: α = e / (p · [1/(1−σ) − σ/(1−σ) · s within − s])), unless a laboratory gives the sensitivity itself. No
    /// later price moves them.
    /// </summary>
    private void CalibrateChoice()
    {
        foreach (var niche in Niches)
        {
            var sigma = niche.Definition.NestSigma;
            var share = niche.Definition.ReferenceConversion;
            var total = 0.0;
            for (var row = niche.FirstRow; row < niche.FirstRow + niche.Count; row++)
            {
                total += AppealOf(row);
            }

            for (var row = niche.FirstRow; row < niche.FirstRow + niche.Count; row++)
            {
                var within = AppealOf(row) / total;
                var price = (double)ReferenceCentsOf(row);
                var factor = (1 / (1 - sigma)) - (sigma / (1 - sigma) * within) - (share * within);
                Slope[row] = Laboratory.PriceSensitivity is { } sensitivity
                    ? -sensitivity / Laboratory.MoneyScale / (1 - sigma)
                    : niche.Definition.OwnPriceElasticity / (price * factor) / (1 - sigma);
                Intercept[row] = DetMath.Log(within) - (Slope[row] * price);
            }
        }
    }

    public long ReferenceCentsOf(int row) => OwnOfRow[row] is >= 0 and var own
        ? Own[own].Product.ReferencePrice.Cents
        : RivalOf(row).Definition.Ceiling.Cents;

    private double AppealOf(int row) => OwnOfRow[row] is >= 0 and var own
        ? Own[own].Product.Appeal
        : RivalOf(row).Definition.Appeal;

    private RivalOffer RivalOf(int row) => Rivals[RivalOfRow[row]];

    private void RefuseCollisions()
    {
        var seen = new Dictionary<ulong, string>();
        var named = Niches.Select(n => (n.Key, n.Definition.Name))
            .Concat(Own.Select(o => (o.Key, o.Path)))
            .Concat(Own.Where(o => o.Seat == 0).SelectMany(o => o.SupplierKeys.Select((key, i) => (key, o.ProductPath + "/" + o.Product.Suppliers[i].Name)).Prepend((o.ProductKey, o.ProductPath))))
            .Concat(SeatKeys.Select((key, seat) => (key, new Seat(seat).ToString())))
            .Concat(Rivals.Select(r => (r.Key, r.Path)));
        foreach (var (key, path) in named)
        {
            if (!seen.TryAdd(key, path))
            {
                throw new WorldDefinitionException($"'{path}' and '{seen[key]}' have the same 64-bit identity; rename one of them.");
            }
        }
    }
}

/// <summary>A niche with its place among the rows.</summary>
internal sealed class NicheModel(NicheDefinition definition, int firstRow, int count, int firstOwn, int endOwn, int firstRival)
{
    public NicheDefinition Definition { get; } = definition;

    public int FirstRow { get; } = firstRow;

    public int Count { get; } = count;

    /// <summary>Its rows, rounded up to whole vectors with rows of the padding.</summary>
    public Range Lanes { get; } = firstRow..(firstRow + ((count + WorldLayout.VectorLanes - 1) / WorldLayout.VectorLanes * WorldLayout.VectorLanes));

    /// <summary>Odds of buying at the reference point, where the weights sum to one.</summary>
    public double ReferenceOdds { get; } = definition.ReferenceConversion / (1 - definition.ReferenceConversion);

    public double[] OrderSizes { get; } = [.. definition.OrderSizes];

    public int FirstOwn { get; } = firstOwn;

    public int EndOwn { get; } = endOwn;

    public int FirstRival { get; } = firstRival;

    public int RivalCount { get; } = count - (endOwn - firstOwn);

    /// <summary>Rows of its rivals: they follow the own offers.</summary>
    public Range RivalRows { get; } = (firstRow + endOwn - firstOwn)..(firstRow + count);

    public ulong Key { get; } = EntityKey.Of(definition.Name);
}
