namespace FbaBench.Contracts;

/// <summary>Dealings with a supplier of an offer under the commands of a draft. How it answers a proposal is known tomorrow.</summary>
internal sealed class DraftedTalk
{
    private readonly Quote _quote;
    private readonly int _day;
    private Bounds _talksFrom;
    private bool _mayAsk;
    private bool _mayBeSilent;
    private (long Price, int Units) _ask;
    private (long Price, int Units)? _agreed;
    private bool _isAgreed;

    /// <param name="quote">The supplier's quote.</param>
    /// <param name="state">The dealings of the morning.</param>
    /// <param name="day">Today.</param>
    public DraftedTalk(Quote quote, in SupplierState state, int day)
    {
        _quote = quote;
        _day = day;
        _talksFrom = Bounds.Exactly(state.TalksFrom);
        _mayAsk = state.Ask is not null && day <= state.AskUntil;
        _mayBeSilent = !_mayAsk;
        _ask = (state.Ask?.Cents ?? 0, state.AskUnits);
        _isAgreed = true;
        _agreed = state.Agreed is { } agreed && day <= state.AgreedUntil ? (agreed.Cents, state.AgreedUnits) : null;
    }

    /// <summary>What is paid at once for an order.</summary>
    public Bounds Deposit(int units)
    {
        var ladder = _quote.UnitPrice(units);
        var agreed = _agreed is { } price && units >= price.Units ? Money.Min(ladder, new(price.Price)) : ladder;
        return new(_quote.Deposit(units, agreed).Cents, _quote.Deposit(units, _isAgreed ? agreed : ladder).Cents);
    }

    public Verdict Propose(int index, MakeSupplierOffer proposal, IReadOnlyList<Quote> quotes, int highest)
    {
        var verdict = new Verdict(
            SupplierRules.Proposal(index, proposal, quotes, _day, (int)_talksFrom.Most, highest), SupplierRules.Proposal(index, proposal, quotes, _day, (int)_talksFrom.Least, highest));
        if (verdict.IsAccepted)
        {
            Lower(proposal.UnitPrice.Cents, proposal.Units);
            (_mayAsk, _mayBeSilent) = (true, true);
            _ask = (proposal.UnitPrice.Cents, proposal.Units);
            _talksFrom = (verdict.IsSure ? Bounds.Exactly(_day + 1) : _talksFrom).Or(Bounds.Exactly(NextTalks));
        }

        return verdict;
    }

    public Verdict Accept(int index, SupplierId supplier)
    {
        var verdict = new Verdict(SupplierRules.Asked(index, supplier, !_mayBeSilent), SupplierRules.Asked(index, supplier, _mayAsk));
        if (verdict.IsSure)
        {
            Agree(_ask.Price, _ask.Units);
        }
        else if (verdict.IsAccepted)
        {
            Lower(_ask.Price, _ask.Units);
            (_mayAsk, _mayBeSilent) = (false, true);
            _talksFrom = _talksFrom.Or(Bounds.Exactly(NextTalks));
        }

        return verdict;
    }

    /// <summary>A supplier's notice is confirmed: its price holds from the minimum on, unless a lower one stands.</summary>
    public void Confirm(long price)
    {
        if (!_isAgreed)
        {
            Lower(price, _quote.MinimumUnits);
            _talksFrom = _talksFrom.Or(Bounds.Exactly(NextTalks));
            _mayBeSilent = true;
        }
        else if (_agreed is not { } standing || price < standing.Price)
        {
            Agree(price, _quote.MinimumUnits);
        }
    }

    private int NextTalks => _day + SupplierRules.AgreementDays + 1;

    private void Agree(long price, int units)
    {
        _agreed = (price, units);
        _isAgreed = true;
        (_mayAsk, _mayBeSilent) = (false, true);
        _talksFrom = Bounds.Exactly(NextTalks);
    }

    /// <summary>A price that may have been agreed to.</summary>
    private void Lower(long price, int units)
    {
        _agreed = _agreed is { } standing ? (Math.Min(standing.Price, price), Math.Min(standing.Units, units)) : (price, units);
        _isAgreed = false;
    }
}
