using System.Globalization;
using System.Text;
using FbaBench.Scenarios;

namespace FbaBench.Tests.OwnShops;

/// <summary>What is true of a simulated product.</summary>
internal sealed record TrueProduct(string Sku, double Level, double[] Months, double Elasticity)
{
    /// <summary>The price at which the level holds.</summary>
    public required decimal BasePrice { get; init; }
}

/// <summary>
/// Sales of a shop whose truth is known: seasons, growth, weekdays, elasticities, weekly and monthly noise; with quantity breaks,
/// a wholesale channel of its own prices and campaigns, stock-outs, closed days, returns as negative lines, repeated lines and
/// giveaways. All by keyed draws.
/// </summary>
internal sealed class SimulatedShop
{
    private const int ProductCount = 6;
    private const double WholesaleShare = 0.2;
    private const double CampaignChance = 0.15;
    private const double CampaignLift = 0.35;
    private const double BreakDiscount = 0.15;
    private const int BreakUnits = 10;
    private static readonly decimal[] PriceSteps = [0.8m, 0.9m, 1, 1, 1.1m, 1.2m];

    private readonly WorldSeed _seed;
    private readonly ShopDraws _draws;
    private readonly List<string> _lines = [];
    private readonly int _first;
    private readonly int _days;
    private readonly double[] _shopMonths;
    private readonly double _growth;
    private readonly double[] _weekday;
    private readonly HashSet<int> _closed = [];
    private readonly Dictionary<int, double> _shopNoise = [];
    private int _order = 10_000;

    public SimulatedShop(ulong seed)
    {
        _seed = new WorldSeed(seed);
        _draws = new ShopDraws(_seed, "shop");
        _first = new SimDate(2022, 1, 1).DayNumber + (int)(300 * _draws.Uniform());
        _days = 380 + (int)(200 * _draws.Uniform());
        _shopMonths = [.. ShopPrior.Months.Select(month => Math.Log(month) + (0.25 * _draws.Normal()))];
        _growth = 0.15 * _draws.Normal();
        var shut = _draws.Uniform() < 0.5 ? 6 : -1;
        var raw = Enumerable.Range(0, 7).Select(day => day == shut ? 0 : Math.Exp(0.2 * _draws.Normal())).ToArray();
        var mean = raw.Where(value => value > 0).Average();
        _weekday = [.. raw.Select(value => value / mean)];
        for (var i = 0; i < 6; i++)
        {
            _closed.Add(_first + (int)(_days * _draws.Uniform()));
        }

        Products = [.. Enumerable.Range(0, ProductCount).Select(Product)];
    }

    public IReadOnlyList<TrueProduct> Products { get; }

    /// <summary>The price that was asked for a product on a day number.</summary>
    public Dictionary<(string Sku, int Day), decimal> Asked { get; } = [];

    public string Csv => "Order ID;Order Date;SKU;Quantity;Unit Price\n" + string.Join('\n', _lines.Order(StringComparer.Ordinal)) + "\n";

