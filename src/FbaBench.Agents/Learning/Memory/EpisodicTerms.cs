namespace FbaBench;

/// <summary>How an <see cref="EpisodicPricer"/> remembers and chooses. Numbers without another source are modelling choices.</summary>
public sealed record EpisodicTerms
{
    /// <summary>What is kept; default <see cref="MemoryMode.Consolidated"/>.</summary>
    public MemoryMode Mode { get; init => field = Enum.IsDefined(value) ? value : throw new ArgumentException($"{nameof(Mode)} is {value}; allowed is {string.Join(", ", Enum.GetNames<MemoryMode>())}.", nameof(Mode)); } = MemoryMode.Consolidated;

    /// <summary>Days lived for which an episode is kept as it was, 1 to 3,650; default 120.</summary>
    public int RecentDays { get; init => field = (int)Ranges.Checked(nameof(RecentDays), value, 1, 3_650); } = 120;

    /// <summary>Prototypes of an action that older episodes are merged into, 1 to 10,000; default 100.</summary>
    public int Prototypes { get; init => field = (int)Ranges.Checked(nameof(Prototypes), value, 1, 10_000); } = 100;

    /// <summary>k: nearest episodes of an action that its value is taken from, 1 to 1,000; default 50.</summary>
    public int Neighbours { get; init => field = (int)Ranges.Checked(nameof(Neighbours), value, 1, 1_000); } = 50;

    /// <summary>δ of the kernel δ / (d² + δ), d being the Euclidean distance of situations, 0.0001 to 100; default 0.05.</summary>
    public double KernelWidth { get; init => field = Ranges.Checked(nameof(KernelWidth), value, 1e-4, 100); } = 0.05;

    /// <summary>Units that what is usual weighs as much as, 1 to 1,000,000; default 1,200, see <see cref="BanditTerms.PriorUnits"/>.</summary>
    public double PriorUnits { get; init => field = Ranges.Checked(nameof(PriorUnits), value, 1, 1_000_000); } = 1_200;

    /// <summary>Chance of any action instead of the best one while nothing was learned beforehand, 0 to 1; default 0.05. Without memory nothing is tried.</summary>
    public double Exploration { get; init => field = Ranges.Checked(nameof(Exploration), value, 0, 1); } = 0.05;

    /// <summary>Days for which a price is held, 1 to 365; default 7.</summary>
    public int HoldDays { get; init => field = (int)Ranges.Checked(nameof(HoldDays), value, 1, 365); } = 7;
}
