using System.CommandLine;

namespace FbaBench.Cli;

/// <summary><c>fbabench value LOG</c>: what every decision of a run was worth against a reference policy.</summary>
internal static class ValueCommand
{
    public static CliCommand Create()
    {
        var log = new Argument<FileInfo>("LOG") { Description = "The log of a finished run (.fbalog)." };
        var reference = new Option<string>("--reference") { Description = "The reference policy, a shipped agent. Default: base-stock.", DefaultValueFactory = _ => "base-stock" };
        var seat = new Option<int>("--seat") { Description = "Whose decisions. Default: 0." };
        var futures = new Option<int>("--futures") { Description = "Other futures for each day that is looked at; 0 tells no skill from luck. Default: 32.", DefaultValueFactory = _ => 32 };
        var days = new Option<int>("--days") { Description = "Days that are looked at closely, those with the largest values. Default: 20.", DefaultValueFactory = _ => 20 };
        var output = new Option<FileInfo?>("--output") { Description = "Writes a page (.html)." };
        var json = new Option<bool>("--json") { Description = "One JSON object: scenario, reference, scores, days." };
        var command = new CliCommand("value", "Tells what the decisions of a run were worth, and skill from luck.") { log, reference, seat, futures, days, output, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var stream = InputFile.Open(parsed.GetRequiredValue(log));
            using var reader = RunLogReader.Open(stream);
            var options = new DecisionValueOptions { Seat = new(parsed.GetValue(seat)), Reference = parsed.GetValue(reference)!, Futures = parsed.GetValue(futures), Days = parsed.GetValue(days), Closely = parsed.GetValue(futures) > 0 };
            var values = await DecisionValuation.MeasureAsync(reader, options, new StandardError(), cancellationToken).ConfigureAwait(false);
            if (parsed.GetValue(output) is { } page)
            {
                await File.WriteAllTextAsync(page.FullName, values.ToHtml(), cancellationToken).ConfigureAwait(false);
            }

            Console.Write(parsed.GetValue(json) ? values.ToJson() + Environment.NewLine : values.ToText());
            return ExitCodes.Passed;
        });
        return command;
    }
}
