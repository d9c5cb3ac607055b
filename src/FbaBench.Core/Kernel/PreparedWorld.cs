using FbaBench.Kernel.Observing;
using FbaBench.Ledger;
using FbaBench.Market;
using FbaBench.World;

namespace FbaBench;

/// <summary>
/// A definition made ready to be played: checked, frozen, its fees looked up and its market solved. It never changes, and any number of simulations
/// and sessions, on any threads, share it: each then costs its state alone.
/// </summary>
public sealed class PreparedWorld
{
    private PreparedWorld(WorldModel model)
    {
        Model = model;
        foreach (var offer in model.Own)
        {
            // Made on first use; here, so that all threads see the same one.
            _ = offer.Info;
        }

        Rules = new(model);
        Mornings = new(model, Rules.Fees);
        BestSellers = new(model);
        Layout = new(model.Rows, model.Own.Length, model.Seats, model.Niches.Length, model.Suppliers, model.MailSlots, model.Definition.Limits, model.Laboratory, LedgerView.Accounts, LedgerView.CashHolders);
    }

    /// <summary>The definition, as a copy that nobody can change.</summary>
    public WorldDefinition Definition => Model.Definition;

    /// <summary>Live listings: own offers of all seats and rivals.</summary>
    public int Listings => Model.LiveRows;

    internal WorldModel Model { get; }

    internal WorldLayout Layout { get; }

    internal MarketModel Rules { get; }

    internal MorningCalendar Mornings { get; }

    internal BestSellers BestSellers { get; }

    /// <summary>Makes a definition ready. Later changes of its lists change nothing.</summary>
    /// <exception cref="WorldDefinitionException">The definition is not valid; the message names the field and what would be right.</exception>
    /// <exception cref="FeeTableMissingException">A day of the run has no published table for a fee that will be due.</exception>
    public static PreparedWorld Of(WorldDefinition definition)
    {
        WorldDefinitionValidator.Validate(definition);
        return new(WorldModel.Build(FrozenDefinition.Of(definition)));
    }

    /// <summary>A simulation on its first morning, under a seed of its own.</summary>
    public Simulation Start(WorldSeed seed) => Simulation.Begin(this, seed);

    internal WorldState NewState() => new(Model, Layout, new StateBlock(Layout.Words));
}
