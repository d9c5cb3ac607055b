using System.Text;
using CsCheck;

namespace FbaBench.Tests.Contracts.Json.Decisions;

/// <summary>Whatever a text holds, it is read, or refused with a <see cref="FormatException"/>.</summary>
public sealed class AbsurdDecisionTests
{
    private static readonly Observation Today = SampleObservation.Create();
    private static readonly byte[] Troublesome = [.. "\"\\{}0e "u8, 0xFF, 0];

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("I would set the price to 18.49.")]
    [InlineData("```json\n[]\n```")]
    [InlineData("[] []")]
    [InlineData("[")]
    [InlineData("[{\"command\":\"closeBusiness\"},]")]
    [InlineData("[NaN]")]
    [InlineData("[Infinity]")]
    [InlineData("[01]")]
    [InlineData("[/* nothing */]")]
    [InlineData("['closeBusiness']")]
    [InlineData("\uFEFF[]")]
    public void What_is_no_JSON_is_refused_with_the_place_and_an_example(string text)
    {
        var message = Assert.Throws<FormatException>(() => DecisionJson.Read(text, Today)).Message;
        Assert.Contains("is no JSON at line ", message, StringComparison.Ordinal);
        Assert.Contains("[{\"command\":\"setPrice\",\"offer\":\"mugs/blue-mug\",\"price\":18.49}]", message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_text_is_refused()
    {
        Assert.Contains("UTF-8", Assert.Throws<FormatException>(() => DecisionJson.Read([.. "[\""u8, 0xC3, 0x28, .. "\"]"u8], Today)).Message, StringComparison.Ordinal);
        Assert.Contains("surrogate", Assert.Throws<FormatException>(() => DecisionJson.Read("""[{"command":"\ud800"}]""", Today)).Message, StringComparison.Ordinal);
        Assert.Contains("surrogate", Assert.Throws<FormatException>(() => DecisionJson.Read("""[{"\udc00":1}]""", Today)).Message, StringComparison.Ordinal);
        Assert.Equal(DecisionProblemKind.NotACommand, Assert.Single(DecisionJson.Read("[\"\ud800\"]", Today).Problems).Kind);
    }

    [Theory]
    [InlineData(63, false)]
    [InlineData(65, true)]
    [InlineData(100_000, true)]
    public void Deep_nesting_is_a_problem_or_refused(int depth, bool isRefused)
    {
        var text = new string('[', depth) + new string(']', depth);
        if (isRefused)
        {
            Assert.Throws<FormatException>(() => DecisionJson.Read(text, Today));
        }
        else
        {
            Assert.Equal(1, DecisionJson.Read(text, Today).ProblemCount);
        }
    }

    [Theory]
    [InlineData("1e999999999999999999999", DecisionProblemKind.NumberTooLarge)]
    [InlineData("-1e999999999999999999999", DecisionProblemKind.NumberTooLarge)]
    [InlineData("1e-999999999999999999999", DecisionProblemKind.TooManyDecimals)]
    [InlineData("92233720368547758.08", DecisionProblemKind.NumberTooLarge)]
    [InlineData("18.4900000000000000000000000000000000001", DecisionProblemKind.TooManyDecimals)]
    public void Absurd_numbers_are_problems(string number, DecisionProblemKind kind) =>
        Assert.Equal(kind, Assert.Single(DecisionJson.Read($$"""[{"command":"setPrice","offer":"mugs/blue-mug","price":{{number}}}]""", Today).Problems).Kind);

    [Fact]
    public void Long_values_are_cut_in_messages()
    {
        var digits = new string('9', 100_000);
        var letters = string.Concat(Enumerable.Repeat("\U0001F600", 50_000));
        var read = DecisionJson.Read($$"""[{"command":"{{letters}}"},{"command":"setPrice","offer":"{{letters}}","price":{{digits}},"{{letters}}":1}]""", Today);
        Assert.Equal(4, read.ProblemCount);
        Assert.All(read.Problems, problem => Assert.InRange(problem.Message.Length, 20, 1_000));
    }

    [Fact]
    public void A_seller_without_offers_is_told_so()
    {
        var nobody = SampleObservation.Create();
        typeof(Observation).GetProperty(nameof(Observation.Offers))!.SetValue(nobody, Array.Empty<OfferObservation>());
        Assert.Equal("$[0].offer: \"mug\" is not one of your offers; you have none.", Assert.Single(DecisionJson.Read("""[{"command":"closeOffer","offer":"mug"}]""", nobody).Problems).Message);
    }

    [Fact]
    [Trait("Category", "Property")]
    public void Changed_bytes_are_read_or_refused()
    {
        var good = Encoding.UTF8.GetBytes("""{"commands":[{"command":"placeOrder","offer":"mugs\/blue-mug","supplier":"factory","units":2e2},{"command":"setPrice","offer":"mugs/blue-mug","price":18.49}]}""");
        var readable = 0;
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte, Gen.Int[0, good.Length - 1], Gen.Int[0, Troublesome.Length - 1]).Sample(
            (first, one, second, other) =>
            {
                var bytes = (byte[])good.Clone();
                bytes[first] = one;
                bytes[second] = first % 2 == 0 ? Troublesome[other] : bytes[second];
                try
                {
                    var read = DecisionJson.Read(bytes, Today);
                    Assert.Equal(read.ProblemCount == 0, read.Decision.Commands.Count == 2);
                    Interlocked.Increment(ref readable);
                }
                catch (FormatException)
                {
                }
            },
            iter: 20_000);
        Assert.InRange(readable, 2_000, 18_000);
    }
}
