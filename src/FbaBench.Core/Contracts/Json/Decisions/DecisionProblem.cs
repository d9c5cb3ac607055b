namespace FbaBench;

/// <summary>What kind of mistake a text of commands holds.</summary>
public enum DecisionProblemKind
{
    /// <summary>The text is JSON, but neither a list of commands nor an object with one.</summary>
    NotCommands,

    /// <summary>An entry of the list is no object.</summary>
    NotACommand,

    /// <summary>No command has this name.</summary>
    UnknownCommand,

    /// <summary>A field that the command needs is not there.</summary>
    MissingField,

    /// <summary>The command has no such field.</summary>
    UnknownField,

    /// <summary>A field stands more than once.</summary>
    RepeatedField,

    /// <summary>The value is of another type than the field.</summary>
    WrongType,

    /// <summary>The number is beyond what any command can hold.</summary>
    NumberTooLarge,

    /// <summary>A number of dollars has more than two decimals, or one that must be whole has any.</summary>
    TooManyDecimals,

    /// <summary>No own offer has this name.</summary>
    UnknownOffer,

    /// <summary>No quote of the offer is of a supplier of this name.</summary>
    UnknownSupplier,

    /// <summary>No mode of freight has this name.</summary>
    UnknownFreight,

    /// <summary>The field knows no such value.</summary>
    UnknownValue,

    /// <summary>The list is longer than any world allows; the rest was not read.</summary>
    TooManyCommands,
}

/// <summary>A mistake in a text of commands, and what would be right.</summary>
/// <param name="CommandIndex">Position in the text's list, from 0; −1 for the text as a whole.</param>
/// <param name="Kind">What kind of mistake.</param>
/// <param name="Path">Where, for example <c>$[1].price</c>.</param>
/// <param name="Wrong">What was wrong, as half a sentence.</param>
/// <param name="Right">What would be right, as half a sentence.</param>
public sealed record DecisionProblem(int CommandIndex, DecisionProblemKind Kind, string Path, string Wrong, string Right)
{
    /// <summary>One sentence that says where, what was wrong and what would be right.</summary>
    public string Message => $"{Path}: {Wrong}; {Right}.";
}
