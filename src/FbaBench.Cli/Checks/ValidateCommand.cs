using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FbaBench.Cli;

/// <summary><c>fbabench validate FOLDER</c>: whether an experiment's results may be relied on.</summary>
internal static class ValidateCommand
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static CliCommand Create()
    {
        var folder = new Argument<DirectoryInfo>("FOLDER") { Description = "An experiment's output folder." };
        var replays = new Option<int?>("--replays") { Description = "Episodes that are played again from their logs, evenly spread. Default: all." };
        var failed = new Option<double>("--most-failed") { Description = "Largest share of episodes that could not be played.", DefaultValueFactory = _ => new ValidityOptions().MostFailedShare };
        var budget = new Option<decimal?>("--budget") { Description = "The most that thinking may cost in an episode, in dollars. Default: none is checked." };
        var json = new Option<bool>("--json") { Description = "One JSON object a line: check, status, reason." };
        var command = new CliCommand("validate", "Checks whether an experiment's results may be relied on: books, logs, replays, metadata, training worlds, budgets, worlds, failed episodes.") { folder, replays, failed, budget, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = new ValidityOptions
            {
                Replays = parsed.GetValue(replays),
                MostFailedShare = parsed.GetValue(failed),
                BudgetPerEpisode = parsed.GetValue(budget) is { } dollars ? Money.Dollars(dollars) : null,
            };
            var checks = await ReportValidator.CheckAsync(parsed.GetRequiredValue(folder).FullName, options, cancellationToken).ConfigureAwait(false);
            foreach (var check in checks)
            {
                Console.WriteLine(parsed.GetValue(json) ? Json(check) : $"{Words(check.Status),-11}  {check.Name,-26}  {check.Reason}");
            }

            return checks.Any(check => check.Status == ValidityStatus.Failed) ? ExitCodes.CheckFailed : ExitCodes.Passed;
        });
        return command;
    }

    private static string Words(ValidityStatus status) => status switch
    {
        ValidityStatus.Passed => "ok",
        ValidityStatus.Failed => "FAIL",
        _ => "not checked",
    };

    private static string Json(ValidityCheck check)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Plain))
        {
            writer.WriteStartObject();
            writer.WriteString("check", check.Name);
            writer.WriteString("status", check.Status.ToString());
            writer.WriteString("reason", check.Reason);
            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }
}
