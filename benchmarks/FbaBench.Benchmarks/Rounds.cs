using System.Diagnostics;

namespace FbaBench.Benchmarks;

/// <summary>
/// Times work on a machine that others use too. Work is cut into short pieces, the same ones in every round, and a piece
/// counts with the median of its rounds: a stall hits a few pieces of one round and leaves no trace. Things that are to
/// be compared take turns within a round.
/// </summary>
internal sealed class Rounds
{
    private const int Fewest = 7;
    private const int Most = 101;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(2);

    private readonly List<double>[] _pieces;
    private long _before;

    private Rounds(int pieces) => _pieces = [.. Enumerable.Range(0, pieces).Select(_ => new List<double>())];

    /// <summary>Nanoseconds of every piece: the median over the rounds.</summary>
    /// <param name="pieces">Number of pieces.</param>
    /// <param name="round">Plays a round, and calls <see cref="Start"/> and <see cref="Stop"/> around each piece.</param>
    public static double[] Run(int pieces, Action<Rounds> round)
    {
        var watch = Stopwatch.StartNew();
        do
        {
            round(new Rounds(pieces));
        }
        while (watch.Elapsed < WarmUp);

        var rounds = new Rounds(pieces);
        watch.Restart();
        for (var i = 0; i < Fewest || (i < Most && watch.Elapsed < Enough); i++)
        {
            round(rounds);
        }

        return [.. rounds._pieces.Select(Median)];
    }

    public void Start() => _before = Stopwatch.GetTimestamp();

    /// <summary>Ends a piece; the next one starts here unless <see cref="Start"/> is called.</summary>
    public void Stop(int piece)
    {
        var now = Stopwatch.GetTimestamp();
        _pieces[piece].Add((now - _before) * 1e9 / Stopwatch.Frequency);
        _before = Stopwatch.GetTimestamp();
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return (values[(values.Count - 1) / 2] + values[values.Count / 2]) / 2;
    }
}