    private TrueProduct Product(int index)
    {
        var sku = $"P{index + 1:00}";
        var draws = new ShopDraws(_seed, sku);
        var level = Math.Log(0.4) + (Math.Log(30) * draws.Uniform());
        var growth = 0.2 * draws.Normal();
        var months = Enumerable.Range(0, 12).Select(month => _shopMonths[month] + (0.15 * draws.Normal())).ToArray();
        var elasticity = Math.Clamp(-2.6 + (0.8 * draws.Normal()), -5.2, 0);
        var dispersion = 0.03 + (0.1 * draws.Uniform());
        var basePrice = Math.Round((decimal)Math.Exp(1.5 + (2 * draws.Uniform())), 1);
        var changes = draws.Uniform() < 0.85;
        var stock = StockOuts(draws);
        var price = basePrice;
        var (week, weekFactor, campaign) = (-1, 1.0, false);
        var noise = new Dictionary<int, double>();
        for (var i = 0; i < _days; i++)
        {
            var day = _first + i;
            var date = default(SimDate).AddDays(day);
            if (changes && draws.Uniform() < 1 / 45.0)
            {
                price = Math.Round(basePrice * PriceSteps[(int)(PriceSteps.Length * draws.Uniform())], 2);
            }

            Asked[(sku, day)] = price;
            if (day / 7 != week)
            {
                (week, weekFactor, campaign) = (day / 7, draws.Factor(dispersion), draws.Uniform() < CampaignChance);
            }

            var period = Timeline.MonthNumber(day);
            if (!noise.TryGetValue(period, out var monthNoise))
            {
                noise.Add(period, monthNoise = 0.1 * draws.Normal());
            }

            if (!_shopNoise.TryGetValue(period, out var shopNoise))
            {
                _shopNoise.Add(period, shopNoise = 0.06 * _draws.Normal());
            }

            if (_closed.Contains(day) || stock[i])
            {
                continue;
            }

            var mean = _weekday[day % 7] * Math.Exp(level + months[date.Month - 1] + ((_growth + growth) * Years(i)) + monthNoise + shopNoise + (elasticity * Math.Log((double)(price / basePrice)))) * weekFactor;
            Orders(draws, sku, date, price, basePrice, draws.Poisson(mean * (1 - WholesaleShare)), wholesale: false);
            Orders(draws, sku, date, price, basePrice, draws.Poisson(mean * (WholesaleShare + (campaign ? CampaignLift : 0))), wholesale: true);
        }

        var middle = months.Average();
        return new TrueProduct(
            sku,
            Math.Exp(level + middle + ((_growth + growth) * Years(_days - 1))) * (1 + (CampaignChance * CampaignLift)),
            [.. months.Select(month => Math.Exp(month - middle))],
            elasticity)
        {
            BasePrice = basePrice,
        };
    }

    private double Years(int day) => (day - ((_days - 1) / 2.0)) / 365.25;

    private bool[] StockOuts(ShopDraws draws)
    {
        var gone = new bool[_days];
        for (var n = (int)(3 * draws.Uniform()); n > 0; n--)
        {
            var start = (int)(_days * draws.Uniform());
            var length = 10 + (int)(30 * draws.Uniform());
            for (var i = start; i < Math.Min(_days, start + length); i++)
            {
                gone[i] = true;
            }
        }

        return gone;
    }

    private void Orders(ShopDraws draws, string sku, SimDate date, decimal price, decimal basePrice, int count, bool wholesale)
    {
        for (var i = 0; i < count; i++)
        {
            // Whoever meets a low price takes more at once: units respond to price by more than orders do.
            var stocking = Math.Pow((double)(price / basePrice), -1.5);
            var u = draws.Uniform();
            var units = wholesale ? 6 + (int)(24 * draws.Uniform()) : u < 0.7 ? 1 : u < 0.92 ? 2 + (int)(4 * draws.Uniform()) : BreakUnits + (int)(15 * draws.Uniform());
            units = Math.Max(1, (int)Math.Round(units * stocking));
            var asked = wholesale ? Math.Round(price * 0.8m, 2) : units >= BreakUnits ? Math.Round(price * (1 - (decimal)BreakDiscount), 2) : price;
            var line = Line(date, sku, units, draws.Uniform() < 0.004 ? 0 : asked, draws.Uniform());
            _lines.Add(line);
            if (draws.Uniform() < 0.01)
            {
                _lines.Add(line);
            }

            if (draws.Uniform() < 0.04)
            {
                _lines.Add(Line(date, sku, -units, asked, draws.Uniform()));
            }
        }
    }

    private string Line(SimDate date, string sku, int units, decimal price, double time)
    {
        var minutes = (int)(time * 600) + 480;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{_order++};{date.DayOfMonth:00}/{date.Month:00}/{date.Year} {minutes / 60:00}:{minutes % 60:00};{sku};{units};");
        return text.Append(price.ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ',')).ToString();
    }
}
