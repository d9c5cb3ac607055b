using FbaBench.Kernel;
using FbaBench.World;

namespace FbaBench;

/// <summary>
/// What a niche's products sell in the long run when everybody asks the reference price: the search order, the rivals' sponsored slots and the
/// day's shuffle of the results included. For scenarios that are to reproduce known sales.
/// </summary>
public static class ReferenceSales
{
    private const int Rounds = 2;
    private const int Days = 64;

    /// <summary>
    /// Mean share of sessions that order from each product's listing, with the reviews that the definition gives it. Means of the engine itself, over 64
    /// days of one fixed seed; nothing is drawn.
    /// </summary>
    /// <param name="niche">The niche; one seat.</param>
    /// <param name="market">The world's market.</param>
    /// <returns>One share a product, in the order of <see cref="NicheDefinition.Products"/>.</returns>
    /// <exception cref="WorldDefinitionException">The niche or the market is not valid.</exception>
    public static IReadOnlyList<double> Shares(NicheDefinition niche, MarketTerms market)
    {
        ArgumentNullException.ThrowIfNull(niche);
        ArgumentNullException.ThrowIfNull(market);
        var definition = new WorldDefinition("reference", new SimDate(2025, 1, 15), 1, Money.Zero, [niche]) { Market = market, Fees = FeePolicy.None };
        WorldDefinitionValidator.Validate(definition);
        var simulation = Simulation.Create(definition, new WorldSeed(0));
        var model = simulation.State.Model;
        var day = new DayContext(simulation.State, simulation.Seed, simulation.Rules);
        var prices = new int[model.Rows];
        for (var row = 0; row < model.Niches[0].Count; row++)
        {
            prices[row] = model.PageOf(row).ReferenceCents;
        }

        var shares = new double[model.Pages.Length];
        for (var round = 0; round < Rounds; round++)
        {
            Array.Clear(shares);
            for (var d = 0; d < Days; d++)
            {
                day.Market.Prepare(day.State, day.Draws, NicheRange.Of(0), d, prices);
                day.Market.Open(0);
                day.Market.Play(day.State, 0, d, prices, sessions: 1, season: 1, bidFactor: 1);
                for (var page = 0; page < shares.Length; page++)
                {
                    shares[page] += day.Market.Orders[page] / Days;
                }
            }

            for (var page = 0; page < shares.Length; page++)
            {
                var row = model.Pages[page].Row;
                day.State.Velocity[row] = shares[page] * niche.SessionsPerDay;
            }
        }

        return [.. niche.Products.Select(product => shares[PageOf(model, product)])];
    }

    private static int PageOf(WorldModel model, ProductDefinition product) =>
        model.PageOfRow[model.Own.Single(offer => offer.Product.Name == product.Name).Row];
}
