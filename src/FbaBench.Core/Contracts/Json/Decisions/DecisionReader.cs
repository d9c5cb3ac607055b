using System.Text.Json;
using static System.FormattableString;

namespace FbaBench.Contracts;

/// <summary>Reads commands from a document, one by one.</summary>
internal static class DecisionReader
{
    // No world allows more a day, see KernelLimits.CommandsPerDay.
    private const int MostCommands = 10_000;

    private const string Names = "setPrice, closeOffer, placeOrder, liquidate, startPromotion, endPromotion, createCampaign, changeCampaign, stopCampaign, buyReviews, drawCredit, repayCredit, makeSupplierOffer, acceptSupplierOffer, inspectSupplier, rejectOrder, disposeUnsellable, reactToMail, appealSuspension, forecastUnits, forecastCash, chargeInference, closeBusiness";
    private const string ListRule = "write a list of commands, [] for none";

    public static DecisionReading Read(JsonElement root, Observation today)
    {
        var problems = new DecisionProblems();
        var commands = new List<Command>();
        var positions = new List<int>();
        if (List(root, problems, out var path) is { } list)
        {
            var index = 0;
            foreach (var entry in list.EnumerateArray())
            {
                if (index == MostCommands)
                {
                    problems.Add(new(index, DecisionProblemKind.TooManyCommands, At(path, index), Invariant($"commands from here on were not read, {list.GetArrayLength()} being too many"), Invariant($"give at most {MostCommands}, and no more than the world allows a day")));
                    break;
                }

                if (Entry(entry, index, At(path, index), today, problems) is { } command)
                {
                    commands.Add(command);
                    positions.Add(index);
                }

                index++;
            }
        }

        return new(new(commands.AsReadOnly()), positions.AsReadOnly(), problems.Listed, problems.Count);
    }

    /// <summary>The list of commands, and its path; null with a problem where there is none.</summary>
    private static JsonElement? List(JsonElement root, DecisionProblems problems, out string path)
    {
        path = "$";
        if (root.ValueKind == JsonValueKind.Array)
        {
            return root;
        }

        if (root.ValueKind != JsonValueKind.Object)
        {
            problems.Add(new(-1, DecisionProblemKind.NotCommands, path, "this is " + DecisionProblems.Describe(root), ListRule));
            return null;
        }

        path = "$.commands";
        JsonElement? list = null;
        var count = 0;
        foreach (var property in root.EnumerateObject())
        {
            if (property.NameEquals("commands"))
            {
                count++;
                list = property.Value;
            }
            else if (!property.NameEquals("command"))
            {
                problems.Add(new(-1, DecisionProblemKind.UnknownField, DecisionProblems.Field("$", property.Name), $"a decision has no field {DecisionProblems.Quote(property.Name)}", "leave it out; the only field is commands"));
            }
        }

        if (root.TryGetProperty("command", out _))
        {
            problems.Add(new(-1, DecisionProblemKind.NotCommands, "$", "this is a single command", "put it into a list, [{\"command\":…}]"));
        }

        switch (count)
        {
            case 1 when list is { ValueKind: JsonValueKind.Array }:
                return list;
            case 0:
                problems.Add(new(-1, DecisionProblemKind.NotCommands, path, "there is no field commands", ListRule));
                return null;
            case 1:
                problems.Add(new(-1, DecisionProblemKind.NotCommands, path, "commands is " + DecisionProblems.Describe(list!.Value), ListRule));
                return null;
            default:
                problems.Add(new(-1, DecisionProblemKind.RepeatedField, path, "commands stands more than once", "write one list; none of them was read"));
                return null;
        }
    }

