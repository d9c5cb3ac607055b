using System.CommandLine;

namespace FbaBench.Cli;

/// <summary><c>fbabench verify LOG</c>: reads the chain of a run log and plays it again.</summary>
internal static class VerifyCommand
{
    public static CliCommand Create()
    {
        var log = new Argument<FileInfo>("LOG") { Description = "A run log (.fbalog)." };
        var json = CheckOutput.JsonOption();
        var agent = new Option<string?>("--agent") { Description = "Also plays the run again with its agent, from --tape, and compares every decision: the specification that it was run with. No model is asked." };
        var tape = new Option<FileInfo?>("--tape") { Description = "The agent's tape of the run (in the output folder: runs/agents/….tape)." };
        var seat = new Option<int>("--seat") { Description = "The agent's seat.", DefaultValueFactory = _ => 0 };
        var command = new CliCommand("verify", "Checks a run log: its chain, a replay of every day, its seal; with an agent and its tape, every decision.") { log, json, agent, tape, seat };
        command.Validators.Add(result =>
        {
            if (result.GetValue(agent) is null != result.GetValue(tape) is null)
            {
                result.AddError("--agent and --tape belong together: give both, or neither.");
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var stream = InputFile.Open(parsed.GetRequiredValue(log));
            var code = CheckOutput.Write(LogCheck.Verify(stream), parsed.GetValue(json));
            if (code != ExitCodes.Passed || parsed.GetValue(tape) is not { } file)
            {
                return code;
            }

            var line = await TapedAsync(stream, file, parsed.GetRequiredValue(agent)!, new Seat(parsed.GetValue(seat)), cancellationToken).ConfigureAwait(false);
            Console.WriteLine(parsed.GetValue(json) ? line.ToJson() : $"{(line.Pass ? "PASS" : "FAIL")}  {file.Name}  {line.Note}");
            return line.Pass ? ExitCodes.Passed : ExitCodes.CheckFailed;
        });
        return command;
    }

    private static async Task<CheckLine> TapedAsync(Stream log, FileInfo tape, string agent, Seat seat, CancellationToken cancellationToken)
    {
        log.Position = 0;
        using var reader = RunLogReader.Open(log, leaveOpen: true);
        using var recorded = InputFile.Open(tape);
        IAgent? player = null;
        try
        {
            player = AgentInput.Taped(agent, seat, recorded);
            var session = await SimulationSession.VerifyAgentAsync(reader, seat, player, cancellationToken).ConfigureAwait(false);
            await using var owned = session.ConfigureAwait(false);
            var last = session.Summary(seat).LastDecisionDay;
            var days = reader.Days.Count(day => day.Day <= last);
            return new("tape", days, null, null, true, "days", $"{days} days decided as on the tape, state {session.Hash}");
        }
        catch (Exception error) when (error is TapeException or RunLogException)
        {
            return new("tape", null, null, null, false, "", error.Message);
        }
        finally
        {
            if (player is not null)
            {
                await AgentLife.EndAsync(player).ConfigureAwait(false);
            }
        }
    }
}
