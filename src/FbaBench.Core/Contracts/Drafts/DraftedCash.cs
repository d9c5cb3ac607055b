namespace FbaBench.Contracts;

/// <summary>Cash under the commands of a draft.</summary>
internal sealed class DraftedCash
{
    /// <summary>
    /// What a price of freight may rise to from one morning to the next, as a factor: a draw within 8.3 standard deviations at the largest legal volatility, and
    /// all the way back that the shortest legal half-life allows, come to 1.7.
    /// </summary>
    private const int HighestFreight = 2;

    public DraftedCash(Observation today)
    {
        Expected = today.Cash.Cents;

        // The morning pays balances and duty before the commands, never more than there is.
        long due = 0;
        for (var i = 0; i < today.OpenOrders.Count; i++)
        {
            var order = today.OpenOrders[i];
            due += order.Balance.Cents + (HighestFreight * order.Charges.Cents);
        }

        Bounds = Bounds.Exactly(Expected).Less(new(0, due), isSure: false);
    }

    public Bounds Bounds { get; private set; }

    /// <summary>What is counted on.</summary>
    public long Expected { get; private set; }

    /// <summary>Whether a cost is covered.</summary>
    public Verdict Covers(int index, Bounds cost) =>
        new(AccountRules.Covered(index, cost.Most, Bounds.Least), AccountRules.Covered(index, cost.Least, Bounds.Most));

    /// <summary>The same of a cost that somebody asks who gives no credit: from cash at hand, if any.</summary>
    public Verdict CoversAtHand(int index, long cost) =>
        new(AccountRules.Covered(index, cost, Math.Max(0, Bounds.Least)), AccountRules.Covered(index, cost, Math.Max(0, Bounds.Most)));

    public void Pay(Bounds cost, bool isSure)
    {
        Bounds = Bounds.Less(cost, isSure);
        Expected -= cost.Most;
    }

    /// <summary>Takes an amount, or as much of it as there is.</summary>
    public void Lose(long cents, bool isSure)
    {
        Bounds = new(Left(Bounds.Least), isSure ? Left(Bounds.Most) : Bounds.Most);
        Expected = Left(Expected);

        long Left(long cash) => cash - Math.Min(cents, Math.Max(0, cash));
    }

    /// <summary>Gives money, an amount that is counted on or one that is not.</summary>
    public void Receive(Bounds amount, long expected)
    {
        Bounds = Bounds.More(amount);
        Expected += expected;
    }
}
