using FbaBench.Primitives;

namespace FbaBench.World;

/// <summary>
/// What never changes in a world, laid out by row: names, choice-model parameters, products. Shared by all forks.
/// Rows are sorted by niche, product, seat, then rivals, each by name.
/// </summary>
internal sealed class WorldModel
{
    // Per seat: one of each monthly kind and as many again; per offer: complaints of four days, one each of hijack, claims and attack, and reports of the warehouse.
    private const int MailOfSeat = 8;
    private const int MailOfOffer = 10;

    private WorldModel(WorldDefinition definition)
    {
        Definition = definition;
        Laboratory = definition.LaboratorySwitches ?? new();
        var terms = definition.Adversaries;
        HasAdversaries = terms.HijackChance + terms.AuthenticityClaimsPer1000Units + terms.RightsClaimChance + terms.ReviewAttackChance + terms.PhishingChance
            + terms.NoticeChance + terms.BrokerChance + terms.DocumentChance > 0;
    }

    public WorldDefinition Definition { get; }

    /// <summary>The laboratory's switches; all ordinary in every other world.</summary>
    public LaboratoryDefinition Laboratory { get; }

    public required NicheModel[] Niches { get; init; }

    /// <summary>The niches in runs whose columns stay in the processor's nearest caches together.</summary>
    public required NicheRange[] Blocks { get; init; }

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

    /// <summary>The marketplace's pages, sorted by niche; those of a niche in the order of their first rows.</summary>
    public required ListingPage[] Pages { get; init; }

    /// <summary>Page of a row, or −1.</summary>
    public required int[] PageOfRow { get; init; }

    /// <summary>Identity in draws, by row; 0 for padding.</summary>
    public required ulong[] KeyOfRow { get; init; }

    /// <summary>Identity in draws of the live rows one after another, without padding: <see cref="NicheModel.FirstLive"/>.</summary>
    public required ulong[] LiveKeys { get; init; }

    /// <summary>Identity in draws, by page.</summary>
    public required ulong[] PageKeys { get; init; }

    /// <summary>Identity in draws, by rival.</summary>
    public required ulong[] RivalKeys { get; init; }

    /// <summary>Identity of each seat in draws.</summary>
    public required ulong[] SeatKeys { get; init; }

    /// <summary>Whether buyers pay carriers, so that freight has a price.</summary>
    public required bool HasFreight { get; init; }

    /// <summary>Most suppliers of a product.</summary>
    public int Suppliers => Own.Length == 0 ? 1 : Own.Max(offer => offer.Product.Suppliers.Count);

    /// <summary>Messages that a seat can have at once: enough for who answers reports of the warehouse within some days. 0 where nobody writes.</summary>
    public int MailSlots => HasMail ? MailOfSeat + (MailOfOffer * Own.Length / Seats) : 0;

    public required ShockModel[] Shocks { get; init; }

    public int Seats => Definition.Seats;

    /// <summary>Whether anything can happen that somebody writes about.</summary>
    public bool HasMail => HasAdversaries || Definition.Supply.LostShare > 0 || Definition.Supply.DamagedShare > 0 || Own.Any(offer => offer.CanBeDefective);

    /// <summary>Whether anybody wants to harm or to use sellers.</summary>
    public bool HasAdversaries { get; }

    public SimDate AccountOpened => Definition.AccountOpened ?? Definition.Start;

    /// <summary>Pages of a niche.</summary>
    public ReadOnlySpan<ListingPage> PagesOf(int niche) => Pages.AsSpan(Niches[niche].FirstPage..Niches[niche].EndPage);

    /// <summary>Live rows of some niches, counted without padding; they stand together.</summary>
    public Range LiveOf(NicheRange niches) => Niches[niches.First].FirstLive..(Niches[niches.End - 1].FirstLive + Niches[niches.End - 1].Count);

    /// <summary>Pages of some niches; they stand together.</summary>
    public Range PagesOf(NicheRange niches) => Niches[niches.First].FirstPage..Niches[niches.End - 1].EndPage;

    /// <summary>Rivals of some niches, by number; they stand together.</summary>
    public Range RivalsOf(NicheRange niches) => Niches[niches.First].FirstRival..(Niches[niches.End - 1].FirstRival + Niches[niches.End - 1].RivalCount);

    /// <summary>The page on which a row sells.</summary>
    public ListingPage PageOf(int row) => Pages[PageOfRow[row]];

