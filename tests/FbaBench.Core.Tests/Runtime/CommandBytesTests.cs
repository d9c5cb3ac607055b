using FbaBench.Runtime;

namespace FbaBench.Tests.Runtime;

/// <summary>The bytes of commands in a log, as docs/run-log.md has them; the same in schemas 1 and 2. A change of these needs a new schema number.</summary>
public sealed class CommandBytesTests
{
    private static readonly (Command Command, string Bytes)[] Known =
    [
        (new SetPrice(new(1), new(2)), "01010000000200000000000000"),
        (new CloseOffer(new(1)), "0201000000"),
        (new PlaceOrder(new(1), new(2), 3, FreightMode.Air), "0301000000020000000300000002000000"),
        (new Liquidate(new(1), 2), "040100000002000000"),
        (new CloseBusiness(), "05"),
        (new StartPromotion(new(1), new(2), 3), "0601000000020000000000000003000000"),
        (new EndPromotion(new(1)), "0701000000"),
        (new CreateCampaign(new(1), new(2), new(3), 4, 5), "0801000000020000000000000003000000000000000400000005000000"),
        (new ChangeCampaign(new(1), new(2), new(3), 4), "09010000000200000000000000030000000000000004000000"),
        (new StopCampaign(new(1)), "0A01000000"),
        (new BuyReviews(new(1), 2), "0B0100000002000000"),
        (new DrawCredit(new(1)), "0C0100000000000000"),
        (new RepayCredit(new(1)), "0D0100000000000000"),
        (new ForecastUnits(new(1), 2, 3, 4, 5), "0E0100000002000000030000000400000005000000"),
        (new ForecastCash(1, new(2), new(3), new(4)), "0F01000000020000000000000003000000000000000400000000000000"),
        (new ChargeInference(1, 2, 3), "10010000000000000002000000000000000300000000000000"),
        (new MakeSupplierOffer(new(1), new(2), 3, new(4)), "110100000002000000030000000400000000000000"),
        (new AcceptSupplierOffer(new(1), new(2)), "120100000002000000"),
        (new InspectSupplier(new(1), new(2)), "130100000002000000"),
        (new RejectOrder(new(new(1), 2, 3)), "14010000000200000003000000"),
        (new DisposeUnsellable(new(1), 2, DisposalPath.Rework), "15010000000200000001000000"),
        (new ReactToMail(1, MailAction.Dispute, 2), "16010000000300000002000000"),
        (new AppealSuspension(SuspensionCause.PolicyViolations), "1701000000"),
    ];

    public static TheoryData<string> Names => [.. Known.Select(one => one.Command.GetType().Name)];

    [Theory]
    [MemberData(nameof(Names))]
    [Trait("Category", "Golden")]
    public void A_command_has_the_bytes_of_the_schema(string name)
    {
        var (command, bytes) = Known.Single(one => one.Command.GetType().Name == name);
        var buffer = new LogBuffer();
        CommandCodec.Write(buffer, command);
        Assert.Equal((2, bytes), (RunLogFormat.Schema, Convert.ToHexString(buffer.Bytes)));
        var cursor = new LogCursor(Convert.FromHexString(bytes), 0);
        Assert.Equal(command, CommandCodec.Read(ref cursor, 0));
    }

    [Fact]
    public void Every_command_has_its_bytes() =>
        Assert.Equal(
            typeof(Command).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Command))).Select(type => type.Name).Order(StringComparer.Ordinal),
            Known.Select(one => one.Command.GetType().Name).Order(StringComparer.Ordinal));
}
