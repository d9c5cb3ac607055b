namespace FbaBench;

/// <summary>A seller's line of credit.</summary>
/// <param name="Owed">What is drawn and not repaid.</param>
/// <param name="Limit">Most that may be owed today.</param>
/// <param name="Available">What could be drawn today: the limit less what is owed; zero after the last day.</param>
/// <param name="AnnualRate">Interest a year.</param>
/// <param name="LastDrawDay">Last day on which credit can be drawn; it may lie before the start.</param>
public readonly record struct CreditState(Money Owed, Money Limit, Money Available, double AnnualRate, int LastDrawDay);
