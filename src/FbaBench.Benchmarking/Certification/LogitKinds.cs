namespace FbaBench;

/// <summary>calvano_symmetric, calvano_best_response, logit_asymmetric, logit_multiproduct: prices by solver and by plays of the world.</summary>
internal static class LogitKinds
{
    private const double MostMoney = 1e6;
    private const int MostSellers = 64;
    private static readonly string[] Figures = ["pN", "qN", "piN", "pM", "qM", "piM"];

    public static void Symmetric(CertifyEntry entry, ExampleFields fields)
    {
        var market = Calvano(fields, fields.Whole("n", 1, MostSellers));
        var file = Figures.ToDictionary(name => name, fields.Double, StringComparer.Ordinal);
        fields.RefuseUnread();
        Point(entry, market, file, "N", market.Nash());
        Point(entry, market, file, "M", market.JointMonopoly());
    }

    public static void BestResponse(CertifyEntry entry, ExampleFields fields)
    {
        var market = Calvano(fields, 2);
        var (other, expected) = (fields.Within("pj", 0, MostMoney), fields.Double("br"));
        fields.RefuseUnread();
        var solved = market.BestResponse(0, [0, other]);
        entry.Exact("br", "solver", expected, solved, unit: "money");
        var laboratory = new LogitLaboratory(market, [solved, solved]);
        var found = laboratory.BestResponse(0, laboratory.Cents([solved, other]));
        Price(entry, "br", expected, found, laboratory);
    }

    public static void Asymmetric(CertifyEntry entry, ExampleFields fields)
    {
        var mu = fields.Within("mu", 1e-6, MostMoney);
        var quality = fields.List("a", -MostMoney, MostMoney);
        var cost = fields.List("c", 0, MostMoney);
        var expected = fields.List("p", 0, MostMoney);
        var outside = fields.Within("a0", -MostMoney, MostMoney);
        fields.RefuseUnread();
        SameLength(quality.Length, ("c", cost.Length), ("p", expected.Length));
        var market = new LogitMarket([.. quality.Select(a => a / mu)], cost, 1 / mu, outside / mu);
        var solved = market.Nash();
        var laboratory = new LogitLaboratory(market, solved);
        Prices(entry, expected, solved, laboratory);
    }

    public static void MultiProduct(CertifyEntry entry, ExampleFields fields)
    {
        var sensitivity = fields.Within("b", 1e-6, 1e6);
        var utility = fields.List("a", -MostMoney, MostMoney);
        var cost = fields.List("c", 0, MostMoney);
        var expected = fields.List("p", 0, MostMoney);
        var profit = fields.Double("profit");
        fields.RefuseUnread();
        SameLength(utility.Length, ("c", cost.Length), ("p", expected.Length));
        var market = new LogitMarket(utility, cost, sensitivity, 0);
        var solved = market.JointMonopoly();
        var laboratory = new LogitLaboratory(market, solved, isOneSeller: true);
        Prices(entry, expected, solved, laboratory);
        var shares = market.Shares(solved);
        entry.Exact("profit", "solver", profit, shares.Select((share, i) => share * (solved[i] - cost[i])).Sum(), unit: "money a shopper");
        var rounding = shares.Select((share, i) => laboratory.ProfitRounding(share, solved[i] - cost[i])).Sum();
        entry.Exact("profit", "world", profit, laboratory.At(laboratory.Cents(expected)).Profits.Sum(), rounding, "money a shopper", "at the expected prices");
    }

    /// <summary>The market of Calvano, Calzolari, Denicolò, Pastorello (AER 2020); an entry may give other parameters.</summary>
    public static LogitMarket Calvano(ExampleFields fields, int sellers)
    {
        var mu = fields.Has("mu") ? fields.Within("mu", 1e-6, MostMoney) : 0.25;
        var quality = fields.Has("a") ? fields.Within("a", -MostMoney, MostMoney) : 2;
        var cost = fields.Has("c") ? fields.Within("c", 0, MostMoney) : 1;
        var outside = fields.Has("a0") ? fields.Within("a0", -MostMoney, MostMoney) : 0;
        return new([.. Enumerable.Repeat(quality / mu, sellers)], [.. Enumerable.Repeat(cost, sellers)], 1 / mu, outside / mu);
    }

    private static void Point(CertifyEntry entry, LogitMarket market, Dictionary<string, double> file, string point, double[] solved)
    {
        var share = market.Shares(solved)[0];
        var markup = solved[0] - market.Cost[0];
        var (price, quantity, profit) = (file["p" + point], file["q" + point], file["pi" + point]);
        entry.Exact("p" + point, "solver", price, solved[0], unit: "money");
        entry.Exact("q" + point, "solver", quantity, share, unit: "share");
        entry.Exact("pi" + point, "solver", profit, share * markup, unit: "money a shopper");
        var laboratory = new LogitLaboratory(market, solved);
        var found = point == "N" ? laboratory.Settle()[0] : laboratory.CommonMaximum();
        Price(entry, "p" + point, price, found, laboratory);
        var (shares, profits) = laboratory.At(laboratory.Cents(Enumerable.Repeat(price, market.Products)));
        entry.Exact("q" + point, "world", quantity, shares[0], laboratory.ShareRounding(share), "share", "at the expected price");
        entry.Exact("pi" + point, "world", profit, profits[0], laboratory.ProfitRounding(share, markup), "money a shopper", "at the expected price");
        if (!laboratory.AgreesWithObservations())
        {
            entry.Holds("observation", "world", false, "What the seats see as sold and on hand differs from the postings.");
        }
    }

    private static void Prices(CertifyEntry entry, double[] expected, double[] solved, LogitLaboratory laboratory)
    {
        for (var i = 0; i < expected.Length; i++)
        {
            entry.Exact(FormattableString.Invariant($"p[{i}]"), "solver", expected[i], solved[i], unit: "money");
        }

        var found = laboratory.Settle();
        for (var i = 0; i < expected.Length; i++)
        {
            Price(entry, FormattableString.Invariant($"p[{i}]"), expected[i], found[i], laboratory);
        }
    }

    private static void Price(CertifyEntry entry, string quantity, double expected, ProfitSearch.Maximum found, LogitLaboratory laboratory) => entry.Exact(
        quantity,
        "world",
        expected,
        found.Cents / laboratory.Scale,
        found.Rounding / laboratory.Scale,
        "money",
        FormattableString.Invariant($"highest profit of the plays; {laboratory.Scale:0.#######} cents a unit of money"));

    private static void SameLength(int products, params ReadOnlySpan<(string Name, int Length)> lists)
    {
        foreach (var (name, length) in lists)
        {
            if (length != products)
            {
                throw new ExampleException(FormattableString.Invariant($"{name} has {length} numbers and a has {products}; one for each product is needed."));
            }
        }

        if (products > MostSellers)
        {
            throw new ExampleException(FormattableString.Invariant($"{products} products; at most {MostSellers} are played."));
        }
    }
}
