namespace FbaBench.Primitives;

/// <summary>What a draw decides. The numbers are part of every draw's identity: never reuse or change one.</summary>
internal enum Mechanism : ushort
{
    NicheFactor = 1,
    Orders = 2,
    Sessions = 3,
    Rechoice = 4,
    AfterSale = 5,
    Production = 6,
    Transit = 7,
    Receiving = 8,
    Rival = 9,
    SeatOrder = 10,
    RechoiceOrder = 11,
    Agent = 12,
    ScenarioWorld = 13,
    SearchDay = 14,
    AdTie = 15,
    AdOrders = 16,
    AdClicks = 17,
    RivalBid = 18,
    RivalPresence = 19,
    Lateness = 20,
    Review = 21,
    RivalReviews = 22,
    RivalStars = 23,
    BoughtReview = 24,
    ReviewDetection = 25,
    FreightPrice = 26,
    StandingDemand = 40,
    Shock = 41,
    Honesty = 42,
    Reservation = 43,
    LotQuality = 44,
    Defects = 45,
    ReceivingFate = 46,
    ListingMonth = 48,
    SeatMonth = 49,
    HijackRemoval = 50,
    StaffFalls = 51,
    Appeal = 52,
    CounterfeitReview = 53,
    Unanswered = 54,
    Instruction = 55,
    AttackReview = 56,
}

/// <summary>
/// Draws as functions of (world, mechanism, entity, day, ordinal). There is no stream: asking twice gives the same answer,
/// and no draw depends on which others were made. Counter = entity 64 · day 32 · mechanism 16 · ordinal 16 bits.
/// </summary>
internal readonly struct KeyedDraws
{
    // 52 bits plus a half keep u strictly inside (0, 1), and both u and 1 − u exact doubles.
    private const double TwoTo52 = 1UL << 52;
    private const double Unit52 = 1 / TwoTo52;
    private const double Unit32 = 1.0 / (1UL << 32);

    private readonly uint _key0;
    private readonly uint _key1;
    private readonly Future _future;

    public KeyedDraws(ulong key)
        : this(key, Future.None)
    {
    }

    private KeyedDraws(ulong key, Future future)
    {
        _key0 = (uint)key;
        _key1 = (uint)(key >> 32);
        _future = future;
    }

    public static KeyedDraws ForWorld(WorldSeed seed) => new(seed.Value);

    /// <summary>The draws of a world that goes on from a day as in another future: what was drawn before stays as it was.</summary>
    public static KeyedDraws ForWorld(WorldSeed seed, Future future) => new(seed.Value, future);

    /// <summary>Draws of an agent, apart from all draws of the world.</summary>
    public static KeyedDraws ForAgent(WorldSeed seed, Seat seat, int repeat) =>
        new(EntityKey.Combine(EntityKey.Combine(seed.Value, 0xA6E27UL), ((ulong)(uint)seat.Index << 32) | (uint)repeat));

    public PhiloxBlock Bits(Mechanism mechanism, ulong entity, int day, int ordinal = 0)
    {
        if ((uint)ordinal > ushort.MaxValue)
        {
            // The ordinal has 16 bits in the counter; higher ones move the identity instead.
            entity = EntityKey.Combine(entity, (ulong)(uint)(ordinal >> 16));
        }

        var tail = ((uint)mechanism << 16) | (ushort)ordinal;
        var (key0, key1) = Key(mechanism, day);
        return Philox4x32.Block(new((uint)entity, (uint)(entity >> 32), (uint)day, tail), key0, key1);
    }

    /// <summary>Uniform on (0, 1), 52 bits.</summary>
    public double Uniform(Mechanism mechanism, ulong entity, int day, int ordinal = 0) =>
        ToUniform(Bits(mechanism, entity, day, ordinal));

    /// <summary>What the counters of a day's draws share: word 3, and the two words of the key.</summary>
    public (uint Word3, uint Key0, uint Key1) Counter(Mechanism mechanism, int day, ushort ordinal)
    {
        var (key0, key1) = Key(mechanism, day);
        return (((uint)mechanism << 16) | ordinal, key0, key1);
    }

    private (uint Key0, uint Key1) Key(Mechanism mechanism, int day) =>
        _future.IsAnother && _future.Has(mechanism, day) ? ((uint)_future.Key, (uint)(_future.Key >> 32)) : (_key0, _key1);

    public static double ToUniform(PhiloxBlock bits) =>
        (((((ulong)bits.X1 << 32) | bits.X0) >> 12) + 0.5) * Unit52;

    /// <summary>Uniform on (0, 1) from one word, for decisions that need no more than 32 bits.</summary>
    public static double ToUniform(uint word) => (word + 0.5) * Unit32;
}