    /// <summary>Path of a row's offer; null for padding and what is no row.</summary>
    public string? NameOf(int row) => row < 0 || row >= Rows ? null
        : OwnOfRow[row] >= 0 ? Own[OwnOfRow[row]].Path
        : RivalOfRow[row] >= 0 ? Rivals[RivalOfRow[row]].Path
        : null;

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
        var pages = new List<ListingPage>();
        var rows = 0;
        var live = 0;
        for (var n = 0; n < niches.Length; n++)
        {
            var niche = niches[n];
            var first = rows;
            var firstOwn = own.Count;
            var firstRival = rivals.Count;
            var firstPage = pages.Count;
            foreach (var product in niche.Products.OrderBy(p => p.Name, StringComparer.Ordinal))
            {
                for (var seat = 0; seat < definition.Seats; seat++)
                {
                    own.Add(new OwnOffer(rows++, own.Count, n, seat, niche.Name, product) { Place = own.Count / definition.Seats });
                }
            }

            foreach (var rival in niche.Rivals.OrderBy(r => r.Name, StringComparer.Ordinal))
            {
                rivals.Add(new RivalOffer(rows++, n, niche.Name, rival));
            }

            live += rows - first;
            pages.AddRange(ListingPages.Of(definition, niche, own[firstOwn..], rivals[firstRival..]));
            models[n] = new NicheModel(niche, first, rows - first, firstOwn, own.Count, firstRival) { FirstPage = firstPage, EndPage = pages.Count };
            rows = (rows + WorldLayout.Lanes - 1) / WorldLayout.Lanes * WorldLayout.Lanes;
        }

        var model = new WorldModel(definition)
        {
            Niches = models,
            Blocks = [.. NicheRange.Blocks(models)],
            Rows = rows,
            LiveRows = live,
            HasFreight = own.Exists(offer => offer.Product.Suppliers.Any(supplier => supplier.Routes.Count > 0)),
            Own = [.. own],
            Rivals = [.. rivals],
            Pages = [.. pages],
            Shocks = ShockModel.Of(definition, models, pages, own),
            OwnOfRow = new int[rows],
            RivalOfRow = new int[rows],
            PageOfRow = new int[rows],
            KeyOfRow = new ulong[rows],
            LiveKeys = [.. models.SelectMany(niche => own[niche.FirstOwn..niche.EndOwn].Select(offer => offer.Key).Concat(rivals.Skip(niche.FirstRival).Take(niche.RivalCount).Select(rival => rival.Key)))],
            PageKeys = [.. pages.Select(page => page.Key)],
            RivalKeys = [.. rivals.Select(rival => rival.Key)],
            SeatKeys = [.. Enumerable.Range(0, definition.Seats).Select(s => EntityKey.Combine(EntityKey.Of("seat"), (ulong)s))],
        };
        model.IndexRows();
        model.RefuseCollisions();
        return model;
    }

    private void IndexRows()
    {
        Array.Fill(OwnOfRow, -1);
        Array.Fill(RivalOfRow, -1);
        Array.Fill(PageOfRow, -1);
        foreach (var offer in Own)
        {
            OwnOfRow[offer.Row] = offer.Index;
            KeyOfRow[offer.Row] = offer.Key;
        }

        for (var i = 0; i < Rivals.Length; i++)
        {
            RivalOfRow[Rivals[i].Row] = i;
            KeyOfRow[Rivals[i].Row] = Rivals[i].Key;
        }

        for (var page = 0; page < Pages.Length; page++)
        {
            foreach (var row in Pages[page].Rows)
            {
                PageOfRow[row] = page;
            }
        }
    }

    private void RefuseCollisions()
    {
        var seen = new Dictionary<ulong, string>();
        var named = Niches.Select(n => (n.Key, n.Definition.Name))
            .Concat(Own.Select(o => (o.Key, o.Path)))
            .Concat(Own.Where(o => o.Seat == 0).SelectMany(o => o.SupplierKeys.Select((key, i) => (key, o.ProductPath + "/" + o.Product.Suppliers[i].Name)).Prepend((o.ProductKey, o.ProductPath))))
            .Concat(SeatKeys.Select((key, seat) => (key, new Seat(seat).ToString())))
            .Concat(Rivals.Select(r => (r.Key, r.Path)))
            .Concat(Pages.Select(p => (p.Key, p.Path)))
            .Concat(Shocks.Select(s => (s.Key, s.Path)));
        foreach (var (key, path) in named)
        {
            // A rival's own page and a shared page have the path, and so the identity, of what they belong to.
            if (!seen.TryAdd(key, path) && seen[key] != path)
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

    public double[] OrderSizes { get; } = [.. definition.OrderSizes];

    public ShopperSegment[] Segments { get; } = [.. definition.Segments];

    public int FirstOwn { get; } = firstOwn;

    public int EndOwn { get; } = endOwn;

    public int FirstRival { get; } = firstRival;

    public required int FirstPage { get; init; }

    public required int EndPage { get; init; }

    /// <summary>Its first row among the live rows of all niches, padding not counted.</summary>
    public int FirstLive { get; } = firstOwn + firstRival;

    public int RivalCount { get; } = count - (endOwn - firstOwn);

    public ulong Key { get; } = EntityKey.Of(definition.Name);
}
