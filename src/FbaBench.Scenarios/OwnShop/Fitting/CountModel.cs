namespace FbaBench.Scenarios;

/// <summary>
/// The most likely parameters of a product's counts, which vary like a negative binomial around their means
/// (variance m + dispersion · m²), with Gaussian priors; Fisher's scoring with halved steps.
/// </summary>
internal sealed class CountModel
{
    private const int MostSteps = 60;
    private const double Settled = 1e-7;

    /// <summary>A weak prior that keeps a search for the elasticity in bounds; its weight is taken out of the estimate again.</summary>
    private const double SearchPrecision = 0.04;

    private readonly ProductSeries _series;
    private readonly double[] _shop;
    private readonly double[][] _prior;
    private readonly double[] _center;
    private readonly double _dispersion;
    private readonly bool _withPrice;
    private readonly double _elasticity;
    private readonly int _size;

    /// <param name="series">The product.</param>
    /// <param name="season">The shop's months.</param>
    /// <param name="spreads">Spreads of products.</param>
    /// <param name="dispersion">Its weekly over-dispersion.</param>
    /// <param name="elasticity">The elasticity to go by, or null to search for it.</param>
    /// <param name="start">Parameters to begin the search at, from an earlier fit; it ends at the same place.</param>
    public CountModel(ProductSeries series, ShopSeason season, Spreads spreads, double dispersion, double? elasticity, double[]? start = null)
    {
        (_series, _shop, _dispersion, _withPrice, _elasticity) = (series, season.Noise, dispersion, elasticity is null, elasticity ?? 0);
        _size = ProductFit.FirstPeriod + _shop.Length + (_withPrice ? 1 : 0);
        _prior = Symmetric.Square(_size);
        _center = new double[_size];
        (_prior[0][0], _center[0]) = (1 / (ShopPrior.LevelSd * ShopPrior.LevelSd), spreads.Level);
        var shop = Symmetric.Factor(season.Prior(spreads)).Inverse();
        for (var i = 0; i < shop.Length; i++)
        {
            shop[i].CopyTo(_prior[1 + i], 1);
            _center[1 + i] = season.Center[i];
        }

        for (var period = 0; period < _shop.Length; period++)
        {
            _prior[ProductFit.FirstPeriod + period][ProductFit.FirstPeriod + period] = 1 / spreads.Noise;
        }

        if (_withPrice)
        {
            (_prior[^1][_size - 1], _center[^1]) = (SearchPrecision, ShopPrior.Elasticity);
        }

        Theta = [.. _center];
        start?.CopyTo(Theta, 0);
        Run();
    }

    public double[] Theta { get; private set; }

    /// <summary>Curvature at the parameters: data and prior.</summary>
    public Symmetric Curvature { get; private set; } = null!;

    public double[] Means { get; private set; } = [];

    public double Weight(int piece) => Means[piece] / (1 + (_dispersion * Means[piece]));

    /// <summary>Weights of the parameters in a piece's log mean: their positions and values.</summary>
    public void Row(in Piece piece, Span<int> at, Span<double> value)
    {
        (at[0], at[1], at[2], at[3]) = (0, 1, ProductFit.FirstMonth + piece.Month, ProductFit.FirstPeriod + piece.Period);
        (value[0], value[1], value[2], value[3]) = (1, piece.Years, 1, 1);
        if (_withPrice)
        {
            (at[4], value[4]) = (_size - 1, piece.LogPrice);
        }
    }

    /// <summary>The estimate of the elasticity and its model standard error, the search prior taken out; infinite when the data says nothing.</summary>
    public (double Estimate, double StandardError) Price()
    {
        var unit = new double[_size];
        unit[^1] = 1;
        var precision = (1 / Curvature.Solve(unit)[^1]) - SearchPrecision;
        return precision < 1e-6
            ? (0, double.PositiveInfinity)
            : (((Theta[^1] * (precision + SearchPrecision)) - (SearchPrecision * ShopPrior.Elasticity)) / precision, 1 / Math.Sqrt(precision));
    }

    /// <summary>Number of parameters that the data pays for.</summary>
    public double EffectiveParameters()
    {
        double sum = _size;
        var inverse = Curvature.Inverse();
        for (var i = 0; i < _size; i++)
        {
            for (var j = 0; j < _size; j++)
            {
                sum -= _prior[i][j] * inverse[j][i];
            }
        }

        return sum;
    }

    /// <summary>The prior's part of the curvature along a direction, the price apart.</summary>
    public double PriorCurvature(double[] direction) => Symmetric.Form(_prior, direction) - (_withPrice ? SearchPrecision * direction[^1] * direction[^1] : 0);

    private void Run()
    {
        var (score, gradient, curvature) = Look(Theta);
        for (var step = 0; step < MostSteps; step++)
        {
            var move = curvature.Solve(gradient);
            var length = 1.0;
            var next = Theta;
            var found = (Score: double.NegativeInfinity, gradient, curvature);
            for (; length > 1e-4; length /= 2)
            {
                next = [.. Theta.Select((value, i) => value + (length * Math.Clamp(move[i], -3, 3)))];
                found = Look(next);
                if (found.Score >= score - 1e-9)
                {
                    break;
                }
            }

            var gain = found.Score - score;
            (Theta, score, gradient, curvature) = (next, found.Score, found.gradient, found.curvature);
            if (gain < Settled)
            {
                break;
            }
        }

        Curvature = curvature;
        Means = [.. _series.Pieces.Select(piece => Mean(piece, Theta))];
    }

    private double Mean(in Piece piece, double[] theta) => piece.Exposure * Math.Exp(Math.Clamp(
        _shop[piece.Period] + theta[0] + (theta[1] * piece.Years) + theta[ProductFit.FirstMonth + piece.Month] + theta[ProductFit.FirstPeriod + piece.Period] + ((_withPrice ? theta[^1] : _elasticity) * piece.LogPrice), -30, 30));

    private (double Score, double[] Gradient, Symmetric Curvature) Look(double[] theta)
    {
        double score = 0;
        var gradient = new double[_size];
        var curvature = Symmetric.Square(_size);
        for (var i = 0; i < _size; i++)
        {
            for (var j = 0; j < _size; j++)
            {
                gradient[i] -= _prior[i][j] * (theta[j] - _center[j]);
                curvature[i][j] = _prior[i][j];
            }

            score += gradient[i] * (theta[i] - _center[i]) / 2;
        }

        Span<int> at = stackalloc int[5];
        Span<double> value = stackalloc double[5];
        var used = _withPrice ? 5 : 4;
        foreach (var piece in _series.Pieces)
        {
            var mean = Mean(piece, theta);
            var shrink = 1 + (_dispersion * mean);
            score += (piece.Orders * Math.Log(mean / shrink)) - (Math.Log(shrink) / _dispersion);
            Row(piece, at, value);
            for (var i = 0; i < used; i++)
            {
                gradient[at[i]] += value[i] * (piece.Orders - mean) / shrink;
                for (var j = 0; j < used; j++)
                {
                    curvature[at[i]][at[j]] += value[i] * value[j] * mean / shrink;
                }
            }
        }

        return (score, gradient, Symmetric.Factor(curvature));
    }
}
