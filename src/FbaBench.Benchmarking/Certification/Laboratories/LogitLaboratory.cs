namespace FbaBench;

/// <summary>
/// A logit market through the ordinary engine. Several sellers are seats: alike, they sell one product each of its own; unlike,
/// every seat could sell all products and opens its own. A seller of several products is one seat.
/// </summary>
internal sealed class LogitLaboratory
{
    /// <summary>Four prices around are this part of μ apart: rounding and the error of the differences are about equal there.</summary>
    private const double StepsPerMu = 40;

    /// <summary>
    /// The world is laid out so many μ above the prices of interest: a definition says what sells at its reference prices, and
    /// no figure that is certified may be said there.
    /// </summary>
    private const double LayoutMus = 0.5;

    /// <summary>A scan goes so many μ below and above the reference prices.</summary>
    private const double ScanMus = 8;

    /// <summary>The engine's attraction weights are whole numbers of 2⁻³⁶.</summary>
    private const double HalfWeight = 0.5 / (1L << 36);
    private const double LeastShare = 1e-6;
    private const double MostConversion = 1 - 1e-12;
    private const int MostSweeps = 400;

    private readonly LogitMarket _market;
    private readonly PriceLaboratory _world;
    private readonly long[] _reference;
    private readonly double[] _layout;
    private readonly double[] _shares;
    private readonly double _weightRounding;
    private readonly bool _isOneSeller;

    /// <param name="market">The theory.</param>
    /// <param name="reference">Prices near which the world is laid out; of sellers who are alike the first.</param>
    /// <param name="isOneSeller">Whether all products are one seat's.</param>
    public LogitLaboratory(LogitMarket market, double[] reference, bool isOneSeller = false)
    {
        _market = market;
        _isOneSeller = isOneSeller;
        reference = IsAlike ? [.. Enumerable.Repeat(reference[0], market.Products)] : reference;
        var (products, seats, shelves) = Layout(market, isOneSeller);
        var highest = Math.Max(reference.Max(), market.Cost.Max()) + ((ScanMus + 2) * market.Mu);
        Scale = PriceLaboratory.MoneyScale(highest, market.Cost.Max(), products);
        Step = (long)Math.Floor(market.Mu * Scale / StepsPerMu);
        if (Step < 20)
        {
            throw new ExampleException("The costs are too large beside mu for whole cents.");
        }

        _reference = [.. reference.Select(price => (long)Math.Round((price + (LayoutMus * market.Mu)) * Scale))];
        _layout = market.Shares([.. _reference.Select(cents => cents / Scale)]);
        _shares = market.Shares(reference);
        if (_shares.Min() < LeastShare)
        {
            throw new ExampleException(FormattableString.Invariant($"A share of {_shares.Min():0.##E+0} of the shoppers is less than whole units can show; {LeastShare:0.##E+0} is the least."));
        }

        // Every seat has a row of every product, so that the open rows are this part of the weight at the reference point.
        var rowsPerShelf = products * seats / shelves.Length;
        _weightRounding = HalfWeight * rowsPerShelf * (shelves.Length + (_layout.Sum() / _layout.Min()));
        _world = new PriceLaboratory(Definition(products, seats, rowsPerShelf, highest), shelves);
    }

    /// <summary>Cents of a unit of money.</summary>
    public double Scale { get; }

    /// <summary>Distance of the prices from which marginal profits are taken, in cents.</summary>
    public long Step { get; }

    /// <summary>Prices of the theory as cents.</summary>
    public long[] Cents(IEnumerable<double> prices) => [.. prices.Select(price => (long)Math.Round(price * Scale))];

    /// <summary>Shares and profits of all products at prices in cents.</summary>
    public (double[] Shares, double[] Profits) At(long[] cents)
    {
        _world.Play(cents);
        return ([.. _world.Units.Select(units => units / (double)PriceLaboratory.QuantityScale)], [.. _world.ProfitCents.Select(profit => profit / Scale / PriceLaboratory.QuantityScale)]);
    }

    public bool AgreesWithObservations() => _world.AgreesWithObservations();

    /// <summary>How far a share may be off: half a unit, the weights, and half a cent in every price (|∂q/∂p| sums to at most 2 b q).</summary>
    public double ShareRounding(double share) => WithinPlay(share) + (share * _market.Sensitivity / Scale);

    /// <summary>How far a profit may be off: its share, half a cent of price and of cost, and half a cent in every other price.</summary>
    public double ProfitRounding(double share, double markup) => (Math.Abs(markup) * ShareRounding(share)) + (share / Scale);

    /// <summary>The price of one product that brings the seat most while all others keep theirs.</summary>
    public ProfitSearch.Maximum BestResponse(int product, long[] cents) =>
        Search(product, cents).Over(Low(product), High(product), Noise(product));

