namespace FbaBench;

/// <summary>Two sellers who learn against each other, from first prices to the cycle in which their policies end.</summary>
internal sealed class LearningSession
{
    private readonly PriceGame _game;
    private readonly QLearningTerms _terms;
    private readonly PriceRounds _rounds;
    private readonly PriceLearner[] _learners;

    private LearningSession(PriceGame game, QLearningTerms terms, WorldSeed seed)
    {
        _game = game;
        _terms = terms;
        _rounds = new(game, seed);
        _learners = [new(game, terms, new(0)), new(game, terms, new(1))];
    }

    public static LearnedSession Run(PriceGame game, QLearningTerms terms, WorldSplit split, int session)
    {
        var seed = split.Training(session);
        var learning = new LearningSession(game, terms, seed);
        var (first, second) = learning.Learn();
        var hasConverged = learning.IsSettled;
        var periods = learning._learners[0].Period;
        var trainedOn = new TrainingOrigin
        {
            Definition = DefinitionDigest.Of(game.World.Definition).ToString(),
            Engine = TrainingOrigin.ThisEngine,
            Seed = seed.Value,
            Terms = terms,
            Periods = periods,
            HasConverged = hasConverged,
        };
        var policies = new[] { learning.Policy(0, first, trainedOn), learning.Policy(1, second, trainedOn) };
        var cycle = learning.Cycle(first, second);
        return new(session, seed, periods, hasConverged, policies, cycle);
    }

    private bool IsSettled => Math.Min(_learners[0].Unchanged, _learners[1].Unchanged) >= _terms.UnchangedPeriods;

    /// <summary>Plays until neither policy changes any more; returns the prices of the last period.</summary>
    private (int First, int Second) Learn()
    {
        var (one, two) = (_learners[0], _learners[1]);
        var (mine, yours) = (_rounds.ContextOf(0), _rounds.ContextOf(1));
        var (first, second) = (one.Choose(-1, mine), two.Choose(-1, yours));
        _rounds.Play(first, second);
        while (!IsSettled && one.Period < _terms.MostPeriods)
        {
            var (seenByOne, seenByTwo) = (State(first, second), State(second, first));
            (first, second) = (one.Choose(seenByOne, mine), two.Choose(seenByTwo, yours));
            _rounds.Play(first, second);
            one.Learn(seenByOne, first, _rounds.Profit(0), State(first, second));
            two.Learn(seenByTwo, second, _rounds.Profit(1), State(second, first));
        }

        return (first, second);
    }

    /// <summary>The prices that come back for ever when both play as they learned, from some prices on, and what they earn.</summary>
    private PriceRound[] Cycle(int first, int second)
    {
        var seen = new Dictionary<(int, int), int>();
        var rounds = new List<PriceRound>();
        while (seen.TryAdd((first, second), rounds.Count))
        {
            (first, second) = (_learners[0].Policy[State(first, second)], _learners[1].Policy[State(second, first)]);
            _rounds.Play(first, second);
            rounds.Add(new([_game.Prices[first], _game.Prices[second]], [new(_rounds.Profit(0)), new(_rounds.Profit(1))]));
        }

        return [.. rounds.Skip(seen[(first, second)])];
    }

    private LearnedPolicy Policy(int seat, int start, TrainingOrigin trainedOn) => new()
    {
        Seat = seat,
        Prices = _game.Prices,
        Start = start,
        Answers = [.. _learners[seat].Policy],
        RestockBelow = _game.RestockBelow,
        OrderUnits = _game.OrderUnits,
        TrainedOn = trainedOn,
    };

    private int State(int own, int other) => (own * _game.Prices.Count) + other;
}
