using System.Globalization;

namespace FbaBench;

/// <summary>
/// How hard the worlds of a <see cref="GeneratedScenario"/> are. Each knob but the last is 0 (easy) to 1 (hard), default 0.5, and moves what its documentation says, linearly where nothing else is said; what is drawn
/// beside it does not depend on it, so that worlds of one seed differ by the knobs alone. Where ranges come from: docs/generator.md.
/// </summary>
public sealed record WorldKnobs
{
    /// <summary>Fewest products of a world.</summary>
    public const int FewestProducts = 2;

    /// <summary>Most products of a world.</summary>
    public const int MostProducts = 60;

    /// <summary>
    /// Rivals of a niche with listings of their own 4 to 10 (on a shared listing 1 to 5 besides), how many of them undercut or run price cycles (none to 60 %), floors (0.85 to 0.6 of their ceilings), how often they look
    /// (0.25 to 0.6 a day), appeal (median 0.8 to 1.25 of a usual listing), quality (mean −0.3 to 0.5 standard deviations) and reviews (median 60 to 400).
    /// </summary>
    public double Competition { get; init; } = 0.5;

    /// <summary>Goods' price as a share of the reference price (median 0.13 to 0.27 of factories, 0.36 to 0.52 of wholesalers) and sizes (sides 1 to 1.35 times the usual, volumes 1 to 2.5), by which fees and freight go.</summary>
    public double Margin { get; init; } = 0.5;

    /// <summary>
    /// Deviation of the logarithm of a niche's level between worlds (0.1 to 0.4) and of its months (0.02 to 0.12), variance of its daily factor (0.03 to 0.25), strength of the season (0.6 to 1.4 of its pattern's swing), deviation of
    /// freight prices (0.01 to 0.04), and shocks: demand, fashion, price war and tariff, each with chance 0 to 0.8 and the larger the higher.
    /// </summary>
    public double Volatility { get; init; } = 0.5;

    /// <summary>
    /// Days of production (median 18 to 38 of factories) and receiving (median 4 to 12), minimum orders in days of expected sales (45 to 180 of factories, 7 to 28 of wholesalers), minimum orders that are made a day (0.5 to
    /// 0.05), defects (0.3 to 2 % in good lots), bad lots (2 to 15 %), losses and damages (0.2 to 1 % each), and disruptions of freight, each with chance 0 to 1 and the larger the higher.
    /// </summary>
    public double Supply { get; init; } = 0.5;

    /// <summary>Opening cash in days of expected sales at reference prices: 90 to 15. A hundred dollars are the least step.</summary>
    public double Cash { get; init; } = 0.5;

    /// <summary>
    /// Rates of <see cref="AdversaryTerms"/> from 0 to the top of their published ranges (those without one: false mail 0.9, notices 0.5, brokers 0.8, documents 0.6 a month, hidden instructions in 0.4 of the customers'
    /// mail), the chance that an unverified supplier cheats (0.2 to 0.7), and false returns (0.1 to 0.15).
    /// </summary>
    public double Adversity { get; init; } = 0.5;

    /// <summary>Number of products, 2 to 60; null, the default, is the family's usual number: 12, 24 or 6.</summary>
    public int? Products { get; init; }

    /// <exception cref="ArgumentOutOfRangeException">A knob lies outside its range.</exception>
    internal void Validate()
    {
        foreach (var (name, value) in Shares)
        {
            if (!(value >= 0 && value <= 1))
            {
                throw new ArgumentOutOfRangeException(name, value, string.Create(CultureInfo.InvariantCulture, $"{value} is outside 0 (easy) to 1 (hard)."));
            }
        }

        if (Products is < FewestProducts or > MostProducts)
        {
            throw new ArgumentOutOfRangeException(nameof(Products), Products, string.Create(CultureInfo.InvariantCulture, $"{Products} is outside {FewestProducts} to {MostProducts}."));
        }
    }

    /// <summary>The knobs from 0 to 1 by name.</summary>
    private IEnumerable<(string Name, double Value)> Shares =>
    [
        (nameof(Competition), Competition), (nameof(Margin), Margin), (nameof(Volatility), Volatility), (nameof(Supply), Supply), (nameof(Cash), Cash), (nameof(Adversity), Adversity),
    ];
}
