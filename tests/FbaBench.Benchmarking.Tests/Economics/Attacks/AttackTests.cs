using System.Globalization;

namespace FbaBench.Tests.Economics;

/// <summary>
/// No trick against a single mechanism brings money (docs/evidence/attacks.md): the tuned rule with each against the tuned rule, in the same worlds. A few worlds by
/// default; FBABENCH_LONG=1 plays all and writes the tables.
/// </summary>
[Trait("Category", "Long")]
public sealed class AttackTests
{
    private static int Worlds => LongRun.IsWhole ? 32 : 4;

    private static readonly string[] Scenarios = ["first-year", "gift-shop"];

    [Fact]
    public void No_trick_brings_money()
    {
        var gainers = new List<string>();
        var untried = Attack.All.Select(attack => attack.Name).ToHashSet();
        foreach (var scenario in Scenarios)
        {
            var table = new AttackTable(scenario, Worlds);
            foreach (var attack in Attack.All)
            {
                var (gain, score, isTried) = table.Add(attack);
                if (isTried)
                {
                    untried.Remove(attack.Name);
                }

                if (gain.Low > attack.MostGain * score)
                {
                    gainers.Add(string.Create(CultureInfo.InvariantCulture, $"'{attack.Name}' brings {gain.Mean:0} ± {gain.HalfWidth:0} of {score:0} dollars in {scenario}"));
                }
            }

            Evidence.Write("attacks-" + scenario, table.ToString(), "md");
        }

        // A trick that is never tried proves nothing.
        Assert.Empty(untried);
        Assert.True(gainers.Count == 0, string.Join('\n', gainers));
    }

    /// <summary>What is measured is found when it is there: to order at all, against not to.</summary>
    [Fact]
    public void A_gain_that_is_there_is_found()
    {
        var worlds = ChoiceCell.Of("gift-shop, as shipped").Worlds(4);
        var attack = new Attack("", "wrong way round", (_, commands) => commands) { Against = (_, commands) => commands.Where(command => command is not PlaceOrder) };
        var gain = MeanInterval.Of([.. worlds.Play(attack.Attacker).Zip(worlds.Play(attack.Honest), (own, other) => own - other)]);
        Assert.True(gain.Low > attack.MostGain * Math.Abs(worlds.Play(attack.Honest).Average()), $"{gain}");
    }
}
