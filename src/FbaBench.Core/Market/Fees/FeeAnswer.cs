namespace FbaBench;

/// <summary>The four ways in which a fee question is answered.</summary>
public enum FeeAnswerKind
{
    /// <summary>A table is in force and gives an amount, which may be zero.</summary>
    Amount,

    /// <summary>The date lies before the fee was introduced: nothing is charged.</summary>
    NotInForce,

    /// <summary>The fee exists on that date, but its table is not published here. The amount means nothing; read <see cref="FeeAnswer.Error"/>.</summary>
    NoTable,

    /// <summary>The world charges no fees at all.</summary>
    None,
}

/// <summary>The answer to one fee question.</summary>
/// <param name="Kind">Which of the four answers this is.</param>
/// <param name="Amount">The fee; zero unless <paramref name="Kind"/> is <see cref="FeeAnswerKind.Amount"/>.</param>
/// <param name="Error">For <see cref="FeeAnswerKind.NoTable"/>, a text that names fee, date and category; otherwise null.</param>
public readonly record struct FeeAnswer(FeeAnswerKind Kind, Money Amount, string? Error)
{
    /// <summary>An amount.</summary>
    public static FeeAnswer Of(Money amount) => new(FeeAnswerKind.Amount, amount, null);

    /// <summary>The fee was not yet introduced.</summary>
    public static FeeAnswer NotInForce => new(FeeAnswerKind.NotInForce, Money.Zero, null);

    /// <summary>The world charges no fees.</summary>
    public static FeeAnswer None => new(FeeAnswerKind.None, Money.Zero, null);

    /// <summary>There is no table.</summary>
    /// <param name="fee">Name of the fee.</param>
    /// <param name="date">The date asked for.</param>
    /// <param name="category">Category, size or rate card asked for.</param>
    public static FeeAnswer NoTable(string fee, SimDate date, string category) =>
        new(FeeAnswerKind.NoTable, Money.Zero, FeeTableMissingException.Describe(fee, date, category));
}

/// <summary>The answer to a fulfilment question: the fee with the size tier and the weight that it rests on.</summary>
/// <param name="Fee">The fee of one unit, fuel and logistics surcharge included.</param>
/// <param name="Tier">Size tier as the tables name it, for example <c>large_standard</c>; empty without a tier table.</param>
/// <param name="Size">Size class of the tier; standard without a tier table.</param>
/// <param name="ShippingWeightPounds">Shipping weight in pounds; whole pounds for bulky, extra-large and oversize tiers.</param>
/// <param name="Surcharge">The part of the fee that is the fuel and logistics surcharge.</param>
public readonly record struct FulfilmentAnswer(FeeAnswer Fee, string Tier, SizeClass Size, decimal ShippingWeightPounds, Money Surcharge);

/// <summary>The answer to a question about the charged part of a month's returned units.</summary>
/// <param name="Kind">Which of the four answers this is.</param>
/// <param name="UnitsCharged">Units that pay the fee, at least 0.</param>
public readonly record struct ReturnedUnitsAnswer(FeeAnswerKind Kind, long UnitsCharged);
