namespace FbaBench;

/// <summary>Chooses prices and learns from what comes of them.</summary>
internal abstract class PriceChooser
{
    /// <summary>A price for an offer; null leaves it to the base-stock rule, and teaches nothing.</summary>
    public abstract (Money Price, int Choice)? Choose(in PriceQuestion question, AgentContext context);

    /// <summary>Takes in a trial that is over, with the units that it is weighed by.</summary>
    public abstract void Learn(PriceTrial trial);

    /// <summary>An independent one that has learned the same.</summary>
    public abstract PriceChooser Copy();

    /// <summary>A world begins.</summary>
    public virtual void BeginWorld()
    {
    }

    /// <summary>A morning begins.</summary>
    public virtual void BeginDay()
    {
    }
}

/// <summary>An offer whose price is to be chosen.</summary>
/// <param name="Niche">Its niche.</param>
/// <param name="ReferencePrice">Its reference price.</param>
/// <param name="HighestPrice">Above it most shoppers would not find the offer; null where no price is too high.</param>
/// <param name="BreakEvenCents">The price at which a sale earns nothing.</param>
/// <param name="Situation">The situation.</param>
/// <param name="Day">The day.</param>
/// <param name="Place">Place among the offers.</param>
internal readonly record struct PriceQuestion(string Niche, Money ReferencePrice, Money? HighestPrice, double BreakEvenCents, PriceSituation Situation, int Day, int Place)
{
    /// <summary>A price less break-even, as a share of the reference price.</summary>
    public double Markup(Money price) => (price.Cents - BreakEvenCents) / ReferencePrice.Cents;
}
