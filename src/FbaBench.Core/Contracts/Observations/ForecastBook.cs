namespace FbaBench;

/// <summary>A seller's forecasts: those that are open, and with their outcome those that fell due last evening.</summary>
/// <param name="Units">Of units, by last day.</param>
/// <param name="Cash">Of cash, by day.</param>
public sealed record ForecastBook(IReadOnlyList<UnitForecast> Units, IReadOnlyList<CashForecast> Cash);

/// <summary>A forecast as <see cref="ForecastUnits"/> registered it.</summary>
/// <param name="Offer">The own offer.</param>
/// <param name="FirstDay">The day it was registered, which counts.</param>
/// <param name="LastDay">The last day that counts.</param>
/// <param name="Low">Lower end.</param>
/// <param name="Expected">Expected units.</param>
/// <param name="High">Upper end.</param>
/// <param name="Actual">Units sold; null while it is open.</param>
public readonly record struct UnitForecast(OfferId Offer, int FirstDay, int LastDay, int Low, int Expected, int High, long? Actual);

/// <summary>A forecast as <see cref="ForecastCash"/> registered it.</summary>
/// <param name="Day">The day on whose evening it falls due.</param>
/// <param name="Low">Lower end.</param>
/// <param name="Expected">Expected cash.</param>
/// <param name="High">Upper end.</param>
/// <param name="Actual">Cash in the bank; null while it is open.</param>
public readonly record struct CashForecast(int Day, Money Low, Money Expected, Money High, Money? Actual);
