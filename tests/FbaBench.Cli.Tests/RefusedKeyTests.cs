using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FbaBench.Tests.Cli;

/// <summary>The tool before a service that refuses its key and repeats it in the refusal.</summary>
public sealed class RefusedKeyTests : IDisposable
{
    private const string Key = "sk-planted-key-of-the-tool-41d7";

    private readonly string _folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "refused-key", Guid.NewGuid().ToString("N"))).FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_key_that_is_refused_is_neither_shown_nor_written()
    {
        using var service = new TcpListener(IPAddress.Loopback, 0);
        service.Start();
        using var stop = new CancellationTokenSource();
        var asked = RefuseAsync(service, stop.Token);
        var scenario = Path.Combine(_folder, "short.yaml");
        await File.WriteAllTextAsync(scenario, "name: short\nbase: gift-shop\ndays: 3\n");
        var settings = new Dictionary<string, string>
        {
            ["FbaBench__Models__local__Endpoint"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)service.LocalEndpoint).Port}/v1"),
            ["FbaBench__Models__local__Prices__small__Input"] = "1",
            ["FbaBench__Models__local__Prices__small__CachedInput"] = "1",
            ["FbaBench__Models__local__Prices__small__Output"] = "1",
            ["LOCAL_API_KEY"] = Key,
        };
        var output = Path.Combine(_folder, "out");
        var (exit, shown, errors) = await Tool.RunAsync(settings, "run", "--scenario", scenario, "--agent", "model=chat:local/small", "do-nothing", "--worlds", "1", "--output", output);
        await stop.CancelAsync();
        Assert.Contains($"Bearer {Key}", await asked, StringComparison.Ordinal);
        Assert.Equal(1, exit);
        Assert.Contains("refuses the credentials; set LOCAL_API_KEY", shown + errors, StringComparison.Ordinal);
        var files = Directory.GetFiles(output, "*", SearchOption.AllDirectories).Select(file => Encoding.UTF8.GetString(File.ReadAllBytes(file)));
        Assert.DoesNotContain(Key, string.Join('\n', [shown, errors, .. files]), StringComparison.Ordinal);
    }

    /// <summary>Answers with 401 and what it was sent; gives back all of that in the end.</summary>
    private static async Task<string> RefuseAsync(TcpListener service, CancellationToken cancellationToken)
    {
        var all = new StringBuilder();
        try
        {
            while (true)
            {
                using var client = await service.AcceptTcpClientAsync(cancellationToken);
                var stream = client.GetStream();
                var buffer = new byte[1 << 20];
                var length = 0;
                while (Encoding.ASCII.GetString(buffer, 0, length) is var text && !IsWhole(text))
                {
                    length += await stream.ReadAsync(buffer.AsMemory(length), cancellationToken);
                }

                var head = Encoding.ASCII.GetString(buffer, 0, length).Split("\r\n\r\n")[0];
                all.AppendLine(head);
                var body = $"{{\"error\":{{\"message\":\"Incorrect key: {Key}\",\"type\":\"{Key}\",\"code\":\"{Key}\"}}}}";
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 401 {Key}\r\nX-Key: {Key}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}"), cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            return all.ToString();
        }
    }

    private static bool IsWhole(string request)
    {
        var end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var length = request.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length: ", StringComparison.OrdinalIgnoreCase));
        return end >= 0 && length is not null && request.Length >= end + 4 + int.Parse(length["Content-Length: ".Length..], CultureInfo.InvariantCulture);
    }
}
