namespace FbaBench;

/// <summary>Checks of numbers that users set.</summary>
internal static class Ranges
{
    /// <exception cref="ArgumentException">The value is not in its range.</exception>
    public static double Checked(string name, double value, double low, double high) => value >= low && value <= high
        ? value
        : throw new ArgumentException(FormattableString.Invariant($"{name} is {value}; allowed is {low} to {high}."), name);
}
