using FbaBench.Scenarios;
using Xunit.Abstractions;

namespace FbaBench.Tests.OwnShops;

/// <summary>Known truth: the importer's own intervals hold it as often as they say.</summary>
public sealed class RecoveryTests(ITestOutputHelper output)
{
    private const int Shops = 50;

    /// <summary>Bounds of the coverage of 90 % intervals over all products.</summary>
    private const double Least = 0.84;
    private const double Most = 0.96;

    [Fact]
    public void Elasticities_seasons_and_levels_lie_in_their_intervals()
    {
        var found = Recover(Shops, PriceMeasure.OrdersOnPostedPrice);
        output.WriteLine(found.ToString());
        Assert.InRange(found.Elasticity, Least, Most);
        Assert.InRange(found.ElasticityOfData, Least, Most);
        Assert.InRange(found.Level, Least, Most);
        Assert.InRange(found.Months, Least, Most);
        Assert.InRange(found.MeanZ, -0.4, 0.4);

        // The intervals say something: half of what is known of an elasticity is the data's, and levels are known within a third.
        Assert.True(found.DataShare > 0.4, found.ToString());
        Assert.True(found.LevelWidth < 0.35, found.ToString());
    }

    /// <summary>The test above would notice the two usual mistakes.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Planted_errors_are_noticed(int measure)
    {
        var found = Recover(Shops / 5, (PriceMeasure)measure);
        output.WriteLine(found.ToString());
        Assert.False(found.ElasticityOfData is >= Least and <= Most && found.MeanZ is >= -0.4 and <= 0.4, found.ToString());
        Assert.False(found.Level is >= Least and <= Most, found.ToString());
    }

    private static Recovery Recover(int shops, PriceMeasure measure)
    {
        using var files = new ShopFile();
        var (elasticity, ofData, level, months) = (new Share(), new Share(), new Share(), new Share());
        var (zs, shares, widths) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < shops; i++)
        {
            var shop = new SimulatedShop((ulong)(1_000 + i));
            var history = OwnShop.Read(files.Write(shop.Csv));
            Assert.True(history.Reading is { RepeatedLines: > 0, ReturnLines: > 0, FreeLines: > 0 });
            var fit = history.Fit(new ShopFitOptions { Currency = "USD", HeldBackMonths = 0, Measure = measure });
            foreach (var product in fit.Products)
            {
                var truth = shop.Products.Single(one => one.Sku == product.Sku);
                elasticity.Add(truth.Elasticity, product.Elasticity);
                shares.Add(product.Elasticity.DataShare);
                if (product.Elasticity.DataShare >= 0.5)
                {
                    ofData.Add(truth.Elasticity, product.Elasticity);
                    zs.Add((product.ElasticityOfData!.Value - truth.Elasticity) / product.ElasticityError!.Value);
                }

                level.Add(truth.Level * Math.Pow((double)(product.ReferencePrice / truth.BasePrice), truth.Elasticity), product.Level);
                widths.Add(Math.Log(product.Level.High / product.Level.Low) / 2);
                for (var month = 0; month < 12; month++)
                {
                    months.Add(truth.Months[month], product.Months[month]);
                }
            }
        }

        return new Recovery(elasticity.Value, ofData.Value, level.Value, months.Value, zs.Average(), shares.Average(), widths.Average());
    }

    /// <summary>Coverage of 90 % intervals, mean standardised error and width.</summary>
    private sealed record Recovery(double Elasticity, double ElasticityOfData, double Level, double Months, double MeanZ, double DataShare, double LevelWidth);

    private sealed class Share
    {
        private int _in;
        private int _all;

        public double Value => _in / (double)_all;

        public void Add(double truth, Estimated interval)
        {
            _all++;
            _in += truth >= interval.Low && truth <= interval.High ? 1 : 0;
        }
    }
}
