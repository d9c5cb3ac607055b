namespace FbaBench;

/// <summary>
/// Logit demand: share i = e^(u_i − b p_i) / (Σ e^(u_j − b p_j) + e^(u_0)). Prices of equilibrium and joint monopoly from their
/// first-order conditions, each one equation in one unknown that rises throughout.
/// </summary>
/// <param name="Utility">u_i, utility at price zero, by product.</param>
/// <param name="Cost">Unit cost by product.</param>
/// <param name="Sensitivity">b, utility lost per unit of money; 1/μ.</param>
/// <param name="Outside">u_0, utility of not buying.</param>
internal sealed record LogitMarket(double[] Utility, double[] Cost, double Sensitivity, double Outside)
{
    private const int Bisections = 200;

    public int Products => Utility.Length;

    /// <summary>1/b: the unit in which markups count.</summary>
    public double Mu => 1 / Sensitivity;

    /// <summary>Shares of all products, summed from the largest utility so that nothing overflows.</summary>
    public double[] Shares(ReadOnlySpan<double> prices)
    {
        var values = new double[Products];
        var top = Outside;
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Utility[i] - (Sensitivity * prices[i]);
            top = Math.Max(top, values[i]);
        }

        var sum = Math.Exp(Outside - top) + values.Sum(value => Math.Exp(value - top));
        return [.. values.Select(value => Math.Exp(value - top) / sum)];
    }

    /// <summary>
    /// Prices of the Nash equilibrium of single-product firms: p_i = c_i + μ/(1 − q_i), unique. Given the sum H of all
    /// attractions each share follows alone, and H is where shares and not buying add up to one.
    /// </summary>
    public double[] Nash()
    {
        var low = Outside;
        var high = LogSum(Outside, Enumerable.Range(0, Products).Select(i => Utility[i] - (Sensitivity * Cost[i])));
        for (var i = 0; i < Bisections && low < high; i++)
        {
            var middle = (low + high) / 2;
            var sum = Math.Exp(Outside - middle);
            for (var firm = 0; firm < Products; firm++)
            {
                sum += 1 - (1 / Markup(firm, middle));
            }

            (low, high) = sum > 1 ? (middle, high) : (low, middle);
        }

        return [.. Enumerable.Range(0, Products).Select(firm => Cost[firm] + (Mu * Markup(firm, (low + high) / 2)))];
    }

    /// <summary>Prices that make the sum of all profits largest: one markup m for all, b m = 1/(share of not buying).</summary>
    public double[] JointMonopoly()
    {
        var all = LogSum(double.NegativeInfinity, Enumerable.Range(0, Products).Select(i => Utility[i] - (Sensitivity * Cost[i])));
        var markup = Mu * MonopolyMarkup(all - Outside);
        return [.. Cost.Select(cost => cost + markup)];
    }

    /// <summary>The best price of one product while all others keep theirs.</summary>
    public double BestResponse(int product, ReadOnlySpan<double> prices)
    {
        var others = new List<double>();
        for (var i = 0; i < Products; i++)
        {
            if (i != product)
            {
                others.Add(Utility[i] - (Sensitivity * prices[i]));
            }
        }

        return Cost[product] + (Mu * MonopolyMarkup(Utility[product] - (Sensitivity * Cost[product]) - LogSum(Outside, others)));
    }

    /// <summary>x with (x − 1) e^x = e^r: the markup times b of a firm against attractions that do not react.</summary>
    private static double MonopolyMarkup(double r) => 1 + Math.Exp(Root(y => y + 1 + Math.Exp(y) - r, r));

    /// <summary>x with (1 − 1/x) e^x = e^(u − b c − H): b times the markup of a firm where all attractions sum to e^H.</summary>
    private double Markup(int firm, double logSum)
    {
        var r = Utility[firm] - (Sensitivity * Cost[firm]) - logSum;
        return 1 + Math.Exp(Root(y => y - Math.Log(1 + Math.Exp(y)) + 1 + Math.Exp(y) - r, r));
    }

    /// <summary>Zero of a rising function of y = ln(x − 1); r bounds it on both sides.</summary>
    private static double Root(Func<double, double> rising, double r)
    {
        var (low, high) = (Math.Min(r, 0) - 3, Math.Log(Math.Max(r, 1) + 1) + 1);
        for (var i = 0; i < Bisections; i++)
        {
            var middle = (low + high) / 2;
            if (middle <= low || middle >= high)
            {
                break;
            }

            (low, high) = rising(middle) < 0 ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    private static double LogSum(double first, IEnumerable<double> others)
    {
        double[] values = [first, .. others];
        var top = values.Max();
        return top + Math.Log(values.Sum(value => Math.Exp(value - top)));
    }
}
