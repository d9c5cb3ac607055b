using System.Globalization;

namespace FbaBench;

/// <summary>
/// A seller as an experiment names it: a shipped agent, then <c>-name</c> for commands that it does not give and <c>+habit</c> for what it does beside, as in
/// <c>tuned-seller -createCampaign +buy-reviews</c>.
/// </summary>
internal sealed record SellerSpecification(string Agent, IReadOnlySet<string> Without, IReadOnlyList<Habit> Added)
{
    /// <exception cref="ArgumentException">An agent, command or habit is not known.</exception>
    public static SellerSpecification Parse(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            throw new ArgumentException($"a seller is named, one of {string.Join(", ", ShippedAgents.Names)}.");
        }

        _ = ShippedAgents.Factory(words[0]);
        var without = new HashSet<string>(StringComparer.Ordinal);
        var habits = new List<Habit>();
        foreach (var word in words[1..])
        {
            if (word[0] == '-' && CommandNames.All.Contains(word[1..]))
            {
                without.Add(word[1..]);
            }
            else if (word[0] == '+')
            {
                habits.Add(Habits.Find(word[1..]));
            }
            else
            {
                throw new ArgumentException($"'{word}' changes no seller; write -command, one of {string.Join(", ", CommandNames.All)}, or +habit, one of {string.Join(", ", Habits.Names)}.");
            }
        }

        return new(words[0], without, habits);
    }

    /// <summary>A fresh seller.</summary>
    public IAgent Make() => new ChangedSeller(ShippedAgents.Factory(Agent)(), Without, Added);
}

/// <summary>Names of commands: those of their records with a small first letter.</summary>
internal static class CommandNames
{
    public static IReadOnlyList<string> All { get; } =
    [
        Of(nameof(SetPrice)), Of(nameof(CloseOffer)), Of(nameof(PlaceOrder)), Of(nameof(Liquidate)), Of(nameof(StartPromotion)), Of(nameof(EndPromotion)),
        Of(nameof(CreateCampaign)), Of(nameof(ChangeCampaign)), Of(nameof(StopCampaign)), Of(nameof(BuyReviews)), Of(nameof(DrawCredit)), Of(nameof(RepayCredit)),
        Of(nameof(MakeSupplierOffer)), Of(nameof(AcceptSupplierOffer)), Of(nameof(InspectSupplier)), Of(nameof(RejectOrder)), Of(nameof(DisposeUnsellable)),
        Of(nameof(ReactToMail)), Of(nameof(AppealSuspension)), Of(nameof(ForecastUnits)), Of(nameof(ForecastCash)), Of(nameof(ChargeInference)), Of(nameof(CloseBusiness)),
    ];

    public static string Of(Command command) => Of(command.GetType().Name);

    private static string Of(string name) => char.ToLower(name[0], CultureInfo.InvariantCulture) + name[1..];
}

/// <summary>An agent with commands left out and habits added.</summary>
internal sealed class ChangedSeller(IAgent agent, IReadOnlySet<string> without, IReadOnlyList<Habit> habits) : IAgent
{
    public async ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
    {
        var decision = await agent.DecideAsync(today, context, cancellationToken).ConfigureAwait(false);
        if (!today.IsTrading)
        {
            return decision;
        }

        IReadOnlyList<Command> commands = [.. decision.Commands.Where(command => !without.Contains(CommandNames.Of(command)))];
        foreach (var habit in habits)
        {
            commands = [.. habit.Change(today, commands)];
        }

        return new(commands);
    }
}
