namespace FbaBench;

/// <summary>SF15 and SF16: units per session.</summary>
internal static class ConversionFacts
{
    private const int LeastReviews = 20;
    private const int LeastUnits = 30;
    private const int November = 11;

    /// <summary>SF15: median over the year of established listings: shown on the first day, with twenty reviews then, and thirty units sold.</summary>
    public static FactValue Established(MarketYear year) => new(Sample.Median(year.Listings
        .Where(listing => listing.Position[0] > 0 && listing.FirstStars.Total >= LeastReviews && listing.Units.Sum() >= LeastUnits)
        .Select(listing => listing.Units.Sum() / (double)listing.Sessions.Sum())));

    /// <summary>SF16: conversion of all listings in November over the mean of those from February to June.</summary>
    public static FactValue IntoNovember(MarketYear year)
    {
        var (units, sessions) = (year.UnitsByDay(), year.SessionsByDay());
        var spring = Enumerable.Range(2, 5).Select(Of).OfType<double>().ToArray();
        return new(Of(November) / Sample.Mean(spring));

        double? Of(int month) => Sample.Ratio(year.Month(month).Sum(day => units[day]), year.Month(month).Sum(day => sessions[day]));
    }
}
