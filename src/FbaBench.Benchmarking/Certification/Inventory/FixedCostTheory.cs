namespace FbaBench;

/// <summary>
/// Best (s, S) under a fixed cost of orders, lead time L and backlog, by Zheng and Federgruen, "Finding optimal (s, S) policies
/// is about as simple as evaluating a single policy", Operations Research 39 (1991).
/// </summary>
internal sealed class FixedCostTheory
{
    private readonly double[] _period;
    private readonly double[] _leadTime;
    private readonly double _meanOfLeadTime;
    private readonly InventoryCosts _costs;
    private readonly List<double> _renewals = [];
    private readonly Dictionary<int, double> _oneStep = [];

    public FixedCostTheory(DemandLaw demand, InventoryCosts costs, int lead)
    {
        _costs = costs;
        _period = demand.Of(1);
        _leadTime = demand.Of(lead + 1);
        _meanOfLeadTime = demand.Mean * (lead + 1);
    }

    /// <summary>s, S and the mean cost of a period: where the position is at most s, order up to S.</summary>
    public (int Reorder, int UpTo, double Cost) Solve()
    {
        var lowest = 0;
        while (OneStep(lowest + 1) < OneStep(lowest))
        {
            lowest++;
        }

        var (reorder, upTo) = (lowest - 1, lowest);
        while (Cost(reorder, upTo) > OneStep(reorder))
        {
            reorder--;
        }

        var best = Cost(reorder, upTo);
        for (var other = upTo + 1; OneStep(other) <= best; other++)
        {
            if (Cost(reorder, other) >= best)
            {
                continue;
            }

            upTo = other;
            while (reorder + 1 < upTo && Cost(reorder, upTo) <= OneStep(reorder + 1))
            {
                reorder++;
            }

            best = Cost(reorder, upTo);
        }

        return (reorder, upTo, best);
    }

    /// <summary>Mean cost of a period of any (s, S): c(s, S) = (K + Σ m(j) · G(S − j)) / Σ m(j), j = 0 … S − s − 1.</summary>
    public double Cost(int reorder, int upTo)
    {
        var (costs, periods) = (_costs.Order, 0.0);
        for (var below = 0; below < upTo - reorder; below++)
        {
            var visits = Renewals(below);
            costs += visits * OneStep(upTo - below);
            periods += visits;
        }

        return costs / periods;
    }

    /// <summary>m(j): mean number of periods whose position is j below S, of a cycle.</summary>
    private double Renewals(int below)
    {
        for (var j = _renewals.Count; j <= below; j++)
        {
            var sum = j == 0 ? 1.0 : 0;
            for (var demand = 1; demand <= j && demand < _period.Length; demand++)
            {
                sum += _period[demand] * _renewals[j - demand];
            }

            _renewals.Add(sum / (1 - _period[0]));
        }

        return _renewals[below];
    }

    /// <summary>G(y): mean costs L periods later at a position y.</summary>
    private double OneStep(int position)
    {
        if (!_oneStep.TryGetValue(position, out var cost))
        {
            var left = 0.0;
            for (var demand = 0; demand < position && demand < _leadTime.Length; demand++)
            {
                left += (position - demand) * _leadTime[demand];
            }

            cost = (_costs.Overage * left) + (_costs.Underage * (_meanOfLeadTime - position + left));
            _oneStep.Add(position, cost);
        }

        return cost;
    }
}