    private static Command? Entry(JsonElement entry, int index, string path, Observation today, DecisionProblems problems)
    {
        if (entry.ValueKind != JsonValueKind.Object)
        {
            problems.Add(new(index, DecisionProblemKind.NotACommand, path, "this is " + DecisionProblems.Describe(entry), "write an object with a field command: " + Names));
            return null;
        }

        if (!entry.TryGetProperty("command", out var value))
        {
            problems.Add(new(index, DecisionProblemKind.MissingField, path + ".command", "the name of the command is missing", "add command: " + Names));
            return null;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            problems.Add(new(index, DecisionProblemKind.WrongType, path + ".command", "command is " + DecisionProblems.Describe(value), "write the name of one: " + Names));
            return null;
        }

        var name = value.GetString()!;
        var before = problems.Count;
        var fields = new CommandFields(entry, name, index, path, today, problems);
        if (Build(name, fields) is not { } command)
        {
            problems.Add(new(index, DecisionProblemKind.UnknownCommand, path + ".command", DecisionProblems.Quote(name) + " is no command", "use one of " + Names));
            return null;
        }

        fields.RefuseOthers();
        return problems.Count == before ? command : null;
    }

    /// <summary>Arguments are read in the order in which they stand here.</summary>
    private static Command? Build(string name, CommandFields fields) => name switch
    {
        "setPrice" => new SetPrice(fields.Offer(), fields.Dollars("price")),
        "closeOffer" => new CloseOffer(fields.Offer()),
        "placeOrder" => new PlaceOrder(fields.Offer(), fields.Supplier(), fields.Whole("units"), fields.Freight()),
        "liquidate" => new Liquidate(fields.Offer(), fields.Whole("units")),
        "startPromotion" => new StartPromotion(fields.Offer(), fields.Dollars("price"), fields.Whole("days")),
        "endPromotion" => new EndPromotion(fields.Offer()),
        "createCampaign" => new CreateCampaign(fields.Offer(), fields.Dollars("bid"), fields.Dollars("dailyBudget"), fields.Whole("firstDay"), fields.Whole("lastDay")),
        "changeCampaign" => new ChangeCampaign(fields.Offer(), fields.Dollars("bid"), fields.Dollars("dailyBudget"), fields.Whole("lastDay")),
        "stopCampaign" => new StopCampaign(fields.Offer()),
        "buyReviews" => new BuyReviews(fields.Offer(), fields.Whole("count")),
        "drawCredit" => new DrawCredit(fields.Dollars("amount")),
        "repayCredit" => new RepayCredit(fields.Dollars("amount")),
        "makeSupplierOffer" => new MakeSupplierOffer(fields.Offer(), fields.Supplier(), fields.Whole("units"), fields.Dollars("unitPrice")),
        "acceptSupplierOffer" => new AcceptSupplierOffer(fields.Offer(), fields.Supplier()),
        "inspectSupplier" => new InspectSupplier(fields.Offer(), fields.Supplier()),
        "rejectOrder" => new RejectOrder(new(fields.Seat, fields.Whole("orderedDay"), fields.Whole("commandIndex"))),
        "disposeUnsellable" => new DisposeUnsellable(fields.Offer(), fields.Whole("units"), fields.OneOf<DisposalPath>("path")),
        "reactToMail" => new ReactToMail(fields.Whole("mail"), fields.OneOf<MailAction>("action"), fields.WholeOrZero("claim")),
        "appealSuspension" => new AppealSuspension(fields.OneOf<SuspensionCause>("cause")),
        "forecastUnits" => new ForecastUnits(fields.Offer(), fields.Whole("lastDay"), fields.Whole("low"), fields.Whole("expected"), fields.Whole("high")),
        "forecastCash" => new ForecastCash(fields.Whole("day"), fields.Dollars("low"), fields.Dollars("expected"), fields.Dollars("high")),
        "chargeInference" => new ChargeInference(fields.WholeLong("microDollars"), fields.WholeLong("inputTokens"), fields.WholeLong("outputTokens")),
        "closeBusiness" => new CloseBusiness(),
        _ => null,
    };

    private static string At(string path, int index) => Invariant($"{path}[{index}]");
}