    /// <summary>
    /// Prices at which nobody gains by another: best responses one after the other, from a markup of μ, until none moves. The last
    /// round scans every price again. A joint owner's best prices come the same way, as a seat that sets them in turn.
    /// </summary>
    public ProfitSearch.Maximum[] Settle()
    {
        var prices = _market.Cost.Select((cost, i) => Math.Max(Low(i), (cost + _market.Mu) * Scale)).ToArray();
        var moves = Enumerable.Repeat(_market.Mu * Scale, prices.Length).ToArray();
        var enough = 0.0;
        for (var sweep = 0; sweep < MostSweeps && moves.Max() > enough; sweep++)
        {
            for (var i = 0; i < (IsAlike ? 1 : prices.Length); i++)
            {
                var found = Search(i, Whole(prices)).Near(prices[i], moves[i], Low(i), Noise(i));
                moves[i] = Math.Abs(found.Cents - prices[i]);
                prices[i] = found.Cents;

                // Rounded plays stop telling prices apart at about this distance.
                enough = Math.Max(enough, found.Rounding / 4);
            }

            if (IsAlike)
            {
                Array.Fill(prices, prices[0]);
                Array.Fill(moves, moves[0]);
            }
        }

        // What is off in the others' prices comes back multiplied, and every round again.
        var amplified = 1 / (1 - Reaction());
        var settled = new ProfitSearch.Maximum[prices.Length];
        for (var i = 0; i < prices.Length; i++)
        {
            var found = IsAlike && i > 0 ? settled[0] : BestResponse(i, Whole(prices));
            settled[i] = IsAlike && i > 0 ? found : found with { Rounding = (found.Rounding + 0.5 + moves.Max()) * amplified };
        }

        return settled;
    }

    /// <summary>The common price at which the sum of all profits is highest.</summary>
    public ProfitSearch.Maximum CommonMaximum() =>
        new ProfitSearch(
            cents =>
            {
                _world.Play([.. Enumerable.Repeat(cents, _market.Products)]);
                return _world.ProfitCents.Sum() / (double)PriceLaboratory.QuantityScale;
            },
            Step).Over(Low(0), High(0), Noise(0) * _market.Products);

    private bool IsAlike => !_isOneSeller && AreAlike(_market);

    private static bool AreAlike(LogitMarket market) =>
        market.Utility.All(utility => utility == market.Utility[0]) && market.Cost.All(cost => cost == market.Cost[0]);

    private static (int Products, int Seats, PriceLaboratory.Shelf[] Shelves) Layout(LogitMarket market, bool isOneSeller)
    {
        var sellers = Enumerable.Range(0, market.Products);
        if (isOneSeller)
        {
            return (market.Products, 1, [.. sellers.Select(product => new PriceLaboratory.Shelf(0, product))]);
        }

        return AreAlike(market)
            ? (1, market.Products, [.. sellers.Select(seat => new PriceLaboratory.Shelf(seat, 0))])
            : (market.Products, market.Products, [.. sellers.Select(seat => new PriceLaboratory.Shelf(seat, seat))]);
    }

    private WorldDefinition Definition(int products, int seats, int rowsPerShelf, double highest)
    {
        var costs = Cents(_market.Cost);
        var definitions = Enumerable.Range(0, products)
            .Select(i => LaboratoryWorld.Product(FormattableString.Invariant($"product-{i:00}"), _reference[i], costs[i], _layout[i] / _layout.Max()));
        var odds = rowsPerShelf * _layout.Sum() / OutsideShare();
        var niche = LaboratoryWorld.Niche(1, [.. definitions]) with { ReferenceConversion = Math.Min(odds / (1 + odds), MostConversion) };
        return LaboratoryWorld.World("logit", PriceLaboratory.Days(highest * Scale, costs.Max(), seats), PriceLaboratory.Cash(costs.Max(), products), seats, niche, PriceLaboratory.Limits, new()
        {
            Demand = DemandSource.Choice,
            Draws = DemandDraws.Expected,
            QuantityScale = PriceLaboratory.QuantityScale,
            MoneyScale = Scale,
            PriceSensitivity = _market.Sensitivity,
        });
    }

    /// <summary>The share of not buying, without the cancellation of one less all others.</summary>
    private double OutsideShare() => _layout[0] * Math.Exp(_market.Outside - _market.Utility[0] + (_market.Sensitivity * _reference[0] / Scale));

    private ProfitSearch Search(int product, long[] cents)
    {
        var prices = (long[])cents.Clone();
        return new(
            price =>
            {
                prices[product] = price;
                _world.Play(prices);
                return (_isOneSeller ? _world.ProfitCents.Sum() : _world.ProfitCents[product]) / (double)PriceLaboratory.QuantityScale;
            },
            Step);
    }

    private static long[] Whole(double[] cents) => [.. cents.Select(price => (long)Math.Round(price))];

    private long Low(int product) => Math.Max((2 * Step) + 1, Math.Max((long)(_market.Cost[product] * Scale), _reference[product] - (long)(ScanMus * _market.Mu * Scale)));

    private long High(int product) => _reference[product] + (long)(ScanMus * _market.Mu * Scale);

    /// <summary>How far a play's profit may be off, in cents for each shopper: units and weights; prices are as asked.</summary>
    private double Noise(int product) => _isOneSeller
        ? Enumerable.Range(0, _market.Products).Sum(i => Markup(i) * WithinPlay(_shares[i]))
        : Markup(product) * WithinPlay(_shares[product]);

    private double Markup(int product) => Math.Abs(_reference[product] - (_market.Cost[product] * Scale));

    private double WithinPlay(double share) => (0.5 / PriceLaboratory.QuantityScale) + (share * _weightRounding);

    /// <summary>By how much at most best responses follow when all other prices rise by one: q_i Σ q_j / (1 − q_i) below 1.</summary>
    private double Reaction()
    {
        var sum = _shares.Sum();
        return _isOneSeller ? 0 : _shares.Max(share => share * (sum - share) / (1 - share));
    }
}
