namespace FbaBench.Tests.Contracts.Json.Decisions;

/// <summary>Each kind of mistake is told with its place, what was wrong and what would be right.</summary>
public sealed class DecisionProblemTests
{
    private const string Names = "setPrice, closeOffer, placeOrder, liquidate, startPromotion, endPromotion, createCampaign, changeCampaign, stopCampaign, buyReviews, drawCredit, repayCredit, makeSupplierOffer, acceptSupplierOffer, inspectSupplier, rejectOrder, disposeUnsellable, reactToMail, appealSuspension, forecastUnits, forecastCash, chargeInference, closeBusiness";

    private static readonly Observation Today = SampleObservation.Create();

    public static TheoryData<string, DecisionProblemKind, string> Mistakes => new()
    {
        { "5", DecisionProblemKind.NotCommands, "$: this is the number 5; write a list of commands, [] for none." },
        { "null", DecisionProblemKind.NotCommands, "$: this is null; write a list of commands, [] for none." },
        { "{}", DecisionProblemKind.NotCommands, "$.commands: there is no field commands; write a list of commands, [] for none." },
        { """{"commands":"none"}""", DecisionProblemKind.NotCommands, "$.commands: commands is the text \"none\"; write a list of commands, [] for none." },
        { """{"commands":[],"commands":[]}""", DecisionProblemKind.RepeatedField, "$.commands: commands stands more than once; write one list; none of them was read." },
        { """{"thoughts":"…","commands":[]}""", DecisionProblemKind.UnknownField, "$.thoughts: a decision has no field \"thoughts\"; leave it out; the only field is commands." },
        { """[[]]""", DecisionProblemKind.NotACommand, $"$[0]: this is a list; write an object with a field command: {Names}." },
        { """[{"offer":"mugs/blue-mug"}]""", DecisionProblemKind.MissingField, $"$[0].command: the name of the command is missing; add command: {Names}." },
        { """[{"command":true}]""", DecisionProblemKind.WrongType, $"$[0].command: command is true; write the name of one: {Names}." },
        { """{"commands":[{"command":"SetPrice"}]}""", DecisionProblemKind.UnknownCommand, $"$.commands[0].command: \"SetPrice\" is no command; use one of {Names}." },
        { Set("\"offer\":\"blue-mug\",\"price\":18.49"), DecisionProblemKind.UnknownOffer, "$[0].offer: \"blue-mug\" is not one of your offers; use \"mugs/blue-mug\" or \"spoons/long-spoon\"." },
        { Set("\"offer\":\"spoons/short-spoon\",\"price\":18.49"), DecisionProblemKind.UnknownOffer, "$[0].offer: \"spoons/short-spoon\" is not one of your offers; use \"spoons/long-spoon\" or \"mugs/blue-mug\"." },
        { Set("\"offer\":7,\"price\":18.49"), DecisionProblemKind.WrongType, "$[0].offer: offer is the number 7; write the name of one of your offers, for example \"mugs/blue-mug\"." },
        { Set("\"offer\":\"mugs/blue-mug\""), DecisionProblemKind.MissingField, "$[0].price: setPrice needs a field price; write dollars as a number with at most two decimals, for example 18.49." },
        { Set("\"offer\":\"mugs/blue-mug\",\"price\":18.499"), DecisionProblemKind.TooManyDecimals, "$[0].price: price 18.499 has more than two decimals and is not rounded for you; write dollars as a number with at most two decimals, for example 18.49." },
        { Set("\"offer\":\"mugs/blue-mug\",\"price\":\"18.49\""), DecisionProblemKind.WrongType, "$[0].price: price is the text \"18.49\"; write dollars as a number with at most two decimals, for example 18.49, without quotation marks." },
        { Set("\"offer\":\"mugs/blue-mug\",\"price\":null"), DecisionProblemKind.WrongType, "$[0].price: price is null; write dollars as a number with at most two decimals, for example 18.49." },
        { Set("\"offer\":\"mugs/blue-mug\",\"price\":\"NaN\""), DecisionProblemKind.WrongType, "$[0].price: price is the text \"NaN\"; write dollars as a number with at most two decimals, for example 18.49, without quotation marks." },
        { Set("\"offer\":\"mugs/blue-mug\",\"price\":1e300"), DecisionProblemKind.NumberTooLarge, "$[0].price: price 1e300 is beyond what a command can hold; write dollars as a number with at most two decimals, for example 18.49." },
        { Set("\"offer\":\"mugs/blue-mug\",\"price\":18.49,\"price\":19"), DecisionProblemKind.RepeatedField, "$[0].price: price stands more than once; write it once." },
        { Set("\"offer\":\"mugs/blue-mug\",\"price\":18.49,\"prize\":19"), DecisionProblemKind.UnknownField, "$[0].prize: setPrice has no field \"prize\"; leave it out; the fields are command, offer, price." },
        { Set("\"offer\":\"mugs/blue-mug\",\"price\":18.49,\"a b\\n\":19"), DecisionProblemKind.UnknownField, "$[0][\"a b\\n\"]: setPrice has no field \"a b\\n\"; leave it out; the fields are command, offer, price." },
        { Order("\"supplier\":\"factor\",\"units\":200"), DecisionProblemKind.UnknownSupplier, "$[0].supplier: \"factor\" does not quote mugs/blue-mug; use \"factory\" or \"local\"." },
        { Order("\"units\":200"), DecisionProblemKind.MissingField, "$[0].supplier: placeOrder needs a field supplier; write the name of a supplier that quotes the offer, for example \"factory\"." },
        { Order("\"supplier\":\"factory\",\"units\":200.5"), DecisionProblemKind.TooManyDecimals, "$[0].units: units 200.5 has decimals and is not rounded for you; write a whole number, for example 200." },
        { Order("\"supplier\":\"factory\",\"units\":2147483648"), DecisionProblemKind.NumberTooLarge, "$[0].units: units 2147483648 is beyond what a command can hold; write a whole number, for example 200." },
        { Order("\"supplier\":\"factory\",\"units\":200,\"freight\":\"ship\""), DecisionProblemKind.UnknownFreight, "$[0].freight: \"ship\" is no mode of freight; write \"sea\", \"air\" or \"express\", or leave it out." },
        { """[{"command":"reactToMail","mail":1,"action":"delete"}]""", DecisionProblemKind.UnknownValue, "$[0].action: \"delete\" is no action; write \"comply\" or \"report\" or \"refund\" or \"dispute\"." },
        { Order("\"supplier\":\"factory\",\"units\":200,\"freight\":3"), DecisionProblemKind.WrongType, "$[0].freight: freight is the number 3; write \"sea\", \"air\" or \"express\", or leave it out." },
        { Order("\"supplier\":\"factory\",\"units\":[200]"), DecisionProblemKind.WrongType, "$[0].units: units is a list; write a whole number, for example 200." },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_told_with_what_would_be_right(string json, DecisionProblemKind kind, string message)
    {
        var read = DecisionJson.Read(json, Today);
        var problem = Assert.Single(read.Problems);
        Assert.Equal((kind, message), (problem.Kind, problem.Message));
        Assert.Equal(message.StartsWith("$[", StringComparison.Ordinal) || message.StartsWith("$.commands[", StringComparison.Ordinal) ? 0 : -1, problem.CommandIndex);
        Assert.Empty(read.Decision.Commands);
    }

    [Fact]
    public void Every_kind_of_mistake_is_shown_above() =>
        Assert.Equal(Enum.GetValues<DecisionProblemKind>().Except([DecisionProblemKind.TooManyCommands]), Mistakes.Select(row => (DecisionProblemKind)row[1]).Distinct().Order());

    [Fact]
    public void Of_many_names_the_three_nearest_are_told()
    {
        var many = SampleObservation.Create();
        var mug = many.Offers[0];
        string[] names = ["mugs/tall-mug", "mugs/red-mug", "mugs/blue-mug", "cups/blue-cup", "mugs/blue-jug"];
        typeof(Observation).GetProperty(nameof(Observation.Offers))!.SetValue(many, names.Select((name, i) => mug with { Info = mug.Info with { Id = new(i), Name = name } }).ToArray());
        Assert.Equal(
            "$[0].offer: \"Blue-Mugs\" is not one of your offers; use one of the 5 there are, the nearest being \"mugs/blue-mug\" or \"mugs/blue-jug\" or \"cups/blue-cup\".",
            Assert.Single(DecisionJson.Read("""[{"command":"closeOffer","offer":"Blue-Mugs"}]""", many).Problems).Message);
    }

    [Fact]
    public void A_single_command_is_asked_for_in_a_list()
    {
        var read = DecisionJson.Read("""{"command":"closeBusiness"}""", Today);
        Assert.Equal("$: this is a single command; put it into a list, [{\"command\":…}].", read.Problems[0].Message);
        Assert.Empty(read.Decision.Commands);
    }

    private static string Set(string fields) => $$"""[{"command":"setPrice",{{fields}}}]""";

    private static string Order(string fields) => $$"""[{"command":"placeOrder","offer":"mugs/blue-mug",{{fields}}}]""";
}
