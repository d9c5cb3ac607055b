using System.CommandLine;
using FbaBench;
using FbaBench.Cli;

// Exit codes: 0 all well, 1 a check failed, 2 wrong use, 3 to 6 sealed worlds refused, 7 the limit of cost, 130 stopped. Everything else of the process is in the commands.
var root = new RootCommand("Benchmarks agents that run a seller's business on a simulated marketplace.")
{
    RunCommand.Create(),
    StatusCommand.Create(),
    SealCommand.Create(),
    VerifyCommand.Create(),
    ReplayCommand.Create(),
    ForkCommand.Create(),
    DiffCommand.Create(),
    ExportCommand.Create(),
    ValueCommand.Create(),
    PowerCommand.Create(),
    LeaderboardCommand.Create(),
    MetricsCommand.Create(),
    RescoreCommand.Create(),
    ValidateCommand.Create(),
    FeesCommand.Create(),
    CertifyCommand.Create(),
    HashesCommand.Create(),
    RealismCommand.Create(),
    SensitivityCommand.Create(),
    ScenariosCommand.Create(),
    ShopCommand.Create(),
};
var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    // What was not understood says more than what is therefore missing.
    foreach (var error in parsed.Errors.Count > 1 ? parsed.Errors.Where(error => !error.Message.StartsWith("Required command", StringComparison.Ordinal)) : parsed.Errors)
    {
        await Console.Error.WriteLineAsync(error.Message);
    }

    await Console.Error.WriteLineAsync($"See: fbabench {string.Join(' ', args.TakeWhile(arg => root.Subcommands.Any(command => command.Name == arg)))} --help".Replace("  ", " ", StringComparison.Ordinal));
    return ExitCodes.WrongUse;
}

try
{
    // After a signal the day in hand is given up and what is finished is counted; a busy machine needs more than the default two seconds.
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(10) });
}
catch (SealException error)
{
    await Console.Error.WriteLineAsync(error.Message);
    return SealCommand.Code(error.Fault);
}
catch (OperationCanceledException)
{
    await Console.Error.WriteLineAsync("Stopped.");
    return ExitCodes.Stopped;
}
catch (Exception error)
{
    await Console.Error.WriteLineAsync(error.Message.Split(" (Parameter", 2)[0]);
    return ExitCodes.WrongUse;
}
