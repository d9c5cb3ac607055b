using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace FbaBench.Tests.Reports;

/// <summary>The page in a headless Chromium, framed at the widths of a phone and a desk.</summary>
[Trait("Category", "Browser")]
public sealed class BrowserTests(Pages pages) : IClassFixture<Pages>, IDisposable
{
    private readonly string _folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "browser", Guid.NewGuid().ToString("N"))).FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [BrowserFact]
    public Task A_benchmark_s_page_fits_phone_and_desk_and_asks_for_nothing() => CheckAsync(pages.Html);

    [BrowserFact]
    public Task A_page_of_extremes_fits_too() => CheckAsync(Pages.Extreme());

    [BrowserFact]
    public async Task The_check_sees_a_page_that_overflows_and_one_that_asks()
    {
        var (frames, console) = await MeasureAsync("<!DOCTYPE html><html><head></head><body style=\"margin:0\"><div style=\"width:700px\">x</div><img src=\"https://example.invalid/a.png\"/></body></html>");
        Assert.Equal((700, 1280), (frames[0].ScrollWidth, frames[1].ScrollWidth));
        Assert.Contains(console, line => line.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    private async Task CheckAsync(string html)
    {
        var (frames, console) = await MeasureAsync(html);
        Assert.Empty(console);
        foreach (var frame in frames)
        {
            Assert.Equal(frame.Width, frame.ScrollWidth);
            Assert.Equal("CSS1Compat", frame.Mode);
            Assert.Equal(0, frame.Clipped);
            Assert.True(frame.Height > 1000, "The page is empty.");
        }
    }

    /// <summary>Opens a page under a policy that forbids every request and reports the attempt on the console.</summary>
    private async Task<(Frame[] Frames, string[] Console)> MeasureAsync(string html)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "page.html"), html.Replace("<head>", "<head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>", StringComparison.Ordinal));
        var harness = Path.Combine(_folder, "harness.html");
        await File.WriteAllTextAsync(harness, """
            <!DOCTYPE html><html><body>
            <iframe src="page.html" style="border:0;width:360px;height:600px"></iframe><iframe src="page.html" style="border:0;width:1280px;height:600px"></iframe>
            <pre id="out"></pre>
            <script>
            addEventListener('load', () => {
              const frames = [...document.querySelectorAll('iframe')].map(frame => {
                const page = frame.contentDocument, root = page.documentElement;
                page.querySelectorAll('details').forEach(details => details.open = true);
                return { Width: frame.clientWidth, ScrollWidth: root.scrollWidth, Height: root.scrollHeight, Mode: page.compatMode,
                  Clipped: [...page.querySelectorAll('figure')].filter(figure => figure.scrollWidth > figure.clientWidth + 1).length };
              });
              document.getElementById('out').textContent = JSON.stringify(frames);
            });
            </script></body></html>
            """);
        var (dom, errors) = await RunAsync(harness);
        var json = Regex.Match(dom, "<pre id=\"out\">(.*?)</pre>", RegexOptions.Singleline).Groups[1].Value;
        var frames = JsonSerializer.Deserialize<Frame[]>(json) ?? throw new InvalidDataException(dom);
        return (frames, [.. errors.Split('\n').Where(line => line.Contains("CONSOLE", StringComparison.Ordinal))]);
    }

    private async Task<(string Dom, string Errors)> RunAsync(string page)
    {
        string[] arguments =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files", "--enable-logging=stderr", "--hide-scrollbars",
            "--host-resolver-rules=MAP * ~NOTFOUND", "--user-data-dir=" + Path.Combine(_folder, "profile"), "--window-size=1400,900", "--dump-dom", new Uri(page).AbsoluteUri,
        ];
        using var browser = Process.Start(new ProcessStartInfo(BrowserFactAttribute.Executable!, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        try
        {
            var errors = browser.StandardError.ReadToEndAsync(patience.Token);
            var dom = await browser.StandardOutput.ReadToEndAsync(patience.Token);
            await browser.WaitForExitAsync(patience.Token);
            return (dom, await errors);
        }
        finally
        {
            if (!browser.HasExited)
            {
                browser.Kill(entireProcessTree: true);
            }
        }
    }

    private sealed record Frame(int Width, int ScrollWidth, int Height, string Mode, int Clipped);
}
