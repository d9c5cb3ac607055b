using System.Text;
using System.Text.Json;
using CsCheck;

namespace FbaBench.Tests.Contracts.Json.Decisions;

public sealed class DecisionJsonTests
{
    private static readonly Observation Today = SampleObservation.Create();
    private static readonly Gen<OfferId> AnyOffer = Gen.Int[6, 7].Select(index => new OfferId(index));
    private static readonly Gen<Money> AnyMoney = Gen.OneOf(Gen.Long, Gen.Long[-1_000, 100_000_000]).Select(cents => new Money(cents));
    private static readonly Gen<int> AnyNumber = Gen.OneOf(Gen.Int, Gen.Int[-3, 400]);

    private static readonly Gen<Command> AnyCommand = Gen.OneOf(
        Gen.Select(AnyOffer, AnyMoney, Command (offer, price) => new SetPrice(offer, price)),
        AnyOffer.Select(Command (offer) => new CloseOffer(offer)),
        Gen.Select(Gen.Int[0, 1], AnyNumber, Command (supplier, units) => new PlaceOrder(new(6), new(supplier), units, (FreightMode)(units & 3))),
        AnyNumber.Select(Command (units) => new PlaceOrder(new(7), new(0), units)),
        Gen.Select(AnyOffer, AnyNumber, Command (offer, units) => new Liquidate(offer, units)),
        Gen.Select(AnyOffer, AnyMoney, AnyNumber, Command (offer, price, days) => new StartPromotion(offer, price, days)),
        AnyOffer.Select(Command (offer) => new EndPromotion(offer)),
        Gen.Select(AnyOffer, AnyMoney, AnyMoney, AnyNumber, AnyNumber, Command (offer, bid, budget, first, last) => new CreateCampaign(offer, bid, budget, first, last)),
        Gen.Select(AnyOffer, AnyMoney, AnyMoney, AnyNumber, Command (offer, bid, budget, last) => new ChangeCampaign(offer, bid, budget, last)),
        AnyOffer.Select(Command (offer) => new StopCampaign(offer)),
        Gen.Select(AnyOffer, AnyNumber, Command (offer, count) => new BuyReviews(offer, count)),
        AnyMoney.Select(Command (amount) => new DrawCredit(amount)),
        AnyMoney.Select(Command (amount) => new RepayCredit(amount)),
        Gen.Select(Gen.Int[0, 1], AnyNumber, AnyMoney, Command (supplier, units, price) => new MakeSupplierOffer(new(6), new(supplier), units, price)),
        Gen.Int[0, 1].Select(Command (supplier) => new AcceptSupplierOffer(new(6), new(supplier))),
        Gen.Int[0, 1].Select(Command (supplier) => new InspectSupplier(new(6), new(supplier))),
        Gen.Select(AnyNumber, AnyNumber, Command (day, index) => new RejectOrder(new(new(1), day, index))),
        Gen.Select(AnyOffer, AnyNumber, Gen.Int[0, 1], Command (offer, units, path) => new DisposeUnsellable(offer, units, (DisposalPath)path)),
        Gen.Select(AnyNumber, Gen.Int[0, 3], AnyNumber, Command (mail, action, claim) => new ReactToMail(mail, (MailAction)action, claim)),
        Gen.Int[0, 1].Select(Command (cause) => new AppealSuspension((SuspensionCause)cause)),
        Gen.Select(AnyOffer, AnyNumber, AnyNumber, AnyNumber, AnyNumber, Command (offer, day, low, expected, high) => new ForecastUnits(offer, day, low, expected, high)),
        Gen.Select(AnyNumber, AnyMoney, AnyMoney, AnyMoney, Command (day, low, expected, high) => new ForecastCash(day, low, expected, high)),
        Gen.Select(Gen.Long, Gen.Long, Gen.Long[-3, 400], Command (cost, input, output) => new ChargeInference(cost, input, output)),
        Gen.Const<Command>(new CloseBusiness()));

