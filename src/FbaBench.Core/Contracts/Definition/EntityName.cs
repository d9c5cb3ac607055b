namespace FbaBench;

/// <summary>The one rule for names of agents, scenarios, niches, products, rivals and suppliers.</summary>
public static class EntityName
{
    private const int Longest = 60;

    /// <summary>The rule in words.</summary>
    public static string Rule => "1 to 60 lower-case letters, digits, hyphens and dots, starting with a letter or digit";

    /// <summary>Whether a text is a name.</summary>
    public static bool IsValid(string? text)
    {
        if (text is null || text.Length is 0 or > Longest || text[0] is '-' or '.')
        {
            return false;
        }

        foreach (var c in text)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '.'))
            {
                return false;
            }
        }

        return true;
    }
}
