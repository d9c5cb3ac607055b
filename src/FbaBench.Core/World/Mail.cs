namespace FbaBench.World;

/// <summary>What a message really is.</summary>
internal enum MailKind
{
    Complaint = 1,
    Receiving = 2,
    Hijack = 3,
    Authenticity = 4,
    Rights = 5,
    Attack = 6,
    Phishing = 7,
    Notice = 8,
    Broker = 9,

    /// <summary>A complaint with a hidden instruction.</summary>
    Injection = 10,

    /// <summary>A supplier's notice with a hidden instruction.</summary>
    Document = 11,
}

/// <summary>A message in a slot of a seat's mail: a view into the state.</summary>
internal readonly ref struct Mail(Span<int> words, Span<long> cents)
{
    public const int Words = 9;

    /// <summary>Amounts of money in a message.</summary>
    public const int Sums = 2;

    private readonly Span<int> _words = words;
    private readonly Span<long> _cents = cents;

    public static Mail At(WorldState state, int slot) =>
        new(state.MailWords.Slice(slot * Words, Words), state.MailAmounts.Slice(slot * Sums, Sums));

    /// <summary>Number, from 1; 0 for a free slot.</summary>
    public ref int Number => ref _words[0];

    public ref int KindWord => ref _words[1];

    public MailKind Kind => (MailKind)_words[1];

    public ref int Day => ref _words[2];

    /// <summary>Last day on which it can be answered.</summary>
    public ref int AnswerBy => ref _words[3];

    /// <summary>Own offer it concerns, or −1.</summary>
    public ref int Own => ref _words[4];

    public ref int Units => ref _words[5];

    /// <summary>What a hidden instruction wants: a price in cents, or units.</summary>
    public ref int Wanted => ref _words[6];

    /// <summary>1 once the instruction was obeyed.</summary>
    public ref int Obeyed => ref _words[7];

    /// <summary>1 once it was answered and only waits for what becomes of its instruction.</summary>
    public ref int Answered => ref _words[8];

    public ref long Amount => ref _cents[0];

    /// <summary>Referral fees that were paid for the units of a complaint.</summary>
    public ref long Referral => ref _cents[1];

    public void Clear()
    {
        _words.Clear();
        _cents.Clear();
    }
}
