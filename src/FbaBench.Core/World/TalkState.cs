namespace FbaBench.World;

/// <summary>Dealings of a seller with a supplier of an offer: a view into the state.</summary>
internal readonly ref struct TalkState(Span<int> words)
{
    public const int Words = 12;

    private readonly Span<int> _words = words;

    public static TalkState Of(WorldState state, int own, int supplier) =>
        new(state.Talks.Slice(((own * state.Layout.Suppliers) + supplier) * Words, Words));

    /// <summary>Agreed price in cents; 0 without one.</summary>
    public ref int AgreedPrice => ref _words[0];

    public ref int AgreedUnits => ref _words[1];

    /// <summary>Last day of the agreed price.</summary>
    public ref int AgreedUntil => ref _words[2];

    /// <summary>Price that the supplier asks, in cents; 0 when it asks none.</summary>
    public ref int AskPrice => ref _words[3];

    public ref int AskUnits => ref _words[4];

    /// <summary>Last day on which the asked price can be accepted.</summary>
    public ref int AskUntil => ref _words[5];

    /// <summary>Proposals in this round of talks.</summary>
    public ref int Rounds => ref _words[6];

    /// <summary>First day on which the supplier hears a proposal.</summary>
    public ref int TalksFrom => ref _words[7];

    /// <summary>Order days whose orders it has shipped: however an order is split, it counts once.</summary>
    public ref int OrdersShipped => ref _words[8];

    /// <summary>Day after the last of them.</summary>
    public ref int LastOrderDay => ref _words[11];

    /// <summary>The last inspection's <see cref="SupplierFinding"/>.</summary>
    public ref int Finding => ref _words[9];

    public ref int FindingDay => ref _words[10];
}
