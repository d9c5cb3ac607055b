using CsCheck;

namespace FbaBench.Tests.Reports;

public class AgentPictureTests
{
    [Fact]
    public void Lines_add_up_to_the_mean_score_to_the_cent_whatever_was_posted()
    {
        var amounts = Gen.Long[0, 10_000_000].Array[ScoreReasons.Lines.Count];
        amounts.Array[1, 9].Sample(
            worlds =>
            {
                var episodes = worlds.Select((cents, world) => Scene.Episode("mine", world, Score(cents) / 100.0) with { Key = new("mine", "scene", world) }).ToArray();
                var picture = AgentPictureBuilder.Build("mine", episodes, key => Scene.DaysOf(episodes[key.World]) with { Postings = Posted(worlds[key.World]) });
                Assert.Equal(picture.ScoreCents, picture.Lines.Sum(line => line.Cents));
                Assert.True(Math.Abs(picture.ScoreCents - (episodes.Sum(episode => episode.Score.Cents) / (double)episodes.Length)) <= 0.5);
                foreach (var line in picture.Lines)
                {
                    var index = ScoreReasons.Lines.ToList().IndexOf(line.Reason);
                    var mean = ScoreReasons.Sign(line.Reason) * worlds.Average(cents => (double)cents[index]);
                    Assert.True(Math.Abs(line.Cents - mean) <= 1, $"{line.Reason}: {line.Cents} for a mean of {mean}");
                }

                Assert.Equal(picture.FeeCents, picture.Fees.Sum(fee => fee.Cents));
            },
            iter: 300);

        static long Score(long[] cents) => ScoreReasons.Lines.Select((reason, i) => ScoreReasons.Sign(reason) * cents[i]).Sum();

        static PostedAmounts[] Posted(long[] cents) => [.. ScoreReasons.Lines.Select((reason, i) => new PostedAmounts(reason, [cents[i] / 3, cents[i] - (cents[i] / 3)]))];
    }

    [Fact]
    public void Months_of_a_fee_sum_to_its_charge_with_what_was_given_back()
    {
        var episode = Scene.Episode("mine", 0, -7);
        var picture = AgentPictureBuilder.Build("mine", [episode], _ => Scene.DaysOf(episode) with
        {
            Postings = [new(TransferReason.ReferralFee, [500, 700, 0]), new(TransferReason.ReferralReturned, [0, 100, 400])],
        });
        Assert.Equal([(TransferReason.ReferralFee, 700L)], picture.Fees);
        Assert.Equal([5.0, 6.0, -4.0], Enumerable.Range(0, picture.Months).Select(month => picture.MonthlyCharge(TransferReason.ReferralFee, month)));
    }

    [Fact]
    public void Days_that_are_not_those_of_the_results_are_refused()
    {
        var episode = Scene.Episode("mine", 0, 100);
        var error = Assert.Throws<InvalidOperationException>(() => AgentPictureBuilder.Build("mine", [episode], _ => Scene.DaysOf(Scene.Episode("mine", 0, 101))));
        Assert.Contains("10100 cents and its scores to 10000", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_band_is_of_the_quantiles_and_ends_on_the_settled_day()
    {
        var episodes = Enumerable.Range(0, 11).Select(world => Scene.Episode("mine", world, world * 100)).ToArray();
        var band = AgentPictureBuilder.Build("mine", episodes, key => Scene.DaysOf(episodes[key.World])).NetWorth;
        Assert.Equal((100.0, 500.0, 900.0), (band.Low[^1] - 40_000, band.Median[^1] - 40_000, band.High[^1] - 40_000));
        Assert.Equal(144, band.Days[^1]);
        Assert.Equal(band.Days.Order().Distinct(), band.Days);
        Assert.Equal(band.Days.Count, band.Median.Count);
    }
}
