namespace FbaBench.Tests.Generator;

/// <summary>Knobs by name.</summary>
internal static class Knobs
{
    public static IReadOnlyList<string> Names { get; } = ["competition", "margin", "volatility", "supply", "cash", "adversity"];

    public static WorldKnobs With(WorldKnobs knobs, string name, double value) => name switch
    {
        "competition" => knobs with { Competition = value },
        "margin" => knobs with { Margin = value },
        "volatility" => knobs with { Volatility = value },
        "supply" => knobs with { Supply = value },
        "cash" => knobs with { Cash = value },
        "adversity" => knobs with { Adversity = value },
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "This is no knob."),
    };

    public static WorldKnobs AllAt(double value) => Names.Aggregate(new WorldKnobs(), (knobs, name) => With(knobs, name, value));

    /// <summary>Knobs anywhere in their ranges, the ends among them; small worlds more often than large ones, which take longer.</summary>
    public static WorldKnobs Drawn(WorldSeed seed) => Names.Aggregate(
        new WorldKnobs { Products = 2 + (int)(Math.Pow(seed.Uniform("test/products"), 3) * 59) },
        (knobs, name) => With(knobs, name, Math.Clamp((seed.Uniform("test/" + name) * 1.2) - 0.1, 0, 1)));
}
