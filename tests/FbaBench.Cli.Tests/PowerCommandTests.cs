using System.Globalization;
using System.Text.Json;

namespace FbaBench.Tests.Cli;

public sealed class PowerCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "power", Guid.NewGuid().ToString("N"))).FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Effect of half a deviation: 34 worlds of the t test; with as much sampling as there is difference, 2 repeats leave σ² = ω² + σ².</summary>
    [Fact]
    public async Task Given_variances_make_a_plan_an_object_a_line()
    {
        var (exit, output, _) = await Tool.RunAsync("power", "--deviation", "2000", "--repeat-deviation", "2000", "--effect", "1000", "--repeats", "1", "2", "100000", "--dollars", "0.5", "--seconds", "8", "--episodes", "4", "--json");
        Assert.Equal(0, exit);
        var worlds = output.TrimEnd().Split(Environment.NewLine).Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Equal([97, 65, 34], worlds.Select(plan => plan.GetProperty("worlds").GetInt32()));
        Assert.Equal((194, 97.0, 388.0), (worlds[0].GetProperty("episodes").GetInt32(), worlds[0].GetProperty("dollars").GetDouble(), worlds[0].GetProperty("seconds").GetDouble()));
    }

    /// <summary>Differences of −3 and 3 over 8 worlds of 2 repeats: σ²(d) = 72/7; sampling ±1, so 2 a repeat. An episode cost 0.1 dollars and took 2 seconds.</summary>
    [Fact]
    public async Task A_folder_is_a_pilot_with_its_variances_costs_and_durations()
    {
        Experiment("a", "b");
        var (exit, output, _) = await Tool.RunAsync("power", _folder, "--effect", "1", "--episodes", "2", "--json");
        Assert.Equal(0, exit);
        var plan = JsonDocument.Parse(output).RootElement;
        Assert.Equal(("scene", "b", "a", 2), (plan.GetProperty("scenario").GetString(), plan.GetProperty("agent").GetString(), plan.GetProperty("comparedTo").GetString(), plan.GetProperty("repeats").GetInt32()));
        Assert.Equal(Math.Sqrt(72 / 7.0), plan.GetProperty("deviation").GetDouble(), 3);
        var (low, worlds, high) = (plan.GetProperty("worldsLow").GetInt32(), plan.GetProperty("worlds").GetInt32(), plan.GetProperty("worldsHigh").GetInt32());
        Assert.True(low < worlds / 1.8 && worlds is > 80 and < 86 && high > worlds * 3);
        Assert.Equal((4 * worlds, worlds * 0.4, worlds * 4.0), (plan.GetProperty("episodes").GetInt32(), plan.GetProperty("dollars").GetDouble(), plan.GetProperty("seconds").GetDouble()));

        // σ²(d) of one repeat: 72/7 + 2 · 2 · (1 − 1/2).
        (_, output, _) = await Tool.RunAsync("power", _folder, "--effect", "1", "--repeats", "1", "--json");
        Assert.Equal(Math.Sqrt((72 / 7.0) + 2), JsonDocument.Parse(output).RootElement.GetProperty("deviation").GetDouble(), 3);
        (exit, output, _) = await Tool.RunAsync("power", _folder, "--effect", "1");
        Assert.Equal(0, exit);
        Assert.Contains("90 % interval of the pilot's variance", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pilot_without_spread_exits_1_and_wrong_use_2()
    {
        Experiment("a", "b", spread: 0);
        var (exit, output, _) = await Tool.RunAsync("power", _folder, "--effect", "1");
        Assert.Equal(1, exit);
        Assert.Contains("the same difference in all", output, StringComparison.Ordinal);
        Assert.Equal(2, (await Tool.RunAsync("power", _folder, "--deviation", "1", "--effect", "1")).Exit);
        Assert.Equal(2, (await Tool.RunAsync("power", "--effect", "1")).Exit);
        var (missing, _, error) = await Tool.RunAsync("power", Path.Combine(_folder, "none"), "--effect", "1");
        Assert.Equal(2, missing);
        Assert.Contains("no results.json", error, StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(_folder, "results.json"), "{\"episodes\":[]");
        var (damaged, _, why) = await Tool.RunAsync("power", _folder, "--effect", "1");
        Assert.Equal(2, damaged);
        Assert.Contains("no file of an experiment", why, StringComparison.Ordinal);
    }

    private void Experiment(string reference, string agent, double spread = 3)
    {
        var episodes = new List<string>();
        var timings = new List<string>();
        for (var world = 0; world < 8; world++)
        {
            for (var repeat = 0; repeat < 2; repeat++)
            {
                foreach (var name in new[] { reference, agent })
                {
                    var score = (world * 10) + (repeat == 0 ? 1 : -1) + (name == agent ? world % 2 == 0 ? spread : -spread : 0);
                    var key = string.Create(CultureInfo.InvariantCulture, $"\"scenario\":\"scene\",\"world\":{world},\"agent\":\"{name}\",\"repeat\":{repeat}");
                    episodes.Add(string.Create(CultureInfo.InvariantCulture, $"{{{key},\"scoreCents\":{score * 100},\"inference\":{{\"microDollars\":100000}}}}"));
                    timings.Add($"{{{key},\"seconds\":2}}");
                }
            }
        }

        File.WriteAllText(Path.Combine(_folder, "results.json"), $"{{\"comparedTo\":\"{reference}\",\"episodes\":[{string.Join(',', episodes)}]}}");
        File.WriteAllText(Path.Combine(_folder, "timings.json"), $"{{\"episodes\":[{string.Join(',', timings)}]}}");
    }
}
