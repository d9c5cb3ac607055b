namespace FbaBench;

/// <summary>Shapley's shares of a game with few players: each player's mean contribution over all orders of joining.</summary>
internal static class Shapley
{
    /// <param name="values">Value of every coalition; bit i of the index is player i.</param>
    /// <returns>One share a player; they sum to the value of all less that of none.</returns>
    public static double[] Shares(IReadOnlyList<double> values)
    {
        var players = System.Numerics.BitOperations.Log2((uint)values.Count);
        var shares = new double[players];
        for (var coalition = 0; coalition < values.Count; coalition++)
        {
            var size = System.Numerics.BitOperations.PopCount((uint)coalition);
            for (var player = 0; player < players; player++)
            {
                if ((coalition & (1 << player)) == 0)
                {
                    shares[player] += Weight(players, size) * (values[coalition | (1 << player)] - values[coalition]);
                }
            }
        }

        return shares;
    }

    /// <summary>Share of the orders in which exactly these came before: size! (players − size − 1)! / players!.</summary>
    private static double Weight(int players, int size)
    {
        var weight = 1.0 / players;
        for (var i = 1; i <= size; i++)
        {
            weight *= i / (double)(players - i);
        }

        return weight;
    }
}