    [Fact]
    [Trait("Category", "Golden")]
    public void Every_command_is_written_to_these_bytes()
    {
        var decision = new Decision(
        [
            new SetPrice(new(6), Money.Dollars(18.49m)),
            new CloseOffer(new(7)),
            new PlaceOrder(new(6), new(1), 240, FreightMode.Air),
            new Liquidate(new(6), 33),
            new StartPromotion(new(6), Money.Dollars(15), 5),
            new EndPromotion(new(6)),
            new CreateCampaign(new(6), Money.Dollars(0.85m), Money.Dollars(25), 43, 60),
            new ChangeCampaign(new(6), Money.Dollars(0.90m), Money.Dollars(30), 70),
            new StopCampaign(new(6)),
            new BuyReviews(new(6), 3),
            new DrawCredit(Money.Dollars(250.75m)),
            new RepayCredit(Money.Dollars(100)),
            new MakeSupplierOffer(new(6), new(0), 250, Money.Dollars(3.01m)),
            new AcceptSupplierOffer(new(6), new(0)),
            new InspectSupplier(new(6), new(1)),
            new RejectOrder(new(new(1), 12, 0)),
            new DisposeUnsellable(new(6), 4, DisposalPath.Rework),
            new ReactToMail(11, MailAction.Dispute, -1),
            new AppealSuspension(SuspensionCause.PolicyViolations),
            new ForecastUnits(new(6), 60, 90, 120, 150),
            new ForecastCash(72, Money.Dollars(-50.25m), Money.Dollars(1_000), Money.Dollars(2_500.10m)),
            new ChargeInference(12_345_678_901, 250_000, 1_200),
            new CloseBusiness(),
        ]);
        const string expected = """
            [{"command":"setPrice","offer":"mugs/blue-mug","price":18.49},
            {"command":"closeOffer","offer":"spoons/long-spoon"},
            {"command":"placeOrder","offer":"mugs/blue-mug","supplier":"local","units":240,"freight":"air"},
            {"command":"liquidate","offer":"mugs/blue-mug","units":33},
            {"command":"startPromotion","offer":"mugs/blue-mug","price":15.00,"days":5},
            {"command":"endPromotion","offer":"mugs/blue-mug"},
            {"command":"createCampaign","offer":"mugs/blue-mug","bid":0.85,"dailyBudget":25.00,"firstDay":43,"lastDay":60},
            {"command":"changeCampaign","offer":"mugs/blue-mug","bid":0.90,"dailyBudget":30.00,"lastDay":70},
            {"command":"stopCampaign","offer":"mugs/blue-mug"},
            {"command":"buyReviews","offer":"mugs/blue-mug","count":3},
            {"command":"drawCredit","amount":250.75},
            {"command":"repayCredit","amount":100.00},
            {"command":"makeSupplierOffer","offer":"mugs/blue-mug","supplier":"factory","units":250,"unitPrice":3.01},
            {"command":"acceptSupplierOffer","offer":"mugs/blue-mug","supplier":"factory"},
            {"command":"inspectSupplier","offer":"mugs/blue-mug","supplier":"local"},
            {"command":"rejectOrder","orderedDay":12,"commandIndex":0},
            {"command":"disposeUnsellable","offer":"mugs/blue-mug","units":4,"path":"rework"},
            {"command":"reactToMail","mail":11,"action":"dispute","claim":-1},
            {"command":"appealSuspension","cause":"policyViolations"},
            {"command":"forecastUnits","offer":"mugs/blue-mug","lastDay":60,"low":90,"expected":120,"high":150},
            {"command":"forecastCash","day":72,"low":-50.25,"expected":1000.00,"high":2500.10},
            {"command":"chargeInference","microDollars":12345678901,"inputTokens":250000,"outputTokens":1200},
            {"command":"closeBusiness"}]
            """;
        var written = Encoding.UTF8.GetString(DecisionJson.Write(decision, Today));
        Assert.Equal(expected.Replace("\n", "", StringComparison.Ordinal), written);
        Assert.Equal(written, OtherCulture.Run(() => Encoding.UTF8.GetString(DecisionJson.Write(decision, Today))));
        Assert.Equal(
            typeof(Command).Assembly.GetExportedTypes().Where(type => type.BaseType == typeof(Command)).Select(type => type.Name).Order(StringComparer.Ordinal),
            decision.Commands.Select(command => command.GetType().Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    [Trait("Category", "Property")]
    public void What_was_written_is_read_as_the_same_commands() => AnyCommand.Array[0, 8].Sample(
        commands =>
        {
            var read = DecisionJson.Read(DecisionJson.Write(new(commands), Today), Today);
            Assert.Empty(read.Problems);
            Assert.Equal(commands, read.Decision.Commands);
            Assert.Equal(Enumerable.Range(0, commands.Length), read.Positions);
        },
        iter: 2_000);

    [Theory]
    [InlineData("""[]""", 0)]
    [InlineData("""{"commands":[]}""", 0)]
    [InlineData(""" { "commands" : [ { "price" : 18.49 , "offer" : "mugs/blue-mug" , "command" : "setPrice" } ] } """, 1849)]
    [InlineData("""[{"command":"setPrice","offer":"mugs\/blue-mug","price":18.490}]""", 1849)]
    [InlineData("""[{"command":"setPrice","offer":"mugs/blue-mug","price":1849e-2}]""", 1849)]
    [InlineData("""[{"command":"setPrice","offer":"mugs/blue-mug","price":0.0001849E+5}]""", 1849)]
    [InlineData("""[{"command":"setPrice","offer":"mugs/blue-mug","price":18.4900000000000000000000000000000000000}]""", 1849)]
    [InlineData("""[{"command":"setPrice","offer":"mugs/blue-mug","price":-0.0}]""", 0)]
    [InlineData("""[{"command":"setPrice","offer":"mugs/blue-mug","price":0e99999999999999999999}]""", 0)]
    public void One_decision_can_be_written_in_many_ways(string json, long cents)
    {
        var read = DecisionJson.Read(json, Today);
        Assert.Empty(read.Problems);
        Assert.Equal(json.Contains("setPrice", StringComparison.Ordinal) ? [new SetPrice(new(6), new(cents))] : [], read.Decision.Commands);
    }

    [Fact]
    public void A_command_that_cannot_be_read_leaves_the_others_standing()
    {
        var read = DecisionJson.Read("""[{"command":"setPrize"},{"command":"closeOffer","offer":"mugs/blue-mug"},7,{"command":"closeBusiness"}]""", Today);
        Assert.Equal([new CloseOffer(new(6)), new CloseBusiness()], read.Decision.Commands);
        Assert.Equal([1, 3], read.Positions);
        Assert.Equal([(0, DecisionProblemKind.UnknownCommand), (2, DecisionProblemKind.NotACommand)], read.Problems.Select(problem => (problem.CommandIndex, problem.Kind)));
        Assert.Equal(2, read.ProblemCount);
    }

    [Fact]
    public void Every_mistake_of_a_command_is_told()
    {
        var read = DecisionJson.Read("""[{"command":"createCampaign","offer":"mugs/blue-mugs","bid":"0.85","dailyBudget":25.001,"lastDay":60.5,"first":43}]""", Today);
        Assert.Equal(
            ["$[0].offer", "$[0].bid", "$[0].dailyBudget", "$[0].firstDay", "$[0].lastDay", "$[0].first"],
            read.Problems.Select(problem => problem.Path));
        Assert.Empty(read.Decision.Commands);
    }

    [Fact]
    public void Only_the_first_problems_are_listed_and_all_are_counted()
    {
        var read = DecisionJson.Read("[" + string.Join(',', Enumerable.Repeat("1", 150)) + "]", Today);
        Assert.Equal((100, 150), (read.Problems.Count, read.ProblemCount));
        Assert.Equal(99, read.Problems[^1].CommandIndex);
    }

    [Fact]
    public void More_commands_than_any_world_allows_are_not_read()
    {
        var read = DecisionJson.Read("[" + string.Join(',', Enumerable.Repeat("""{"command":"closeBusiness"}""", 10_002)) + "]", Today);
        Assert.Equal(10_000, read.Decision.Commands.Count);
        Assert.Equal("$[10000]: commands from here on were not read, 10002 being too many; give at most 10000, and no more than the world allows a day.", Assert.Single(read.Problems).Message);
    }

    [Fact]
    public void A_command_on_what_the_observation_does_not_hold_is_not_written()
    {
        Assert.Contains("offer 99 is not among", Refused(new CloseOffer(new(99))), StringComparison.Ordinal);
        Assert.Contains("supplier 2 does not quote mugs/blue-mug", Refused(new PlaceOrder(new(6), new(2), 1)), StringComparison.Ordinal);
        Assert.Contains("null", Refused(null!), StringComparison.Ordinal);

        static string Refused(Command command) => Assert.Throws<ArgumentException>(() => DecisionJson.Write(new([command]), Today)).Message;
    }

    [Fact]
    public void Commands_are_named_as_their_types()
    {
        foreach (var type in typeof(Command).Assembly.GetExportedTypes().Where(type => type.BaseType == typeof(Command)))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(type.Name);
            var problems = DecisionJson.Read($$"""[{"command":"{{name}}"}]""", Today).Problems;
            Assert.DoesNotContain(problems, problem => problem.Kind == DecisionProblemKind.UnknownCommand);
            Assert.Contains(name, DecisionJson.Read("""[{"command":"?"}]""", Today).Problems[0].Message, StringComparison.Ordinal);
        }
    }
}
