namespace FbaBench;

/// <summary>
/// The world in which learning sellers were found to collude: two sellers of one product each, logit demand with quality 2, cost 1, μ = 1/4 and an outside good of
/// utility 0, and fifteen prices around Nash and monopoly (Calvano, Calzolari, Denicolò, Pastorello, American Economic Review 2020). An ordinary world whose
/// marketplace mechanisms are switched off and whose demand comes as its mean.
/// </summary>
public sealed class CollusionLaboratory
{
    /// <summary>
    /// Cents of a unit of the theory's money. With prices of whole cents at a scale of 100 the collusion index shifts by −0.011; here a cent is 1e-4.
    /// </summary>
    private const int MoneyScale = 10_000;

    /// <summary>Engine units of a shopper: a share is known to 1e-6, and an order lasts about a thousand days.</summary>
    private const int QuantityScale = 1_000_000;
    private const int Prices = 15;

    /// <summary>ξ of the paper: the grid goes this part of the way from Nash to monopoly beyond both.</summary>
    private const double Beyond = 0.1;

    /// <summary>The most that two orders hold: the rest of the last and a new one.</summary>
    private static readonly KernelLimits Limits = new() { LotsPerOffer = 4, UnitsPerOrder = 500_000_000 };

    private CollusionLaboratory(LogitMarket market)
    {
        var (nash, monopoly) = (market.Nash()[0], market.JointMonopoly()[0]);
        NashPrice = Cents(nash);
        MonopolyPrice = Cents(monopoly);
        NashProfitCents = Profit(market, nash);
        MonopolyProfitCents = Profit(market, monopoly);
        var reach = Beyond * (monopoly - nash);
        var step = (monopoly - nash + (2 * reach)) / (Prices - 1);
        Game = PriceGame.Of(Definition(market, (nash + monopoly) / 2), [.. Enumerable.Range(0, Prices).Select(i => Cents(nash - reach + (i * step)))]);
    }

    /// <summary>The laboratory of the paper's baseline.</summary>
    public static CollusionLaboratory Calvano { get; } = new(new LogitMarket([8, 8], [1, 1], 4, 0));

    /// <summary>World and prices. A unit of the theory's money is 10,000 cents, a shopper 1,000,000 units.</summary>
    public PriceGame Game { get; }

    /// <summary>Price of the static equilibrium, to the nearest cent.</summary>
    public Money NashPrice { get; }

    /// <summary>Price at which both together earn most, to the nearest cent.</summary>
    public Money MonopolyPrice { get; }

    /// <summary>Theory's profit of a seller on a day at equilibrium, in cents.</summary>
    public double NashProfitCents { get; }

    /// <summary>Theory's profit of a seller on a day at monopoly prices, in cents.</summary>
    public double MonopolyProfitCents { get; }

    /// <summary>The collusion index Δ of a mean daily profit of both sellers: 0 at the static equilibrium, 1 at monopoly.</summary>
    /// <param name="profitCents">Mean profit of a seller on a day, in cents.</param>
    public double Index(double profitCents) => (profitCents - NashProfitCents) / (MonopolyProfitCents - NashProfitCents);

    /// <summary>The collusion index of what a pair of sellers learned here.</summary>
    public double Index(LearnedSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return Index(session.MeanProfitCents);
    }

    /// <summary>Plays two sellers against each other through an ordinary session.</summary>
    /// <param name="first">On seat 0.</param>
    /// <param name="second">On seat 1.</param>
    /// <param name="days">1 to the days of the world.</param>
    /// <param name="seed">The world: a test world of a split for sellers who learned.</param>
    /// <returns>A round a day.</returns>
    /// <exception cref="InvalidOperationException">A seller failed on a day.</exception>
    public async Task<IReadOnlyList<PriceRound>> PlayAsync(IAgent first, IAgent second, int days, WorldSeed seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, Game.World.Definition.Days);
        var session = SimulationSession.Start(Game.World, seed).Seat(new Seat(0), first).Seat(new Seat(1), second);
        await using (session.ConfigureAwait(false))
        {
            var rounds = new List<PriceRound>(days);
            while (session.Day < days)
            {
                await session.PlayDayAsync().ConfigureAwait(false);
                if (session.Faults is [var fault, ..])
                {
                    throw new InvalidOperationException($"{fault.Seat} failed on day {fault.Day}: {fault.Kind}.", fault.Error);
                }

                var seen = session.Observe(new Seat(0));
                rounds.Add(new([seen.Offers[0].Price, seen.Competitors[0].Price], Profits(session.LastTransfers())));
            }

            return rounds.AsReadOnly();
        }
    }

    private static Money[] Profits(IReadOnlyList<Transfer> transfers)
    {
        var profits = new Money[PriceGame.Sellers];
        foreach (var transfer in transfers)
        {
            profits[transfer.Seat.Index] += transfer.Reason switch
            {
                TransferReason.Sale => transfer.Amount,
                TransferReason.CostOfSale => Money.Zero - transfer.Amount,
                _ => Money.Zero,
            };
        }

        return profits;
    }

    private static WorldDefinition Definition(LogitMarket market, double reference)
    {
        // The share that buys belongs to the price in cents, or all demand would be off by the rounding.
        var cost = Cents(market.Cost[0]).Cents;
        var cents = Cents(reference);
        var asked = cents.Cents / (double)MoneyScale;
        var niche = LaboratoryWorld.Niche(1, [LaboratoryWorld.Product("item", cents.Cents, cost)]) with { ReferenceConversion = market.Shares([asked, asked]).Sum() };

        // Cash for three full orders; nobody sells below cost at the game's prices. A fortnight between payouts moves no profit and spares a learner postings.
        var cash = new Money(3 * cost * Limits.UnitsPerOrder);
        var world = LaboratoryWorld.World("collusion", 1_000_000, cash, PriceGame.Sellers, niche, Limits, new()
        {
            Demand = DemandSource.Choice,
            Draws = DemandDraws.Expected,
            QuantityScale = QuantityScale,
            MoneyScale = MoneyScale,
            PriceSensitivity = market.Sensitivity,
        });
        return world with { Account = new AccountTerms { PayoutEveryDays = 14, ReserveDays = 0 } };
    }

    private static double Profit(LogitMarket market, double price) => market.Shares([price, price])[0] * (price - market.Cost[0]) * MoneyScale * QuantityScale;

    private static Money Cents(double price) => new((long)Math.Round(price * MoneyScale));
}
