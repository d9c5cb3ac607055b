namespace FbaBench;

/// <summary>Another seller of a price game, but for one day, on which it is made to ask a given price. It sees that price as its own the day after.</summary>
/// <param name="seller">The seller.</param>
/// <param name="day">The day of the deviation.</param>
/// <param name="price">What is asked on it.</param>
public sealed class ForcedDeviation(IAgent seller, int day, Money price) : IAgent
{
    /// <inheritdoc/>
    public bool ReadsOnlyWhileDeciding => seller.ReadsOnlyWhileDeciding;

    /// <inheritdoc/>
    public async ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(today);
        var decision = await seller.DecideAsync(today, context, cancellationToken).ConfigureAwait(false);
        return today.Day == day
            ? new([.. decision.Commands.Where(command => command is not SetPrice), new SetPrice(today.Offers[0].Id, price)])
            : decision;
    }
}
