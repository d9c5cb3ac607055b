namespace FbaBench.Contracts;

/// <summary>Credit and appeal under the commands of a draft.</summary>
internal sealed class DraftedAccount(Observation today, DraftedCash cash)
{
    private Bounds _owed = Bounds.Exactly(today.Credit.Owed.Cents);
    private int? _appealDay = today.Health.AppealDay;

    public Verdict Draw(int index, Money amount)
    {
        var (limit, last) = (today.Credit.Limit.Cents, today.Credit.LastDrawDay);
        var verdict = new Verdict(
            AccountRules.Draw(index, amount, today.Day, last, Math.Max(0, limit - _owed.Most)), AccountRules.Draw(index, amount, today.Day, last, Math.Max(0, limit - _owed.Least)));
        if (verdict.IsAccepted)
        {
            var drawn = new Bounds(verdict.IsSure ? amount.Cents : 0, amount.Cents);
            _owed = _owed.More(drawn);
            cash.Receive(drawn, amount.Cents);
        }

        return verdict;
    }

    public Verdict Repay(int index, Money amount)
    {
        var verdict = new Verdict(AccountRules.Repay(index, amount, _owed.Least), AccountRules.Repay(index, amount, _owed.Most));
        verdict = verdict.Then(cash.Covers(index, Bounds.Exactly(amount.Cents)));
        if (verdict.IsAccepted)
        {
            cash.Pay(Bounds.Exactly(amount.Cents), verdict.IsSure);
            _owed = _owed.Less(Bounds.Exactly(amount.Cents), verdict.IsSure);
        }

        return verdict;
    }

    public Verdict Appeal(int index, SuspensionCause cause)
    {
        var verdict = Verdict.Of(AccountRules.Appeal(index, cause, today.Health.SuspendedDay is not null, _appealDay));
        _appealDay = verdict.IsAccepted ? today.Day : _appealDay;
        return verdict;
    }
}
