namespace FbaBench;

/// <summary>The weeks of price trials of one offer.</summary>
internal sealed class OfferTrial(string name, bool isShared)
{
    private readonly List<PanelCell> _cells = [];
    private double _down;
    private double _up;
    private double _othersDown;
    private double _othersUp;
    private double _step;

    public string Name { get; } = name;

    public bool IsShared { get; } = isShared;

    /// <summary>Logarithms of price and units by offer and week, of the weeks in which it sold at both prices.</summary>
    public IReadOnlyList<PanelCell> Cells => _cells;

    /// <summary>Elasticity of its units over all weeks; null when it sold nothing at one of the prices.</summary>
    public double? Own => Elasticity(_down, _up);

    /// <summary>Elasticity of the other listings of the niche to its price, other prices the same.</summary>
    public double? Cross => Elasticity(_othersDown, _othersUp);

    /// <summary>Counts a week; without a price it was out of stock, and the week counts for nothing.</summary>
    public void Add(int week, (double Price, double Units) down, (double Price, double Units) up)
    {
        if (down.Price <= 0 || up.Price <= 0)
        {
            return;
        }

        _down += down.Units;
        _up += up.Units;
        _step = Math.Log(up.Price / down.Price);
        if (down.Units > 0 && up.Units > 0)
        {
            var weekName = FormattableString.Invariant($"{week}");
            _cells.Add(new(Name, weekName, Math.Log(down.Price), Math.Log(down.Units)));
            _cells.Add(new(Name, weekName, Math.Log(up.Price), Math.Log(up.Units)));
        }
    }

    public void AddOthers(double down, double up)
    {
        _othersDown += down;
        _othersUp += up;
    }

    private double? Elasticity(double down, double up) => down > 0 && up > 0 && _step > 0 ? Math.Log(up / down) / _step : null;
}
