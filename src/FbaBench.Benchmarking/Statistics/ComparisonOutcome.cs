namespace FbaBench;

/// <summary>What an interval of a difference decides.</summary>
public enum ComparisonOutcome
{
    /// <summary>The interval spans zero and is not within the margin.</summary>
    Undecided,

    /// <summary>The whole interval lies above zero.</summary>
    Better,

    /// <summary>The whole interval lies below zero.</summary>
    Worse,

    /// <summary>The whole interval lies between −margin and +margin: a difference that does not matter, whatever its sign.</summary>
    Equivalent,
}

/// <summary>What an interval of a difference decides about not being worse by a margin.</summary>
public enum MarginOutcome
{
    /// <summary>The interval has −margin in it.</summary>
    Undecided,

    /// <summary>The whole interval lies above −margin.</summary>
    NotWorse,

    /// <summary>The whole interval lies below −margin.</summary>
    Worse,
}
