namespace FbaBench;

/// <summary>Steps of a measured world.</summary>
internal static class Forks
{
    public static Seat Seat { get; } = new(0);

    /// <summary>Plays a day and reads it.</summary>
    public static IReadOnlyList<OfferFigures> Play(this Simulation simulation, IReadOnlyList<Command> commands)
    {
        simulation.Step([new SeatDecision(Seat, new Decision(commands))]);
        return simulation.Figures();
    }

    /// <summary>Own offers of the product of this name, one a niche.</summary>
    public static OfferObservation[] Named(this Observation morning, string product) =>
        [.. morning.Offers.Where(offer => offer.Name.EndsWith('/' + product, StringComparison.Ordinal))];

    /// <summary>Commands that set the price of offers to a share of the reference price.</summary>
    public static IReadOnlyList<Command> AtShare(IEnumerable<OfferObservation> offers, double share) =>
        [.. offers.Select(offer => new SetPrice(offer.Id, new Money((long)Math.Round(offer.ReferencePrice.Cents * share))))];

    /// <summary>Position of an own offer among a day's figures.</summary>
    public static int IndexOf(IReadOnlyList<OfferFigures> figures, OfferObservation offer)
    {
        var name = offer.Name[(offer.Info.Niche.Length + 1)..] + "@0";
        for (var i = 0; i < figures.Count; i++)
        {
            if (figures[i].Niche == offer.Info.Niche && figures[i].Name == name)
            {
                return i;
            }
        }

        throw new InvalidOperationException($"The figures have no offer '{offer.Name}'.");
    }
}
