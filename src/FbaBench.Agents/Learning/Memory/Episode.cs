namespace FbaBench;

/// <summary>A remembered episode, or a prototype of many.</summary>
internal sealed class Episode(int day, int action, PriceSituation situation, double units, double reward)
{
    private int _count = 1;

    public Episode(RememberedEpisode remembered)
        : this(remembered.Day, remembered.Action, Read(remembered.Situation), remembered.Units, remembered.Reward) =>
        _count = remembered.Count;

    /// <summary>The day lived on which it was over; −1 for a prototype.</summary>
    public int Day { get; set; } = day;

    public int Action { get; } = action;

    public PriceSituation Situation { get; private set; } = situation;

    public double Units { get; private set; } = units;

    public double Reward { get; private set; } = reward;

    public Episode Copy() => (Episode)MemberwiseClone();

    /// <summary>Means by units of both.</summary>
    public void Take(Episode other)
    {
        var share = other.Units / (Units + other.Units);
        var (a, b) = (Situation, other.Situation);
        Situation = new(Mean(a.Rivals, b.Rivals), Mean(a.Cover, b.Cover), Mean(a.Season, b.Season), Mean(a.Rating, b.Rating), Mean(a.Cost, b.Cost));
        Reward = Mean(Reward, other.Reward);
        Units += other.Units;
        _count += other._count;

        double Mean(double one, double two) => one + (share * (two - one));
    }

    public RememberedEpisode Shown() => new(Day, _count, Action, [Situation.Rivals, Situation.Cover, Situation.Season, Situation.Rating, Situation.Cost], Units, Reward);

    private static PriceSituation Read(IReadOnlyList<double> numbers) => new(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
}
